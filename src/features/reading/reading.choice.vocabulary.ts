/** Words that stand for one of a few choices; matched on text that `squeeze` has made uniform. */

export type StateWord = 'open' | 'doing' | 'done' | 'delayed' | 'cancelled';
export const STATE_WORDS: [RegExp, StateWord][] = [
  [/取消|作废|终止|中止|不做|cancel/i, 'cancelled'],
  [/延期|逾期|延迟|推迟|滞后|延后|超期|delay|late|overdue/i, 'delayed'],
  [/进行中|执行中|推进中|处理中|实施中|筹备中|制作中|部分完成|开展中|正在|已启动|已开始|已开展|doing|inprogress|ongoing/i, 'doing'],
  [/未完成|未开始|未启动|未执行|未开展|未进行|待开始|待执行|待启动|待办|待完成|待进行|待定|计划中|否|todo|open|pending|notstarted/i, 'open'],
  [/已完成|完成|已结束|已办|完毕|达成|已执行|^是$|^已$|done|finished|complete|closed|^yes$|^y$|^ok$/i, 'done'],
];
/** A box that is ticked. ☒ is how Word shows a ticked check box. */
export const TICKED = /[☑☒✅✔✓√■●☼▣◉]|\[\s*[xX√✓v*]\s*\]|\(\s*[√✓]\s*\)|^[vV]$/;
export const UNTICKED = /[□☐○◯▢❏❑◻▫]|\[\s*\]|\(\s*\)|^口$/;
export const CROSSED = /[×✗✘❌]|^[xX]$/;
export const BOX_OPTION = /([□☐○◯▢❏☑☒✅✔✓√■●×✗✘]|\[\s*[xX√✓]?\s*\])\s*([^□☐○◯▢❏☑☒✅✔✓√■●×✗✘[\]/、,;|]{1,8})/g;
export const PERCENT_DONE = /^(\d{1,3}(?:\.\d+)?)%$/;

export const PHASE_WORDS: [RegExp, 'preparation' | 'execution' | 'retrospective'][] = [
  [/复盘|总结|评估|收尾|后期|结束后|活动后|会后|收官|归档|售后|收集反馈|第三阶段|阶段三|retrospective|review/i, 'retrospective'],
  [/筹备|准备|策划|前期|活动前|会前|启动|立项|计划|规划|设计|调研|招募|第一阶段|阶段一|筹划|备展|制作|preparation|planning/i, 'preparation'],
  [/执行|中期|活动中|会中|当天|当日|实施|现场|预热|爆发|延续|推广|宣传|上线|进行|开展|落地|引流|第二阶段|阶段二|活动期|正式|高潮|返场|execution|live/i, 'execution'],
];
export const PHASE_LIKE = /(?:阶段|期|筹备|执行|复盘|准备|实施|总结)$/;

export const LEVELS: [RegExp, 'very-high' | 'high' | 'medium' | 'low' | 'very-low'][] = [
  [/^(?:极高|很高|非常高|特别重大|极大|致命|灾难性?|critical|very-?high)/i, 'very-high'],
  [/^(?:极低|很低|非常低|极小|可忽略|very-?low)/i, 'very-low'],
  [/^(?:中等?|一般|中度|适中|★★★?$|可能|medium|moderate)/i, 'medium'],
  [/^(?:高|较高|严重|重大|较大|大|紧急|很可能|high|h$)/i, 'high'],
  [/^(?:低|较低|轻微|较小|小|不太?可能|轻度|low|l$)/i, 'low'],
];
export const LEVEL_RANGE = /[-~至到/]/;
export const PRIORITIES: [RegExp, 'urgent' | 'high' | 'medium' | 'low'][] = [
  [/特急|紧急|加急|p0|urgent/i, 'urgent'], [/高|重要|p1|high|一级/i, 'high'], [/中|一般|普通|p2|medium|normal|二级/i, 'medium'], [/低|次要|p3|low|三级/i, 'low'],
];
export const FEEDBACK_TYPES: [RegExp, 'suggestion' | 'praise' | 'complaint' | 'question' | 'other'][] = [
  [/投诉|抱怨|不满|差评|complaint/i, 'complaint'], [/表扬|好评|赞扬|赞美|感谢|praise/i, 'praise'], [/建议|改进|需求|意见|suggestion/i, 'suggestion'],
  [/问题|咨询|疑问|故障|求助|question|issue/i, 'question'], [/其他|其它|other/i, 'other'],
];
export const FEEDBACK_STATES: [RegExp, 'open' | 'handling' | 'solved' | 'closed'][] = [
  [/已关闭|关闭|已归档|closed/i, 'closed'], [/待处理|未处理|未解决|待跟进|待回复|未回复|新建|待办|未跟进|open|new/i, 'open'],
  [/处理中|跟进中|进行中|已受理|受理|handling|processing/i, 'handling'], [/已解决|已处理|已完成|已回复|解决|完成|solved|done/i, 'solved'],
];
export const SATISFACTION: [RegExp, number][] = [
  [/非常不满|很不满|极不满|十分不满|非常差|很差|极差/, 1], [/不满意?|较差|差|失望/, 2], [/一般|中立|还行|尚可|普通|基本满意|中等/, 3], [/非常满意|很满意|十分满意|极满意|特别满意|非常好|很好|优秀/, 5],
  [/满意|较好|好|良好?/, 4],
];
export const STARS_FULL = /[★⭐]|🌟/gu;
export const STARS_EMPTY = /[☆]/gu;
export const SCORE = /^(\d{1,3}(?:\.\d+)?)\s*(?:分|星|颗星)?(?:\/(\d{1,3})分?)?$/;
export const WORDED_STARS = /^([一二三四五])(?:颗)?星$/;
export const SCALE_IN_HEADING = /(?:(\d{1,2})\s*[-~]\s*)?(\d{1,3})\s*(?:分|星|$|[)])/;
