/** How hours, repetitions and promises stand in 时间节点 and in notes; matched on text that `datesInDigits` has made uniform. */

const HALF_DAY = '(?:凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚)';
const CLOCK = String.raw`${HALF_DAY}?\s*(?<![\d:])\d{1,2}\s*(?::\s*\d{2}(?::\d{2})?|点(?:半|一刻|\d{1,2}分?|整)?|时(?!间)(?:\d{1,2}分)?)`;
const REPEAT = String.raw`(?:活动期间|期间)?[每逐](?:个?工作日|天|日|晚|早|(?:周|星期|礼拜)(?:[一二三四五六日天](?:\s*(?:至|到|-|~|、|,|和|及)\s*(?:周|星期|礼拜)?[一二三四五六日天])*)?|月(?:\d{1,2}[日号])?|季度|小时)`;
/** `工作日9:00站会` says 每 without writing it; `3个工作日 18:00前` does not. */
const WORKDAYS = String.raw`(?<![\d个+\-后前])工作日(?=\s*${HALF_DAY}?\s*\d{1,2}\s*[:点时])`;

const AHEAD = String.raw`提前\s*(?:\d+(?:\.\d+)?|半)\s*个?(?:小时|分钟)`;

/** Where the hours of a text begin, after its days: `D-1 |18:00前`, `活动期间|每日21:00`, `D日|提前2小时到岗`. */
export const HOURS_BEGIN = new RegExp(`${AHEAD}|${REPEAT.replace('(?:活动期间|期间)?', '')}|${WORKDAYS}|${CLOCK}`, 'u');
export const IMPLIED_WORKDAYS = new RegExp(WORKDAYS, 'u');
/** The days of a week that are named after 每周: `每周一、三`, `每周一至周五`. */
export const WEEK_LIST = /[每逐](?:周|星期|礼拜)(?<days>[一二三四五六日天](?:\s*(?:至|到|-|~|、|,|和|及)\s*(?:周|星期|礼拜)?[一二三四五六日天])*)/u;
export const WEEK_RANGE = /(?<from>[一二三四五六日天])\s*(?:至|到|-|~)\s*(?:周|星期|礼拜)?(?<to>[一二三四五六日天])/gu;
export const WEEKDAYS = '日一二三四五六';
export const SUNDAY_TOO = '天';

export const CLAUSE_APART = /[;；。，\n]|,(?!\d{3})/u;
/** Hours before something begins: where they begin in a clause, `工作人员提前2小时到岗`. */
export const AHEAD_BEGINS = /(?:活动|会议|开场|开幕|开业|正式)?(?:开始)?(?:提前|之?前)\s*(?:\d+(?:\.\d+)?|半)\s*个?(?:小时|分钟)/u;
export const OPENING_WORD = /^(?:开场|开幕|开业|正式|会议)(?:开始)?/u;
/** Days from the event, where they begin in a clause: `需D-1到货`, `物料活动前1天到位`. */
export const FROM_EVENT_BEGINS = /(?:(?<![A-Za-z])[DTdt]\s*[+-]\s*\d{1,3}|(?<![A-Za-z])[DTdt]日|活动(?:开始|结束|当天|当日|前|后|最后))/u;
export const EVENT_MARK = /^[DTdt]\s*(?:日|[+-]\s*\d{1,3}\s*(?:个?工作日|天|日|周)?)/u;
export const EVENT_PHRASE = /^活动(?:当天|当日|最后[一1]天|(?:开始|结束)?之?[前后]\s*\d{1,3}\s*个?(?:工作日|天|日|周|星期|月)(?:之?内|以内)?)/u;
/** What a note promises by a day: `需10月15日到货`, `10月22日提交`. */
export const PROMISE = /到货|到位|提交|交付|交稿|完成|上线|送达|截止|截至|报送|验收|发布|定稿|确认|归还|付款|前$|之前/u;
/** What was promised and is kept already asks for nothing. */
export const SETTLED = /已|曾/u;
/** A sum is no task of every day: `每天200元`. */
export const SUM_AFTER = /^\s*(?:约|不超过|限)?\s*[\d.,]+\s*(?:万|千|百)?\s*(?:元|块|人|次|份|件|个|小时|h|%)/iu;

/** What is taken out of a clause so that its label is left. */
export const TIME_WORDS = [
  new RegExp(REPEAT, 'gu'), new RegExp(WORKDAYS, 'gu'),
  // Hours before days: the end of one and the begin of the other look like a day (`9:00-11:30`).
  new RegExp(`${CLOCK}(?:\\s*(?:[-~至到]|\\bto\\b)\\s*${CLOCK.replace('(?<![\\d:])', '')})?`, 'gu'),
  /(?:20\d{2}\s*[年\-/.])?\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*[日号]?(?:\s*[-~至到]\s*(?:\d{1,2}月)?\d{1,2}[日号])?/gu,
  /[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?/gu,
] as const;
/** Another word for the event's begin, in the form that the reader of phrases knows. */
export const OPENING = '活动开始';
/** A weekday that stands beside a day told from the event: `D-7(周四)`. */
export const WEEKDAY_BESIDE = /\s*\((?:周|星期|礼拜)[一二三四五六日天]\)\s*$/u;
export const FILLER = /^(?:需要?|须|请|应|要|于|在|的|并|将|之前|以前|前|止|内|起|开始|准时|[\s:()~-])+|[\s:()~-]+$/gu;
/** Words that say no more than the title: what is due is the task. */
export const ONLY_DONE = /^(?:全部|必须|按时)?(?:完成|完毕|搞定|结束|截止|done|finish(?:ed)?)?$/iu;
