import type { TeamGroup } from '#features/campaign/campaign.policy.ts';

/** The grade by which a document names an owner whose name is left out (`*专员`), and the groups that hold it (P3.1). */
export const GRADE_GROUPS: Readonly<Record<string, readonly TeamGroup[]>> = {
  经理: ['lead'],
  主管: ['planning'],
  专员: ['execution', 'monitoring', 'logistics'],
};
/** The whole team. */
export const EVERYONE = /^(?:全员|全体(?:人员|成员|组员)?|所有人(?:员)?|各组|各小组|活动专项小组|专项小组|everyone|all|the whole team|whole team)$/i;
/** The mark of a name left out. */
export const NAME_LEFT_OUT = /^[*＊]/;

/** What the five groups are called, in the interface's own words and in documents. */
export const GROUP_WORDS: Readonly<Record<TeamGroup, readonly string[]>> = {
  lead: ['总负责人', '活动负责人', '活动总负责人', '项目负责人', '项目总负责人', '总指挥', '总协调', '项目经理', '活动经理', 'lead', 'campaign lead'],
  planning: ['策划组', '策划小组', '方案组', '方案策划组', '策划', 'planning', 'planning group'],
  execution: ['执行组', '执行小组', '现场执行组', '现场组', '活动执行组', '执行', 'execution', 'execution group'],
  monitoring: ['监控组', '监控小组', '数据组', '数据监控组', '监测组', '数据监测组', '监控', 'monitoring', 'monitoring group'],
  logistics: ['后勤组', '后勤小组', '后勤保障组', '物资组', '物料组', '保障组', '后勤', 'logistics', 'logistics group'],
};
/** What a group of another name does, so that a table of duties finds its place: the first that fits. */
export const GROUP_KINDS: readonly (readonly [RegExp, TeamGroup])[] = [
  [/总负责|总指挥|总协调|领导|统筹|指挥/, 'lead'],
  [/策划|方案|文案|设计|内容|创意|企划/, 'planning'],
  [/监控|监测|数据|质检|督导|评估|复盘/, 'monitoring'],
  [/后勤|物料|物资|采购|保障|场地|设备|财务|行政|安保|餐饮|交通/, 'logistics'],
  [/执行|现场|签到|接待|体验|咨询|推广|宣传|渠道|销售|客服|活动|应急|地推|引导|主持/, 'execution'],
];
/** `执行组组长`, `策划组负责人`: the group stands for the one who heads it. */
export const GROUP_HEAD = /(?<=组)(?:组长|长|负责人|成员|全体|人员)$/;
/** What a person does among several, said after the name: `王芳(现场)`, `李想负责`. */
export const PART_WORDS = /(?:负责|牵头|主责|主办|协助|配合|协办|支持)$/;
/** Between two owners. */
export const OWNER_SEPARATOR = /[、,，;；/／+＋&|\n]|(?<=[一-龥]{2})(?:和|与|及|以及)(?=[*＊一-龥]{2})/;
/** Nobody. */
export const NOBODY = /^(?:[-—–―/]*|无|暂无|待定)$/;
