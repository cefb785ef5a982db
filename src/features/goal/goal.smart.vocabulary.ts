/** Words that say a direction and no result: 提升品牌知名度 is a wish until it is counted. */
export const VAGUE = /提升|提高|增强|增进|加强|扩大|促进|推动|打造|树立|塑造|优化|改善|显著|大幅|明显|尽量|尽可能|充分|更好|更多|更高|进一步|improve|increase|enhance|boost|strengthen|raise|better|more /i;
/** Ends that cannot be counted as they stand. */
export const UNCOUNTED = /知名度|美誉度|影响力|认知度?|形象|口碑|氛围|粘性|黏性|忠诚|活跃度|品牌力|竞争力|效果|品质|声量|awareness|influence|image|reputation|loyalty|engagement/i;
/** Nouns that are counted. */
export const COUNTED = /量|额|数|率|次|人次|客流|订单|会员|线索|粉丝|报名|签约|gmv|roi|roas|nps|满意度|指数|评分|时长|占比|份额|成本|客单|单价|收入|利润|营收|uv|pv|orders?|sales|members?|leads?|visits?|rate|count|cost|revenue|searches|followers|impressions|complaints|participants/i;
/** More than one thing in one goal. */
export const SEVERAL = /、|；|;|以及|\+|＋| and |&/i;
/** A return on money may exceed 100 %. */
export const UNBOUNDED_RATE = /roi|roas|回报|投入产出|投产|完成率|达成率/i;
/** Shows only after the campaign has ended. */
export const SHOWS_LATER = /复购|回购|留存|retention|repurchase/i;

/** The metric of the catalogue that an uncounted end is best counted by. */
export const COUNTED_BY: readonly (readonly [RegExp, string])[] = [
  [/知名度|认知|品牌力|awareness/i, 'search'], [/影响力|声量|influence/i, 'exposure'], [/口碑|美誉|reputation/i, 'nps'], [/形象|image/i, 'search'],
  [/粘性|黏性|忠诚|loyalty/i, 'repurchase'], [/活跃|氛围|engagement/i, 'participants'], [/品质|效果|quality/i, 'satisfaction'],
];
