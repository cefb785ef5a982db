/** How people write days, periods and times; matched on text that `normalize` has made uniform. */

/** Chinese numerals that count days, months and hours: `十月一日`, `提前两小时`. */
export const WORDED_COUNT = /([零〇一二两三四五六七八九十]{1,4})(?=\s*(?:月|日(?!常)|号|年|点|时|天|个|小时|周(?!年)|工作日|旬))/g;
export const NOT_A_COUNT = /(?:周|星期|礼拜|第)$/;
export const WEEKDAY = /[(]?\s*(?:周|星期|礼拜)([一二三四五六日天])\s*[)]?/g;

const FULL = String.raw`(?<fy>(?:19|20)\d{2})\s*[年\-/.]\s*(?<fm>\d{1,2})\s*[月\-/.]\s*(?<fd>\d{1,2})(?!\d)\s*[日号]?`;
const COMPACT = String.raw`(?<!\d)(?<cy>20\d{2})(?<cm>\d{2})(?<cd>\d{2})(?!\d)`;
const TIME = String.raw`(?<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|早|am|pm)?\s*(?<!\d)(?<h>\d{1,2})\s*(?:[:点](?!\d{3})|时(?!间))\s*(?<mi>\d{2}|半|一刻|\d(?=分))?(?::\d{2})?\s*(?:分|整|am|pm)?`;
const MONTH_DAY = String.raw`(?:(?<my>\d{2})年)?(?<mm>\d{1,2})月\s*(?<md>\d{1,2})(?![\d:]|个|周)\s*[日号]?`;
const MONTH_WEEK = String.raw`(?:(?<wy>(?:20)?\d{2})年)?(?:(?<wm>\d{1,2})月(?:份)?\s*(?:的)?)?第\s*(?<w1>[一二三四五六七八九十\d]{1,3})\s*(?:(?:-|~|至|到|、)\s*(?:第)?\s*(?<w2>[一二三四五六七八九十\d]{1,3}))?\s*周`;
const MONTH_PART = String.raw`(?:(?<py>(?:20)?\d{2})年)?(?<pm>\d{1,2})月(?:份)?\s*(?<part>上旬|中旬|下旬|上半月|下半月|月初|月中|月底|月末|初|中|底|末)?`;
const SLASH = String.raw`(?<![\d./])(?<bm>\d{1,2})[./](?<bd>\d{1,2})(?![\d/]|\.\d)`;
const DASH = String.raw`(?:(?<![\d./-])(?=\d{2}-\d{2})|(?<=[~至到]\s?))(?<nm>\d{1,2})-(?<nd>\d{1,2})(?![\d./]|-\d|\s*[日号天])`;
const DAY = String.raw`(?<dd>\d{1,2})\s*[日号](?!常)`;
const BARE_DAY = String.raw`(?<![\d.:])(?<db>\d{1,2})(?![\d:.%]|\s*(?:天|小时|个|分|周|年|人|名|元|次|场|张|份))`;
const JOINT = String.raw`(?<joint>[-~]+|至|到|\bto\b)`;
const LIST = String.raw`(?<list>[、,&;/]|和|及|与)`;
export const DATE_TOKEN = [FULL, COMPACT, MONTH_WEEK, MONTH_DAY, TIME, MONTH_PART, SLASH, DASH, DAY, BARE_DAY, JOINT, LIST].join('|');

export const AFTERNOON = /下午|傍晚|晚|pm/i;
export const NOON = /中午/;
export const HALF_PAST = /半/;
export const QUARTER_PAST = /一刻/;
export const BEFORE = /^\s*(?:[(][^)]*[)])?\s*(?:之前|以前|前|止|截止|为止|内)/;
export const DEADLINE_WORD = /(?:截止|截至|不晚于|不迟于|最晚|最迟|deadline)/i;
export const ONWARD = /^\s*(?:起|开始|之后|以后|后|始)(?!.*\d)/;
export const UP_TO_NOW = /即日起|即日/;
/** Words that may surround a date in a date cell without changing it. */
export const ALLDAY = /全天/;

export const RELATIVE_MARK = /^(?:t|d|d-day)\s*(?:日|天|day)?\s*(?:(?<sign>[+-])\s*(?<count>\d{1,3})\s*(?<unit>个?工作日|天|日|周|个?月|days?|d|w)?)?$/i;
export const RELATIVE_SPLIT = /\s*(?:~|至|到|-(?=\s*[td]\s*[-+日])|\bto\b)\s*/i;
const ANCHOR = '(?<anchor>活动|项目|开业|上市|发布会|会议|展会|大会|年会|开幕|开展|正式|促销|会|展|执行)?(?:正式)?';
export const RELATIVE_PHRASE = new RegExp(
  `^(?:于|在)?${ANCHOR}(?<moment>开始|启动|举办|举行|上线|开幕|当日|当天|结束|完成|完毕|闭幕|收官)?(?:之|的)?(?<side>提前|前|后|内)(?:的)?第?(?<count>\\d{1,3}|半)\\s*个?\\s*(?<unit>工作日|天|日|小时|分钟|周|星期|礼拜|月)(?<within>之?内|以内|前|左右|完成)?`,
);
export const SAME_DAY = /^(?:活动|项目|开业|上市|会议|展会|大会|促销)?(?:当天|当日|首日|第一天|开业日|活动日|第1天)(?:全天)?$/;
export const LAST_DAY = /^(?:活动|展会|项目|促销)?(?:最后[一1]天|末日|结束日|结束当天|结束当日|收官日)$/;
export const DURING = /^(?:活动|展会|项目|促销)?(?:期间|全程|全周期|全过程|进行中|整个活动期间?|活动期)$/;
export const EVERY = /(?:每|逐)(?<unit>个?工作日|天|日|晚|早|周|星期|月|季度|小时)(?<on>[一二三四五六日天]|\d{1,2}[日号])?/;
export const END_MOMENT = /结束|完成|完毕|闭幕|收官/;
export const AHEAD = /提前|前/;
export const WITHIN = /内/;
export const QUARTER = /(?:(?<year>(?:20)?\d{2})年)?\s*(?:第?(?<word>[一二三四1-4])季度|q(?<q>[1-4]))/i;
export const FUZZY_WORD = /月初|月底|月中|月末|年底|年初|年中|上旬|中旬|下旬|下周|本周|下月|本月|周[一二三四五六日天末]|星期|国庆|春节|元旦|中秋|端午|五一|十一|双十[一二]|618|清明|暑假|寒假|近期|随时|长期|持续|前期|中期|后期|期间|节前|节后|季|初|底/;
export const UNIT_OF: [RegExp, 'day' | 'workday' | 'hour' | 'minute' | 'week' | 'month'][] = [
  [/工作日/, 'workday'], [/小时/, 'hour'], [/分钟/, 'minute'], [/周|星期|礼拜|w/i, 'week'], [/月/, 'month'], [/天|日|d/i, 'day'],
];
export const WEEKDAYS = '日一二三四五六';
export const DAY_WORD_SUN = '天';
export const PART_DAYS: [RegExp, number, number][] = [
  [/上旬/, 1, 10], [/中旬/, 11, 20], [/下旬/, 21, 31], [/上半月/, 1, 15], [/下半月/, 16, 31], [/初/, 1, 5], [/中/, 11, 20], [/底|末/, 26, 31],
];
export const HALF = '半';
export const DOCUMENT_YEAR = /(?<!\d)(20\d{2})\s*年(?!\s*[来以])|(?<!\d)(20\d{2})\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d)/g;
export const EXACT_YEAR = /(?<!\d)(20\d{2})\s*(?:年\s*\d{1,2}\s*月|[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}(?!\d))/g;
/** What a note promises by a day: `需10月15日到货`, `10月22日提交`. */
export const DUE_WORD = /到货|到位|提交|交付|完成|上线|送达|截止|截至|报送|验收|发布|定稿|前$|之前/;
export const DURATION = /^(?:约|共)?(\d+(?:\.\d+)?|半)\s*个?\s*(工作日|自然日|日历[天日]|天|日|小时|h|分钟|min|周|星期|月|e?d|e?days?)?(?:左右)?$/i;
export const WITHIN_TAIL = /(?:之内|以内|内|完成|审批完成|审批)+$/;
/** A text that is a date or a time and nothing else: more words make it a note about one. */
export const DATE_ONLY = /^(?:[\d年月日号时分点半上下午早晚前后至到起止自.:~/\s()周一二三四五六-]|星期|之前|以前|全天|开始|截止|截至|即日|上旬|中旬|下旬|月初|月底|第|左右|each|am|pm)+$/i;
