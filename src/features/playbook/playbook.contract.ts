import { z } from 'zod';
import { createsCampaigns, inCampaign } from '#features/campaign/campaign.policy.ts';
import { timeZoneField } from '#features/campaign/campaign.contract.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, centsField, dayField, done, idField, ownDayField, requiredText, text } from '#platform/shared/field.ts';
import { playbookFile } from './playbook.file.contract.ts';
import { editsPlaybook, keepsPlaybooks, onPlaybook, restoresPlaybook, retiresPlaybook, savesAsPlaybook } from './playbook.policy.ts';

/** The built-in key of a playbook (`festival`), or the id of one of the company's own. */
const playbookParams = z.object({ playbookKey: requiredText(40) });

const playbookRow = z.object({
  key: z.string(),
  name: z.string(), scenario: z.string(), summary: z.string(),
  /** `edited`: a built-in one in the company's own version. */
  origin: z.enum(['builtIn', 'edited', 'own']),
  goals: z.int(), tasks: z.int(),
  period: playbookFile.shape.period,
  totalCents: centsField,
  fromCampaign: z.string().nullable(),
  updatedBy: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** 0 for a built-in one. */
  revision: z.int(),
  can: z.object({ edit: z.boolean(), retire: z.boolean(), restore: z.boolean() }),
});
export type PlaybookRow = z.output<typeof playbookRow>;

export const listPlaybooks = operation({
  id: 'playbook.listPlaybooks', method: 'GET', path: '/api/playbooks',
  summary: { zh: '活动模板', en: 'Playbooks' },
  access: signedIn(),
  output: z.object({ playbooks: z.array(playbookRow), can: z.object({ import: z.boolean() }) }),
});

export const readPlaybook = operation({
  id: 'playbook.readPlaybook', method: 'GET', path: '/api/playbooks/:playbookKey',
  summary: { zh: '一个活动模板的全部内容', en: 'One playbook with its content' },
  access: signedIn(),
  params: playbookParams,
  /** `calendar`: the company's own days, for the preview of its dates. */
  output: z.object({ playbook: playbookRow, content: playbookFile, calendar: z.array(ownDayField) }),
});
export type Playbook = z.output<(typeof readPlaybook)['output']>;

export const savePlaybook = operation({
  id: 'playbook.savePlaybook', method: 'PUT', path: '/api/playbooks/:playbookKey',
  summary: { zh: '修改活动模板；内置模板改为本公司的版本', en: 'Change a playbook; a built-in one becomes the company’s own version' },
  access: onPlaybook(editsPlaybook), exclusive: true,
  params: playbookParams,
  /** `revision`: the one that the person saw. */
  body: z.object({ revision: z.int().min(0), content: playbookFile }),
  output: z.object({ revision: z.int() }),
  errors: ['playbook.changed', 'playbook.file_invalid', 'campaign.scenario_unknown'],
});

export const retirePlaybook = operation({
  id: 'playbook.retirePlaybook', method: 'DELETE', path: '/api/playbooks/:playbookKey',
  summary: { zh: '停用本公司的活动模板', en: 'Retire one of the company’s own playbooks' },
  access: onPlaybook(retiresPlaybook), exclusive: true,
  params: playbookParams,
  output: done,
});

export const restoreBuiltIn = operation({
  id: 'playbook.restoreBuiltIn', method: 'POST', path: '/api/playbooks/:playbookKey/restoration',
  summary: { zh: '恢复内置版本', en: 'Go back to the built-in version' },
  access: onPlaybook(restoresPlaybook), exclusive: true,
  params: playbookParams,
  output: done,
});

export const exportPlaybook = operation({
  id: 'playbook.exportPlaybook', method: 'GET', path: '/api/playbooks/:playbookKey/file',
  summary: { zh: '导出活动模板（.json）', en: 'Export a playbook (.json)' },
  access: signedIn(),
  params: playbookParams,
  output: z.unknown(),
  response: 'file',
});

export const importPlaybook = operation({
  id: 'playbook.importPlaybook', method: 'POST', path: '/api/playbooks/import',
  summary: { zh: '导入活动模板（.json）', en: 'Import a playbook (.json)' },
  access: signedIn(keepsPlaybooks),
  /** `scenario`: takes the place of the file's, when that is unknown here. */
  query: z.object({ name: text(200).default(''), scenario: text(40).optional() }),
  upload: true,
  output: z.object({ key: z.string(), name: z.string() }),
  errors: ['playbook.file_unreadable', 'playbook.file_invalid', 'playbook.scenario_unknown'],
});

const ordered = (value: { eventFrom: string; eventTo: string }): boolean => value.eventFrom <= value.eventTo;

export const createFromPlaybook = operation({
  id: 'playbook.createFromPlaybook', method: 'POST', path: '/api/playbooks/:playbookKey/campaigns',
  summary: { zh: '从活动模板新建活动：目标、预算、小组、进度与方案一次写入', en: 'Create a campaign from a playbook with all its content at once' },
  access: signedIn(createsCampaigns),
  params: playbookParams,
  body: z.object({
    /** The one whose preview the person saw. */
    revision: z.int().min(0),
    name: requiredText(100),
    leadId: idField.nullable(),
    departmentId: idField.nullable(),
    timeZone: timeZoneField.optional(),
    eventFrom: dayField, eventTo: dayField,
    totalCents: centsField,
    /** By the place of the goal; null leaves it out. Goals without an entry keep the playbook's target. */
    targets: z.array(z.number().min(0).max(1e13).nullable()).max(50),
    /** By the placeholder, `【产品名】`. */
    words: z.record(z.string().max(40), text(200)),
  }).refine(ordered, { params: { field: 'period' }, path: ['eventTo'] }),
  output: z.object({ id: idField }),
  idempotent: true,
  errors: ['playbook.changed', 'playbook.words_too_long', 'campaign.scenario_unknown', 'campaign.person_unknown', 'campaign.event_outside'],
});

export const saveFromCampaign = operation({
  id: 'playbook.saveFromCampaign', method: 'POST', path: '/api/campaigns/:campaignId/playbook',
  summary: { zh: '把活动另存为活动模板', en: 'Save a campaign as a playbook' },
  access: inCampaign(savesAsPlaybook),
  params: campaignParams,
  body: z.object({ name: requiredText(60), summary: text(500).default('') }),
  output: z.object({ key: z.string() }),
  idempotent: true,
});
