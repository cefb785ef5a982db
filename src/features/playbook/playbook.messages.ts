import { defineMessages } from '#platform/shared/messages.ts';
import type { FileFault } from './playbook.file.rules.ts';

type Data = Readonly<Record<string, string | number>>;
type Fault = FileFault['code'];

const zhFaults: Record<Fault, (data: Data) => string> = {
  shares: ({ sum }) => `各科目的比例合计为 ${String(sum)}%，应为 100%。`,
  keyTwice: ({ key }) => `编号“${String(key)}”重复，请改成不同的编号。`,
  keyUnknown: ({ key }) => `前置任务“${String(key)}”不存在，请改为已有任务的编号。`,
  cycle: ({ keys }) => `前置任务互相等待，形成了循环（${String(keys)}），请去掉其中一处。`,
  whenUnread: ({ text }) => `读不出“${String(text)}”的日期。可以写成“D-14~D-7”“D-1 18:00前”“活动期间”或“活动结束后3个工作日内”。`,
  nameNeeded: () => '请填写名称。',
};
const enFaults: Record<Fault, (data: Data) => string> = {
  shares: ({ sum }) => `The shares of the lines add up to ${String(sum)}%; they must be 100%.`,
  keyTwice: ({ key }) => `The key “${String(key)}” stands twice. Give each task its own.`,
  keyUnknown: ({ key }) => `There is no task “${String(key)}” to wait for. Use the key of a task.`,
  cycle: ({ keys }) => `These tasks wait for each other in a circle (${String(keys)}). Take one link away.`,
  whenUnread: ({ text }) => `No day can be read from “${String(text)}”. Write “D-14~D-7”, “D-1 18:00前”, “活动期间” or “活动结束后3个工作日内”.`,
  nameNeeded: () => 'Enter a name.',
};

const count = (data: Readonly<Record<string, unknown>>): number => (Array.isArray(data['issues']) ? data['issues'].length : 0);

export const playbookMessages = defineMessages(
  {
    problems: {
      'playbook.changed': () => '这个模板刚被别人修改过，请刷新后再操作。',
      'playbook.file_unreadable': () => '这不是活动模板文件。请选择从“活动模板”页面导出的 .json 文件。',
      'playbook.file_invalid': (data: Readonly<Record<string, unknown>>) => `模板内容有 ${count(data)} 处需要改正，没有保存。`,
      'playbook.scenario_unknown': (data: Readonly<Record<string, unknown>>) => `模板所属的活动场景“${String(data['scenario'] ?? '')}”在本公司没有，请选择一个场景后再导入。`,
      'playbook.words_too_long': () => '填写的内容放进模板后太长，请写短一些。',
    },
    faults: zhFaults,
    /** Where a fault is: the part, the row, the field. */
    place: (part: string, row: number | undefined, field: string | undefined) => [part, row === undefined ? '' : `第 ${row} 行`, field ?? ''].filter(Boolean).join(' · '),
    parts: {
      name: '名称', scenario: '活动场景', summary: '简介', period: '周期', theme: '主题', audience: '目标人群', budget: '预算', goals: '目标', team: '小组', tasks: '任务', personas: '目标人群画像', channels: '渠道', materials: '物料',
      steps: '现场流程', zones: '现场分区', risks: '应急预案', questions: '反馈问卷', data: '个人信息', sections: '方案正文', format: '文件格式', version: '文件版本',
    },
    actualNote: (target: string, actual: string, unit: string) => `上次目标 ${target}${unit}，实际 ${actual}${unit}。`,
    fileName: (name: string) => `活动模板-${name}.json`,
  },
  {
    problems: {
      'playbook.changed': () => 'Someone has just changed this playbook. Refresh, then try again.',
      'playbook.file_unreadable': () => 'This is no playbook. Choose a .json file that was exported from the playbooks page.',
      'playbook.file_invalid': (data) => `The playbook was not saved: ${count(data)} places need mending.`,
      'playbook.scenario_unknown': (data) => `The playbook’s scenario “${String(data['scenario'] ?? '')}” does not exist here. Choose a scenario and import again.`,
      'playbook.words_too_long': () => 'What you entered makes a text of the playbook too long. Please shorten it.',
    },
    faults: enFaults,
    place: (part, row, field) => [part, row === undefined ? '' : `row ${row}`, field ?? ''].filter(Boolean).join(' · '),
    parts: {
      name: 'Name', scenario: 'Scenario', summary: 'Summary', period: 'Period', theme: 'Theme', audience: 'Audience', budget: 'Budget', goals: 'Goals', team: 'Team', tasks: 'Tasks', personas: 'Personas', channels: 'Channels', materials: 'Materials',
      steps: 'Run sheet', zones: 'Zones', risks: 'Contingency plan', questions: 'Survey', data: 'Personal data', sections: 'Plan text', format: 'File format', version: 'File version',
    },
    actualNote: (target, actual, unit) => `Last time: target ${target}${unit}, actual ${actual}${unit}.`,
    fileName: (name) => `playbook-${name}.json`,
  },
);

export type PlaybookWords = (typeof playbookMessages)['zh-CN'];

/** A path of a fault in words: `任务 · 第 4 行 · when`. Fields keep the name that they have in the file. */
export function placeOf(words: PlaybookWords, path: readonly (string | number | symbol)[]): string {
  const [part, ...rest] = path.map(String);
  const row = rest.find((step) => /^\d+$/.test(step));
  const field = rest.findLast((step) => !/^\d+$/.test(step) && step !== 'lines' && step !== 'groups' && step !== 'areas');
  return words.place(words.parts[part as keyof PlaybookWords['parts']] ?? part ?? '', row === undefined ? undefined : Number(row) + 1, field);
}
