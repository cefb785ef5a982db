/** Values of metrics and goals: `2000单`, `提升50%`, `≥90%`, `100万元`, `1:3`. */
export const MEASURE_VERB = /^(?:同比|环比)?(?:提升至?|提高至?|增长至?|增加至?|上升至?|达到?|达成|实现|完成|新增|突破|超过|不低于|不少于|不高于|不超过|高于|低于|降低至?|下降至?|减少至?|控制在|约|至少|[≥≤><=]+|\+)+/;
export const MEASURE_TAIL = /(?:以上|以内|以下|左右|及以上|[↑↓])$/;
export const FALLING = /降低|下降|减少|↓/;
export const BOUND = /约|左右/;
export const MONEY_UNIT = /^(?:元|万元|亿元|rmb|cny)$/i;
export const RATIO = /^(\d+(?:\.\d+)?)[:](\d+(?:\.\d+)?)$/;
export const TIMES_OVER: [RegExp, number][] = [[/^翻(?:一番|倍|1倍)$/, 100], [/^翻两番$/, 300]];
export const BAND_BELOW = /以下|以内|不超过|不足|小于|低于|≤|<|及以下/;
export const BAND_ABOVE = /以上|超过|大于|高于|≥|>|及以上/;
export const BAND_SPLIT = /-|~|至|到/;
export const COUNT_SCALE = /^(?:单位[:]?)?(亿|千万|百万|万|千)(.{0,3})$/;
export const HEADING_UNIT = /^(?:单位[:]?)?([一-龥㎡]{1,3}|%|m2|pcs)$/;
