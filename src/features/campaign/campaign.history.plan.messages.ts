import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** The rows of the plan's own tables, as the history names them. */
const zhRows = {
  persona: '目标人群', channel_slot: '渠道', material_item: '物料', run_step: '流程环节', zone: '现场分区', risk: '风险', survey_question: '问卷题目', personal_data: '个人信息项',
} as const;
const enRows: Record<keyof typeof zhRows, string> = {
  persona: 'persona', channel_slot: 'channel', material_item: 'material', run_step: 'step', zone: 'zone', risk: 'risk', survey_question: 'question', personal_data: 'item of personal data',
};
type Subject = keyof typeof zhRows;
type Act = 'created' | 'changed' | 'deleted' | 'moved';

function each<T>(names: Readonly<Record<Subject, string>>, word: (act: Act, name: string) => T): Record<`${Subject}_${Act}`, T> {
  const acts: readonly Act[] = ['created', 'changed', 'deleted', 'moved'];
  return Object.fromEntries(Object.entries(names).flatMap(([subject, name]) => acts.map((act) => [`${subject}_${act}`, word(act, name)]))) as Record<`${Subject}_${Act}`, T>;
}

const zhSentences = {
  ...each(zhRows, (act, row) => ({ name }: Told) => ({ created: `新增了${row}“${name}”`, changed: `修改了${row}“${name}”`, deleted: `删除了${row}“${name}”`, moved: `调整了${row}“${name}”的顺序` })[act]),
  'campaign.revised': ({ after }: Told) => `修订已核准的方案，原因：${after['reason'] ?? ''}`,
  'plan.section_written': ({ after }: Told) => `编写了方案的“${after['section'] ?? ''}”`,
  'plan.section_added': ({ after }: Told) => `在方案中新增了章节“${after['section'] ?? ''}”`,
  'plan.section_renamed': ({ before, after }: Told) => `把方案章节“${before['section'] ?? ''}”改名为“${after['section'] ?? ''}”`,
  'plan.section_moved': ({ after }: Told) => `调整了方案章节“${after['section'] ?? ''}”的顺序`,
  'plan.section_deleted': ({ before }: Told) => `删除了方案章节“${before['section'] ?? ''}”`,
};
const enSentences: Record<keyof typeof zhSentences, (told: Told) => string> = {
  ...each(enRows, (act, row) => ({ name }: Told) => ({ created: `added the ${row} “${name}”`, changed: `changed the ${row} “${name}”`, deleted: `deleted the ${row} “${name}”`, moved: `moved the ${row} “${name}”` })[act]),
  'campaign.revised': ({ after }) => `revised the approved plan: ${after['reason'] ?? ''}`,
  'plan.section_written': ({ after }) => `wrote in “${after['section'] ?? ''}” of the plan`,
  'plan.section_added': ({ after }) => `added the section “${after['section'] ?? ''}” to the plan`,
  'plan.section_renamed': ({ before, after }) => `renamed the plan’s section “${before['section'] ?? ''}” to “${after['section'] ?? ''}”`,
  'plan.section_moved': ({ after }) => `moved the plan’s section “${after['section'] ?? ''}”`,
  'plan.section_deleted': ({ before }) => `deleted the plan’s section “${before['section'] ?? ''}”`,
};

const zhMany = each(zhRows, (act, row) => (count: number) => ({ created: `新增了 ${count} 项${row}`, changed: `修改了 ${count} 处${row}`, deleted: `删除了 ${count} 项${row}`, moved: `调整了 ${count} 次${row}的顺序` })[act]);
const enMany = each(enRows, (act, row) => (count: number) => ({ created: `added rows (${row}): ${count}`, changed: `changed rows (${row}): ${count}`, deleted: `deleted rows (${row}): ${count}`, moved: `moved rows (${row}): ${count}` })[act]);

const zhFields = {
  traits: '特征', needs: '需求', reach: '触达方式', channel: '渠道', content: '内容', persona: '目标人群', spec: '规格', quantity: '数量', supplier: '供应商', dueOn: '期限',
  day: '第几天', startTime: '开始时间', minutes: '时长（分钟）', place: '地点', hardStart: '准点开始', duty: '职责', staff: '人数', capacity: '容量',
  risk: '风险', probability: '可能性', effect: '影响', trigger: '触发条件', prevention: '预防措施', response: '应对', question: '题目', choices: '选项', required: '必填',
  item: '收集的信息', purpose: '用途', source: '来源', consent: '同意方式', keepUntil: '保存至',
};
const enFields: Record<keyof typeof zhFields, string> = {
  traits: 'Traits', needs: 'Needs', reach: 'Reached by', channel: 'Channel', content: 'Content', persona: 'Persona', spec: 'Specification', quantity: 'Quantity', supplier: 'Supplier', dueOn: 'Due',
  day: 'Day', startTime: 'Starts at', minutes: 'Minutes', place: 'Place', hardStart: 'Hard start', duty: 'Duty', staff: 'Staff', capacity: 'Capacity',
  risk: 'Risk', probability: 'Probability', effect: 'Effect', trigger: 'Trigger', prevention: 'Prevention', response: 'Response', question: 'Question', choices: 'Choices', required: 'Required',
  item: 'Collected', purpose: 'Purpose', source: 'Source', consent: 'Consent', keepUntil: 'Kept until',
};
const zhTruth = { true: '是', false: '否' };
const enTruth = { true: 'yes', false: 'no' };

/** What the history says of the plan document: its tables row by row, and its sections. */
export const planHistory = defineMessages(
  { sentences: zhSentences, many: zhMany, fields: zhFields, truth: { hardStart: zhTruth, required: zhTruth } },
  { sentences: enSentences, many: enMany, fields: enFields, truth: { hardStart: enTruth, required: enTruth } },
);
