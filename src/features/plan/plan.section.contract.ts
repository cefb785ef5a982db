import { z } from 'zod';
import { inCampaign, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, done, idField, requiredText } from '#platform/shared/field.ts';
import type { RichText } from './plan.section.rules.ts';

/** The standard sections of a plan (P4.1), in their order; `own` is one that the campaign adds. */
export const SECTION_KEYS = ['theme', 'period', 'goals', 'audience', 'channels', 'process', 'materials', 'budget', 'team', 'schedule', 'risks', 'compliance'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number] | 'own';

/** Binary of Yjs in base64; 256 KB of it are a hundred pages typed at once. */
const binary = z.string().max(350_000).regex(/^[A-Za-z0-9+/]+={0,2}$/);
const stateField = z.string().max(3_000_000);

export const sectionView = z.object({
  id: idField,
  key: z.enum([...SECTION_KEYS, 'own']),
  /** Of an own section; '' for the others, which are named by their key. */
  title: z.string(),
  /** The text as ProseMirror has it; `words` is the same without marks, a block a line. */
  content: z.custom<RichText>((value) => typeof value === 'object' && value !== null),
  words: z.string(),
  position: z.int(),
  revision: z.int(),
  /** The shared text with every update in it; null while nobody has written. */
  state: stateField.nullable(),
  updatedAt: z.string().nullable(),
  updatedBy: z.string().nullable(),
});
export type PlanSection = z.output<typeof sectionView>;

const sectionParams = campaignParams.extend({ sectionId: idField });
const path = '/api/campaigns/:campaignId/plan/sections';

export const listSections = operation({
  id: 'plan.listSections', method: 'GET', path,
  summary: { zh: '方案的各个章节与正文', en: 'The sections of the plan with their text' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ sections: z.array(sectionView), can: z.object({ write: z.boolean() }) }),
});

export const listSectionUpdates = operation({
  id: 'plan.listSectionUpdates', method: 'GET', path: `${path}/:sectionId/updates`,
  summary: { zh: '某一版之后这一节收到的修改', en: 'What was written in a section since a revision' },
  access: inCampaign(),
  params: sectionParams,
  query: z.object({ since: z.coerce.number().int().min(0) }),
  /** The updates in their order, or the whole state as one when they are too many or too old. */
  output: z.object({ revision: z.int(), updates: z.array(z.string()) }),
  errors: ['plan.section_gone'],
});

export const writeSection = operation({
  id: 'plan.writeSection', method: 'POST', path: `${path}/:sectionId/updates`,
  summary: { zh: '把写下的文字并入这一节', en: 'Merge what was written into a section' },
  access: inCampaign(writesPlan),
  params: sectionParams,
  body: z.object({ update: binary }),
  /** The revision that has the update in it. A repeated update changes nothing. */
  output: z.object({ revision: z.int() }),
  errors: ['plan.section_gone', 'plan.section_full', 'plan.text_unreadable', 'plan.text_behind'],
});

export const addSection = operation({
  id: 'plan.addSection', method: 'POST', path,
  summary: { zh: '新增自定义章节', en: 'Add a section of the campaign’s own' },
  access: inCampaign(writesPlan),
  params: campaignParams,
  /** `afterId` null puts it first; `state` is the text of a section whose deletion is taken back. */
  body: z.object({ id: idField, title: requiredText(60), afterId: idField.nullable(), state: stateField.regex(/^[A-Za-z0-9+/]+={0,2}$/).nullish() }),
  output: done,
  errors: ['plan.too_many_sections', 'plan.section_full', 'plan.text_unreadable'],
});

export const renameSection = operation({
  id: 'plan.renameSection', method: 'PATCH', path: `${path}/:sectionId`,
  summary: { zh: '给自定义章节改名', en: 'Rename a section of the campaign’s own' },
  access: inCampaign(writesPlan),
  params: sectionParams,
  body: z.object({ title: requiredText(60) }),
  output: done,
  errors: ['plan.section_gone', 'plan.section_fixed'],
});

export const moveSection = operation({
  id: 'plan.moveSection', method: 'POST', path: `${path}/:sectionId/place`,
  summary: { zh: '调整自定义章节的位置', en: 'Move a section of the campaign’s own' },
  access: inCampaign(writesPlan),
  params: sectionParams,
  body: z.object({ afterId: idField.nullable() }),
  output: done,
  errors: ['plan.section_gone', 'plan.section_fixed'],
});

export const deleteSection = operation({
  id: 'plan.deleteSection', method: 'DELETE', path: `${path}/:sectionId`,
  summary: { zh: '删除自定义章节', en: 'Delete a section of the campaign’s own' },
  access: inCampaign(writesPlan),
  params: sectionParams,
  output: done,
  errors: ['plan.section_gone', 'plan.section_fixed'],
});

export const tellPresence = operation({
  id: 'plan.tellPresence', method: 'POST', path: '/api/campaigns/:campaignId/plan/presence',
  summary: { zh: '告诉同事自己正在写哪一节', en: 'Tell the others which section one is in' },
  access: inCampaign(writesPlan),
  params: campaignParams,
  /** Null: in none any more. */
  body: z.object({ sectionId: idField.nullable() }),
  output: done,
});
