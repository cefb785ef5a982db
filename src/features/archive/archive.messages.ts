import { defineMessages } from '#platform/shared/messages.ts';

const count = (data: Record<string, unknown>, name: string): number => Number(data[name] ?? 0);
const zhOpen = (data: Record<string, unknown>): string =>
  [...(count(data, 'waiting') > 0 ? [`还有 ${count(data, 'waiting')} 项申请等待审批`] : []), ...(count(data, 'orders') > 0 ? [`还有 ${count(data, 'orders')} 项用款没有结清`] : [])].join('，');
const enOpen = (data: Record<string, unknown>): string => {
  const [waiting, orders] = [count(data, 'waiting'), count(data, 'orders')];
  return [...(waiting > 0 ? [waiting === 1 ? '1 request waits for approval' : `${waiting} requests wait for approval`] : []), ...(orders > 0 ? [orders === 1 ? '1 order is not closed' : `${orders} orders are not closed`] : [])].join(', ');
};

export const archiveMessages = defineMessages(
  {
    problems: {
      'archive.report_needed': () => '《活动效果评估报告》核准后才能归档。请先提交报告并等待核准。',
      'archive.report_outdated': () => '评估报告核准后，数据或结论又有改动。请重新提交报告，核准后再归档。',
      'archive.money_open': (data: Record<string, unknown>) => `${zhOpen(data)}。请先审批完申请、结清用款，再归档。`,
      'archive.none': () => '活动还没有归档。',
    },
    files: {
      folder: (name: string) => `${name}-档案`,
      plan: '方案', budget: '活动预算表', schedule: '活动执行进度表', overview: '活动总览', evaluation: '活动效果评估报告',
      records: '执行记录', originals: '原始文件', attached: '附表', work: '延期与现场记录', data: '数据', index: '目录',
      money: '预算与用款', ledger: '预算台账', requests: '申请', versions: '预算版本',
    },
    index: {
      title: (name: string) => `${name} · 活动档案`,
      lead: '本档案由点兵生成，可脱离系统打开。manifest.json 列出每个文件的大小与 SHA-256，可用命令 muster verify 校验。',
      file: '文件', size: '大小（字节）',
    },
    verify: {
      usage: '用法：npm run -s muster -- verify 档案.zip [--json]',
      good: (files: number) => `档案完好：${files} 个文件全部与清单一致。`,
      bad: (count: number) => `档案与清单不一致，共 ${count} 处：`,
      noManifest: '不是点兵的档案：缺少 manifest.json。',
      unreadable: '无法读取这个文件，它不是完整的 zip 档案。',
      missing: (path: string) => `缺少 ${path}`,
      changed: (path: string) => `内容已改变 ${path}`,
      extra: (path: string) => `清单之外 ${path}`,
    },
  },
  {
    problems: {
      'archive.report_needed': () => 'A campaign is archived after its evaluation report is approved. Submit the report and wait for the approval.',
      'archive.report_outdated': () => 'Figures or judgement have changed since the report was approved. Submit it again; archive after the new approval.',
      'archive.money_open': (data) => `${enOpen(data)}. See to the requests and close the orders first.`,
      'archive.none': () => 'The campaign has not been archived.',
    },
    files: {
      folder: (name) => `${name}-archive`,
      plan: 'plan', budget: 'budget', schedule: 'schedule', overview: 'overview', evaluation: 'evaluation-report',
      records: 'records', originals: 'originals', attached: 'attached-tables', work: 'delays-and-reports', data: 'data', index: 'index',
      money: 'money', ledger: 'ledger', requests: 'requests', versions: 'budget-versions',
    },
    index: {
      title: (name) => `${name} · campaign archive`,
      lead: 'Made by Muster; opens without it. manifest.json lists the size and SHA-256 of every file; the command muster verify checks them.',
      file: 'File', size: 'Size (bytes)',
    },
    verify: {
      usage: 'Usage: npm run -s muster -- verify ARCHIVE.zip [--json]',
      good: (files) => `The archive is whole: all ${files} files agree with the manifest.`,
      bad: (count) => `The archive does not agree with its manifest in ${count} places:`,
      noManifest: 'Not a Muster archive: manifest.json is missing.',
      unreadable: 'The file cannot be read: it is not a whole zip archive.',
      missing: (path) => `missing ${path}`,
      changed: (path) => `changed ${path}`,
      extra: (path) => `not in the manifest ${path}`,
    },
  },
);
