/** How 单价 × 数量 × 次 is written in a budget line (T1, formats.md › Quantities); matched on text made uniform. */

/** The unit of a price in words. */
export const YUAN = '元';

/** What counts. Longer ones first: 人次 before 人. */
export const COUNT_UNIT =
  '(?:人次|人天|工作日|工日|场次|平方米|平米|公斤|小时|个月|台班|pcs|sets?|m2|[㎡张本个份件套台场次名人位员块条只支箱包盒袋瓶把间幅面辆组批对双篇期天日周月年晚家部顶桌杯册枚粒桶项单扇棵盆束片根颗架艘层轮班趟回节站店餐h])(?![a-z])';

/** What measures a thing and does not count it: `80cm`, `157g`, `3米`. */
export const MEASURE_UNIT = '(?:毫米|厘米|公分|千米|公里|毫升|像素|分钟|英寸|mm|cm|km|kg|ml|px|dpi|gb|mb|[米寸克升吨斤秒gml分w])(?![a-z0-9])';

/** `元/人/天`, `每人每天`: what one price is for. */
export const PER = `(?:[/·每]${COUNT_UNIT})+`;
export const PER_BEFORE = `(?:每${COUNT_UNIT})+`;
/** A price that goes on after what was read of it, `30元/千次`, is for something else. */
export const PER_UNREAD = /^[/·每]/;
export const PER_JOINT = /[/·每]/;
export const PRICE_LABEL = '(?:单价|均价|价格|单位价格)[为是:约]?';
export const CURRENCY = '(?:元整?|块钱|圆)';
export const SCALE = '(?:百万|千万|万|千|百)';
export const RESULT_LABEL = /(?:合计|共计|总计|小计|总价|总额|共|计|=)[为是:]?$/;

/** Writings of one unit: 10名 and 元/人 mean the same people. */
export const UNIT_CLASSES: readonly (readonly string[])[] = [
  ['人', '名', '位', '员'],
  ['天', '日', '工作日', '工日'],
  ['小时', '时', 'h'],
  ['月', '个月'],
  ['次', '趟', '回'],
  ['场', '场次'],
  ['晚', '夜'],
  ['㎡', 'm2', '平方米', '平米'],
];
/** Two units in one word: 元/人天. */
export const UNIT_PAIRS: Readonly<Record<string, readonly string[]>> = { 人天: ['人', '天'], 人次: ['人', '次'], 人场: ['人', '场'], 人晚: ['人', '晚'], 台班: ['台', '班'] };

/** Words after which a product of the numbers says nothing certain about the amount. */
export const UNCLEAR = /[%‰折赠送减满]|\d(?:-|~|至|到)\d|\d[\p{Script=Han}]{1,2}(?:-|~|至|到)\d|[≥≤><]|(?<![预签合])约|大概|左右|以内|以上|以下|不超过|不低于|不少于|不高于|最多|最高|至少|上限|超过|近\d|起(?:步|订|价|$|[,;)])|余|多(?:张|本|个|份|件|名|人)|\d\+(?!\d)|预付|首付|首款|首期|首批|定金|订金|尾款|余款|分期|部分|差额|补差|税|优惠|免费|备用|另|或|阶梯|赞助|除外/u;
/** Days, clocks and ordinals: numbers that count nothing. */
export const NOT_COUNTED = /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月\d{1,2}[日号]?(?:(?:-|~|至|到)(?:\d{1,2}月)?\d{1,2}[日号]?)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}|第\d+\p{Script=Han}?|(?<![a-z\d])[a-z]{1,3}-?\d{1,4}(?![\d.])|\d+[dk](?![a-z])/giu;
/** The size of one thing: `80*200cm`. */
export const DIMENSIONS = /\d+(?:\.\d+)?(?:mm|cm|m|毫米|厘米|米)?(?:\*\d+(?:\.\d+)?(?:mm|cm|m|毫米|厘米|米)?)*\*\d+(?:\.\d+)?(?:mm|cm|m|毫米|厘米|米)(?![a-z0-9])/giu;
/** A count in Chinese figures; one of something changes no product. */
export const WORDED_COUNT = /([二两三四五六七八九十百]{1,4})(?:人|名|位|天|日|次|场|个|张|本|份|件|套|台|月|周|晚|小时|间|桌|期|轮)/u;
