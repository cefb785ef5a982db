/** Words of goals in prose, and of what looks like a goal and is none. */

export const SENTENCE_END = /[。！？!?\n]|(?<!\d)\.(?!\d)/;
export const CLAUSE_SPLIT = /[，；;、]|,(?!\d{3}(?!\d))|(?:以及|并且|同时|并|且|及|和)(?=[一-龥]{2,12}?(?:提升|提高|增长|增加|达|不低于|不少于|突破|超过|完成|降低|\d))/;
export const OPENING = /^.*(?:[:(（：“"「]|如下|分别为|包括|即|例如|比如|如(?=\d|[一-龥]{2}))\s*/;
export const GOAL_CONTEXT = /目标|kpi|指标|力争|争取|预期|预计|计划|确保|期望|旨在|okr|北极星/i;
export const GOAL_HEADING = /目标|kpi|指标|预期成果|预期效果/i;
/** Parts of a document that tell what was, what could be done, or how to judge: numbers in them are results and examples. */
export const RESULT_CONTEXT = /达成率|完成率[(（]?如|复盘|总结|经验|亮点|不足|沉淀|效果评估|评估报告|案例|回顾|去年|往年|上年|上期|上届|行业平均|数据显示|统计显示|调研|据统计|同期/;
export const RESULT_HEADING = /复盘|总结|效果评估|经验|背景|现状|市场分析|案例|回顾|附录|说明$/;
export const RESULT_CLAUSE = /高达|占(?:比|总|据)?|低于预算|超出?预算|高于预算|预算(?:的)?\d|完成(?:了)?\d+(?:\.\d+)?%|达成(?:了)?\d+(?:\.\d+)?%|已|曾|去年|往年|上年|上期|误差|折扣|优惠|满\d|立减|打\d|每人|单价|服务费|税率|备用金|预备费|占比|比例|(?:预热|爆发|延续)期|获客成本低于|概率|阈值|预警|权重|建议|退款率超|以上时|时启动|触发/;
/** A condition: `若点击率低于 1.2%` says when to act, not what to reach. */
export const CONDITION = /^(?:若|如果|倘若|假如|一旦|如遇|当(?=.{2,20}(?:时|低于|高于|超过)))/;
export const NOT_METRIC = /^(?:活动|提前|时间|日期|第|共|约|每日|每天|不超过|至少|其中|预算|总预算|费用|建议|前|后|分|为期|持续|周期|历时|限|满|每|人员|兼职|海报|宣传册|物料|展位|礼品|奖品|赠送|发放|设置|配备|安排|准备|制作|采购|提供|投放|开展|举办|组织|召开)+$/;

const VERBS_UP = '同比增长|环比增长|提升|提高|增长|增加|上升|上涨|递增|提振';
const VERBS_DOWN = '降低|下降|减少|缩短|压缩';
const REACH = '达到|达成|达至|达|突破|超过|超|不低于|不少于|不高于|不超过|不小于|不大于|高于|低于|控制在|保持在?|维持在?|稳定在|完成|实现|为|至少|约为?|在|≥|≤|>=|<=|>|<|=|:|：';
export const AMOUNT = '(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?)\\s*(?<scale>亿|千万|百万|万|千|[wk](?![a-z]))?\\s*(?<more>\\+|余|多)?\\s*(?<unit>%|％|个百分点|元|[一-龥]{1,3}次?|分|倍|/5|\\+)?';
export const RANGE_AMOUNT = '(?<low>\\d[\\d,.]*)\\s*(?<lowScale>万|千|亿)?(?:%|％)?\\s*(?:-|~|至|到)\\s*(?<high>\\d[\\d,.]*)\\s*(?<highScale>万|千|亿)?\\s*(?<rangeUnit>%|％|元|[一-龥]{1,3})?';
export const GROWTH_CLAUSE = new RegExp(`^(?<metric>.{2,24}?)(?:较.{1,8}|比.{1,8}|预计|力争|争取|将|能|能够|要)?(?<verb>${VERBS_UP}|${VERBS_DOWN})(?<to>至|到|为)?(?:约|了|不低于|不少于|超过|至少|[≥>]=?)?\\s*(?:${RANGE_AMOUNT}|${AMOUNT})`, 'i');
export const REACH_CLAUSE = new RegExp(`^(?<metric>.{2,24}?)(?:要|将|须|需|应|能|力争|争取|预计|确保)?(?<verb>(?:${REACH})+)\\s*(?:约|[≥≤><]=?)?\\s*(?:${RANGE_AMOUNT}|${AMOUNT})`, 'i');
export const PLAIN_CLAUSE = new RegExp(`^(?<metric>.{2,20}?)\\s*(?:约|近|超|[≥≤><]=?)?\\s*(?:${RANGE_AMOUNT}|${AMOUNT})`, 'i');
/** `新增1万名会员`: the number stands before its metric. */
export const INVERTED_CLAUSE = new RegExp(`^(?<verb>新增|吸引|获取|收集|发展|招募|邀请|积累|沉淀|带动|促成|覆盖|触达|签约|达成|实现|完成|售出|获得)(?:约|超|超过|不少于|至少|近)?\\s*${AMOUNT.replace('(?<unit>%|％|个百分点|元|[一-龥]{1,3}次?|分|倍|/5|\\+)?', '(?<unit>名|人次|人|位|条|个|单|家|份|万元|元|组|场|次|件|台|套)?')}(?:的)?(?<tail>[一-龥a-z]{2,12})`, 'i');
export const DOUBLED = /^(?<metric>.{2,16}?)(?:实现)?(?<word>翻一番|翻番|翻倍|翻两番)/;
export const RATIO_CLAUSE = /^(?<metric>.{0,8}?(?:roi|投入产出比|投产比|roas))(?:达到|达|不低于|≥|>=|>|为|:|：|突破|超过|大于|约)*\s*(?<left>\d+(?:\.\d+)?)(?:\s*[:：]\s*(?<right>\d+(?:\.\d+)?))?/i;
export const DOWN_WORD = new RegExp(VERBS_DOWN);

/** Nouns that a campaign measures. */
export const METRIC =
  /销量|销售[额量]?|销售收入|订单|下单|成交|会员|复购|回购|转化|曝光|搜索|指数|粉丝|关注|参与|到场|到店|进店|报名|线索|满意|好评|nps|roi|投产比|投入产出|获客|客单价|gmv|营收|收入|利润|阅读|播放|互动|点击|下载|注册|用户|客户|新客|留存|知名度|认知度|美誉度|占有率|份额|签约|客流|人次|人数|观展|观众|媒体|报道|活跃|日活|月活|dau|mau|uv|pv|流量|访客|访问|咨询|留资|加购|核销|分享|转发|点赞|评论|裂变|社群|加粉|涨粉|扫码|问卷|意向|渗透率|覆盖|触达|口碑|推荐|投诉|退货|退款|差评|流失|达标|出席|签到|体验|试用|代理|加盟|经销|门店|成本|回款|业绩|产值|库存|周转|率$/i;
/** One word that may stand before a metric and is no part of it. */
export const METRIC_LEAD =
  /^(?:示例|例如|如|其中|(?:核心)?目标(?:是|为|可设定为|设定为)?|本次|通过|力争|争取|确保|预计|计划|预期|完成|实现|达到|达成|使得?|让|将|把|在|并|且|同时|从而|最终|进而|推动|带动|拉动|促进|促使|获得|获取|吸引|收集|主要|次要|(?:[一二三四五六七八九]|\d{1,2})[、.)](?!\d)|[“"「:：(（\s-])/;
export const METRIC_LEAD_PLACE = /^(?:本次|整个)?活动(?!期)/;
export const DEADLINE =
  /^(?:在|于)?((?:未来|今后|首|前|上市后?|活动后|开业后?|活动开始后|活动结束后)?\s*(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})\s*个?(?:月|天|日|周|年|季度|小时)(?:之?内|以内)|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:之?前|底前?|末前?|份)|(?:\d{4}|今|本|明)年(?:底|末|内|度|上半年|下半年)?前?|(?:第[一二三四]|本|上|下)季度(?:内|末|前)?|q[1-4](?:内|末|前)?|(?:整个|本次)?(?:活动|促销|预热|爆发|展会|节日|大促|双十一|双11|618|国庆|春节)(?:期|周期|季)?(?:期间|首日|当天|当日|结束前|结束后|现场|期内)|首[日周月]|上市首[日周月]|开业当天|年内|月内|截至\d{1,2}月\d{1,2}日|截止\d{1,2}月\d{1,2}日)(?:[,，]?)/i;
export const DEADLINE_TAIL = /(?:[(]|[,，])?(?:截止|截至|完成时间|时限|期限|于)?[:：]?\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:前|之前)?|\d{1,3}(?:个月|天|周|日)内|活动期间|年底前|年内)[)]?$/;
export const COUNT_UNIT_TRIM = /(?:以上|以内|左右|以下|的|目标|等|及|且|并|为|是|到|至|时|前|后|增|达|会|新|有|内|可|用|品)$/;
export const UNIT_ALLOWED = /^(?:单|人|人次|名|位|个|家|次|份|件|台|套|条|篇|万|分|张|组|户|元|倍|场|点|星|瓶|箱|盒|辆|吨|笔|间|天|小时|分钟|秒|万元|门店)$/;
export const BOUND_MORE = /约|左右|近|上下/;
export const YUAN_UNIT = '元';
export const GROWTH_NOUN = /(?:增长率|增幅|提升率|增速)$/;
/** Metrics that are money even where the number has no unit: `销售额突破240万`. */
export const MONEY_METRIC = /销售额|营业额|成交额|交易额|gmv|营收|收入|利润|回款|业绩|客单价|获客成本|产值/i;
/** Metrics of which less is better. */
export const LOWER_IS_BETTER = /成本|投诉|退货|退款|差评|流失|cpa|cac|cpc|等待|耗时|时长|排队|损耗/i;
