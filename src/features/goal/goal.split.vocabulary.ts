/** Metrics that are one figure over another: their parts are no sum. */
export const RATIO_METRIC = /成本|单价|客单|均价|人均|平均|指数|满意度|净推荐|占比|份额|时长|评分|nps|roi|roas|cpa|cac|cpc|cpm|arpu|率$|度$|per |average|index/i;
