import type { PromotionPhase } from '#features/plan/plan.channels.rules.ts';
import type { LEVELS, RISK_KINDS } from '#features/plan/plan.lists.contract.ts';

/** What a plan's own tables say for our choices. The first that fits decides. */
export const PHASE_WORDS: readonly (readonly [RegExp, PromotionPhase])[] = [[/预热|蓄水|造势|悬念|前期|warm/i, 'warmup'], [/延续|持续|返场|长尾|后期|收尾|sustain/i, 'sustain'], [/爆发|高潮|集中|开幕|当天|现场|中期|burst/i, 'burst']];
export const LEVEL_WORDS: readonly (readonly [RegExp, (typeof LEVELS)[number]])[] = [[/高|大|严重|重大|^(?:very-)?high$/i, 'high'], [/低|小|轻|^(?:very-)?low$/i, 'low'], [/中|一般|medium/i, 'medium']];
export const RISK_WORDS: readonly (readonly [RegExp, (typeof RISK_KINDS)[number]])[] = [
  [/人流|拥挤|踩踏|客流|排队|crowd/i, 'crowd'], [/设备|音响|投影|网络|断电|停电|电力|系统|equipment/i, 'equipment'], [/投诉|纠纷|complaint/i, 'complaint'], [/天气|下雨|暴雨|高温|台风|weather/i, 'weather'], [/物料|供应|到货|缺货|库存|supply/i, 'supply'],
  [/舆情|负面|opinion/i, 'opinion'], [/合规|法律|个人信息|广告法|compliance/i, 'compliance'], [/资金|预算|超支|费用|money/i, 'money'], [/人员|缺岗|受伤|staff/i, 'people'],
];

/** Labels of our own fact lists, which are no table of anything. */
export const FACT_LABEL = /^(?:活动名称|活动主题|活动周期|现场日期|推广阶段|目标人群|campaign|theme|period|days on site|promotion|target audience)$/i;
/** A table of targets by part: its rows are parts of goals, not goals. */
export const PART_HEADING = /^(?:分解项|part)$/i;
export const ZONE_HEADING = /^(?:区域|分区|zone)$/i;
export const CAPACITY_HEADING = /^(?:容纳人数|容量|capacity)$/i;
export const DAY_HEADING = /^(?:第几天|day)$/i;
export const HARD_HEADING = /^(?:准点开始|准点|hard start)$/i;
export const DAY_NUMBER = /(?:第\s*|day\s*)(-?\d{1,2})/i;
/** A day of the calendar: a run sheet has times only. */
export const CALENDAR_DAY = /\d\s*[月日/]|\d{4}-\d/;
/** What says yes. */
export const YES = /^(?:是|√|☑|yes)$/i;
/** What the plan's own tables call a note. */
export const NOTE_HEADING = /^(?:备注|验收要求|口令与备注|note|acceptance|cue and note)$/i;
export const METRIC_HEADING = /^(?:指标|metric)$/i;
/** How what has no field of ours is written into a note. */
export const REMARK = (heading: string, text: string): string => `${heading}：${text}`;
export const REMARKS_JOIN = '；';
/** A length that is not in minutes. */
export const HOURS = /时|h/i;
/** The number that a heading of the document has; ours are numbered by their places. */
export const HEADING_MARK = /^(?:#{1,6}\s*|第[^\s章节部分]{1,4}[章节部分]\s*|[(（]?[\p{Script=Han}\d]{1,3}[)）、.．]\s*)/u;
export const END_COLON = /[:：]\s*$/;
/** A time of the day. */
export const CLOCK = /([01]?\d|2[0-3])[:：]([0-5]\d)/g;
