/** How people write money; matched on text that `squeeze` has made uniform. */

export const FREE = /^(?:免费|免费提供|赠送|免收|无需费用|无费用|自有|公司自有|内部提供|场地方提供|free)(?:[(].*[)])?$/i;
export const AT_COST = /^(?:按实报销|实报实销|据实(?:报销|结算|列支)?|按实(?:际)?(?:发生|结算|列支|支出|花费|费用)?(?:报销|结算|列支)?|凭票报销)(?:[(].*[)])?$/;

export const MULTIPLIERS: Record<string, number> = { 百: 100, 千: 1000, k: 1000, 万: 10_000, 萬: 10_000, w: 10_000, 十万: 100_000, 百万: 1_000_000, 千万: 10_000_000, m: 1_000_000, 亿: 100_000_000, 億: 100_000_000 };
export const MULTIPLIER = '(?:十万|百万|千万|亿|億|万|萬|[wW](?![a-zA-Z])|千|[kK](?![a-zA-Z])|百)';
export const CURRENCY_BEFORE = '(?:人民币|rmb|cny|[¥￥])';
export const CURRENCY_AFTER = '(?:元整?|圆整?|块钱?|人民币|rmb|cny)';
export const FOREIGN: [RegExp, string][] = [
  [/us\$|usd|美元|美金|\$/i, 'USD'],
  [/€|eur|欧元/i, 'EUR'],
  [/£|gbp|英镑/i, 'GBP'],
  [/hkd|hk\$|港币|港元/i, 'HKD'],
  [/jpy|日元|日圆/i, 'JPY'],
];
/** `/人/天`, `每人每天`: what one price is for. */
export const PER_UNIT = '(?:(?:/|每)\\d?(?:[\\p{Script=Han}㎡]{1,3}|[a-z]{1,4}))+';
export const APPROXIMATE = /^(?:约|大约|预计约?|估计|估算|不超过|不高于|最多|最高|上限|不低于|不少于|至少|超过|近|[≤≥<>]=?)|(?:左右|上下|以内|以上|以下|之内|起|\+|余)(?:元|万元)?$/;
/** What counts something else than money: `10名` in a money cell is not ten yuan. */
export const MEASURE_AFTER = /^(?:[名人位张本份个件套台场次天日周月年期篇条组箱批时点分家只支瓶桶盒袋幅]|小时|%|‰)/;
export const RANGE_JOINT = '(?:-|~|至|到|—)';
export const WORDED_UNIT = /(?:元整|圆整|元正|元|圆|块)$/;
export const WORDED_PREFIX = /^(?:人民币|大写|[:(])+/;

/** The unit that a heading or a note above the table states: `(万元)`, `单位：千元`. */
export const UNIT_WORDS: [RegExp, number][] = [
  [/百万元?/, 1_000_000],
  [/万元|万人民币|rmb万|万rmb|万$|万[)/]|w元/i, 10_000],
  [/千元|k元/i, 1000],
  [/亿元/, 100_000_000],
];
export const UNIT_NOTE = /(?:金额)?单位(?:均?为|是)?[:]?\s*(?:人民币)?[(]?(亿元|百万元|万元|千元|元|万)[)]?|[(](?:金额)?(?:单位[:]?)?(?:人民币)?(亿元|百万元|万元|千元|元)[)]/;

export const SERVICE_PERCENT = /^(\d+(?:\.\d+)?)%/;
export const IN_PARENS = /[(][^()]*[)]/g;
export const YUAN = '元';
export const PER_WORD = '每';
export const MONEY_SIGN = /[¥$]|元|万|圆|块|免费|报销/;
