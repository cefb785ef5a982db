/** How days stand in a text that is written again for other days; matched on the text as it is, so that the rest of it stays. */

const FULL = String.raw`(?<![\d.])(?<fy>20\d{2})(?<f1>\s*[年\-/.]\s*)(?<fm>\d{1,2})(?<f2>\s*[月\-/.]\s*)(?<fd>\d{1,2})(?!\d)(?<fe>\s*[日号])?`;
const COMPACT = String.raw`(?<!\d)(?<cy>20\d{2})(?<cm>\d{2})(?<cd>\d{2})(?!\d)`;
const MONTH_DAY = String.raw`(?<mm>\d{1,2})(?<m1>\s*月\s*)(?<md>\d{1,2})(?![\d:：])(?<me>\s*[日号])?`;
const SHORT = String.raw`(?<![\d./])(?<sm>\d{1,2})(?<s1>[./])(?<sd>\d{1,2})(?![\d/]|\.\d)`;
const BARE = String.raw`(?<=[日号\d)）]\s*(?:[-~—–―～、,，]+|至|到|和|及)\s*)(?<bd>\d{1,2})(?![\d:：.点/月年\-]|\s*(?:天|小时|个|时))(?<be>\s*[日号])?`;
const WEEKDAY = String.raw`(?<week>\s*[(（]?(?:周|星期|礼拜))(?<weekday>[一二三四五六日天])(?<close>[)）]?)`;
export const DAY_AT = new RegExp(`(?:${FULL}|${COMPACT}|${MONTH_DAY}|${SHORT}|${BARE})(?:${WEEKDAY})?`, 'gu');
export const WEEKDAYS = '日一二三四五六';

const MOMENTS = '活动|项目|开业|上市|发布会|会议|展会|大会|年会|促销|展|会';
/** One moment told from the event, as it stands. */
export const MARK_AT = /(?<![A-Za-z])(?<letter>[DTdt])(?:\s*(?:日|天)(?!\s*\d)|\s*[-+−－＋]\s*\d{1,3}\s*(?<unit>个?工作日|天|日|周)?)(?:\s*[(（](?:周|星期|礼拜)[一二三四五六日天][)）])?/u;
export const PHRASE_AT = new RegExp(
  `(?<name>${MOMENTS})?(?:正式)?(?<moment>开始|启动|举办|举行|上线|开幕|结束|完成|完毕|闭幕|收官)?(?<of>之)?(?:提前|前|后)第?(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})\\s*(?<ge>个)?\\s*(?<unit>工作日|天|日|周|星期|礼拜)(?:之?内|以内)?`
  + `|(?<same>${MOMENTS})?(?:当天|当日|首日)|(?<last>${MOMENTS})?(?:最后[一1]天|结束当天|结束当日)|(?<during>${MOMENTS})(?:期间|全程)`, 'u');
export const RANGE_JOINT = /^\s*(?:[~～—–―-]+|至|到)\s*/u;
/** Counts in Chinese numerals are written on in them up to ten. */
export const WORDED = /(?<!最)[前后]第?[一二两三四五六七八九十]/u;
export const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

export const EVENT = '活动';
export const ENDED = '结束';
export const DAY_UNIT = '天';
export const WORKDAY_UNIT = '个工作日';
export const WEEK_UNIT = '周';
export const WORKDAY_WORD = /工作日/u;
export const WEEK_WORD = /周|星期|礼拜/u;
export const BEFORE = '前';
export const AFTER = '后';
export const WITHIN = '内';
export const SAME_DAY = (name: string): string => `${name}当天`;
export const LAST_DAY = (name: string): string => `${name}最后一天`;
export const MARK_DAY = (letter: string): string => `${letter}日`;
export const MONTH_AND_DAY = (month: number, day: number): string => `${month}月${day}日`;
export const DAY_OF_MONTH = (day: number): string => `${day}日`;
export const TO = '至';
