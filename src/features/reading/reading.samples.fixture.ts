/** Tables as the standard has them (T1, T2), in the forms in which people have them, between a hosting site's notices. */

export const T1_HEADERS = ['序号', '预算科目', '明细说明', '预算金额(元)', '实际花费(元)', '负责人', '备注'];
export const T1_ROWS = [
  ['1', '物料制作费', '海报500张、宣传册2000本', '8,000', '-', '*专员', '含设计费'],
  ['2', '线上推广费', '朋友圈广告投放', '15,000', '-', '*主管', '7天投放周期'],
  ['3', '场地租赁费', '商圈展位租赁(3天)', '12,000', '-', '*专员', '含基础设备'],
  ['4', '人员成本', '兼职人员10名(3天)', '6,000', '-', '*经理', '200元/人/天'],
  ['5', '应急备用金', '预算外突发情况处理', '5,000', '-', '*经理', '按实报销'],
];
export const T1_TOTAL = ['合计', '', '', '46,000', '-', '', ''];

export const T2_HEADERS = ['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注'];
/** The phase is empty where the cell above spans. */
export const T2_ROWS = [
  ['前期筹备', '10月1日-5日', '活动方案审批与团队分工', '*经理', '□', '-'],
  ['', '10月6日-10日', '物料设计与制作', '*主管', '□', '需10月15日到货'],
  ['中期执行', '10月15日', '场地布置与设备调试', '*专员', '□', '18:00前完成'],
  ['', '10月16日-18日', '活动现场执行', '全员', '□', '每日21:00复盘'],
  ['后期复盘', '10月19日-21日', '数据整理与报告输出', '*专员', '□', '10月22日提交'],
];

/** One cell a line, the empty cells gone: what a table becomes when it is copied from a web page. */
export function asLadder(headers: string[], rows: string[][], total?: string[]): string {
  return [...headers, ...rows.flat(), ...(total ?? [])].filter((cell) => cell !== '').join('\n');
}

export function asTabs(headers: string[], rows: string[][], total?: string[]): string {
  return [headers, ...rows, ...(total ? [total] : [])].map((row) => row.join('\t')).join('\n');
}

export function asPipes(headers: string[], rows: string[][], total?: string[]): string {
  const line = (row: string[]): string => `| ${row.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line), ...(total ? [line(total)] : [])].join('\n');
}

export function asCsv(headers: string[], rows: string[][], total?: string[], delimiter = ','): string {
  const cell = (text: string): string => (/["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headers, ...rows, ...(total ? [total] : [])].map((row) => row.map(cell).join(delimiter)).join('\r\n');
}

export const GOAL_PROSE = '结合公司年度战略，本次活动的核心目标如下（如：3个月内新品销量提升50%、品牌搜索量增长30%、新增会员1万人等）。\n以新品上市为例，目标可设定为“活动期间实现新品订单量2000单，用户复购率达15%”。';

export const NOTICES_BEFORE = [
  '- 1、某某文库网站文档一经付费，不意味着购买了该文档的版权，仅供个人学习、研究之用，侵权必究。',
  '- 2、本站所有内容均由合作方或网友上传，本站不对文档的完整性做任何保证或承诺！',
  '- 3、该文档为VIP文档，如果想要下载，成为VIP会员后，下载免费。',
].join('\n');

/** A whole document as a web page gives it: notices, prose, T1 and T2 with one cell a line, and a third table that is cut off. */
export const WEB_TEXT = [
  NOTICES_BEFORE,
  '新品上市营销活动方案',
  '一、活动目标',
  GOAL_PROSE,
  '二、执行要求',
  '应急备用金建议占总预算10%-15%。',
  '活动结束后3个工作日内输出评估报告，分析达成率（如：销量目标完成120%、获客成本低于预算15%）。',
  '提炼成功经验（如某社群推广转化率高达20%，可复制至后续活动）。',
  '三、模板表格',
  '(一)活动预算表',
  asLadder(T1_HEADERS, T1_ROWS, T1_TOTAL),
  '(二)活动执行进度表',
  asLadder(T2_HEADERS, T2_ROWS),
  '(三)用户反馈',
  '某某文库',
  '',
  '文档评论(0)',
].join('\n');
