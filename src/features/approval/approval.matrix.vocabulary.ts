import type { ApprovalKind } from './approval.route.rules.ts';

/** How authority matrices (授权审批矩阵, 权限表) are written; matched on text that `squeeze` has made uniform and lower case: ① is 1 there. */

/** Signs of an amount band, each as one character of the pattern that is then read. Longer ones first. */
export const BAND_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:不超过|不高于|不大于|不多于|小于等于|小于或等于|≤|<=|⩽|≦|=<)/, 'l'],
  [/^(?:不低于|不少于|不小于|大于等于|大于或等于|达到|满|≥|>=|⩾|≧|=>)/, 'g'],
  [/^(?:低于|小于|少于|不满|未满|不足|不到|未达到?|<)/, 'L'],
  [/^(?:超过|高于|大于|多于|超出|>)/, 'G'],
  [/^(?:及|和|或)?(?:以下|以内|之内|之下)/, 'b'],
  [/^(?:及|和|或)?(?:以上|之上|起)/, 'a'],
  [/^(?:-|~|至|到)/, 's'],
  [/^(?:不含|不包括|不包含)(?:本数)?/, 'e'],
  [/^(?:含|包括|包含)(?:本数)?/, 'i'],
  [/^(?:且|并|、|;)/, 'c'],
  [/^,/, ','],
  [/^[([\])]/, ''],
  [/^(?:单笔|单次|单项|每笔|每次|一次性|累计|合同|预算|采购|支出|报销|费用|总|金|额度?|限额|价|部分|者|的|为|在|x|:|人民币|rmb|cny|[¥￥])/, 'v'],
];
export const BAND_NUMBER = /^(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12})(\.\d{1,4})?(百万|千万|亿|万|千|百|w|k)?(元整?|块)?/;
export const BAND_FACTORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, k: 1000, 万: 10_000, w: 10_000, 百万: 1_000_000, 千万: 10_000_000, 亿: 100_000_000 };
export const YUAN = '元';
/** A Chinese number, which starts with a digit of its own: 一万, 五千. */
export const BAND_WORDS = /[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]*(?=元|以|及|-|~|至|到|\(|\)|$)/g;
export const EVERY_AMOUNT = /^(?:不限|不限额|无限额|无限制|全部|全额|任意|任何|所有|各种)?(?:金额)?(?:不限|均可|不论大小)?$/;

export const HEADINGS = {
  number: /^(?:序号|编号|no\.?|#|行号)$/,
  item: /^(?:(?:[一二三]级)?(?:审批|审核|授权|业务|权限|管理|费用|支出|经济|具体|主要|一级|二级|三级)?(?:事项|项目|内容|业务|类别|类型|科目|分类|大类|小类|种类)(?:名称|内容|类别|分类|描述)?|事项.{0,6}|费用项目?|费用名称|预算科目)$/,
  band: /^(?!.*(?:审批人|签批人)).*(?:金额|额度|限额|区间|标准|档次)/,
  department: /^(?:适用|所属|归属|主办|申请)?(?:部门|范围|单位|公司)$/,
  chain: /^(?:审批|审核|签批|核准)?(?:流程|路线|路径|程序|层级|人员?|顺序|权限)(?:及顺序)?$|审批(?:流程|路线|程序|人)$/,
  note: /备注|说明|附件|依据|制度|资料|材料|时限|条款|条件|表单|归口/,
  requester: /^(?:经办|申请|承办|报销|发起|填报|提报|制单|提出|起草)(?:人|人员|员|部门|单位|岗)?$/,
  role: /人$|经理|总监|主管|负责人|总裁|副总|总助|董事|股东|财务|会计|出纳|法务|法律|采购|内控|审计|行政|人事|人力|专员|部长|科长|主任|领导|老板|ceo|cfo|coo|cmo|cto|办公会|委员会|总办|市场部|品牌部|[部室]$/,
  /** Stand above the columns of roles and name none. */
  generic: /^(?:审批|审核|授权|签批|核准)?(?:权限|人员?|层级|流程|岗位|环节|级别|角色|节点|步骤|顺序|及顺序|与流程)*$/,
} as const;

/** `2审核`, `(2)审核`, `2.审核`, `2级审核`. */
export const NUMBERED = /^\(?(\d{1,2})\)?[.、:)级步]*(.*)$/;
/** A post that says little without its department: 市场部 over 经理. */
export const BARE_POST = /^(?:.{1,2}|负责人)$/;

/** Whole words of a cell. */
export const TICK = /^[√✓✔☑●■★v]$/;
export const NOTHING = /^(?:[-/\\_x×✗✕○□\u25cb]{1,3}|无|无需|不适用|n\/?a)$/;
export const STEP_WORD = /^(?:初步|最终|联合|财务|业务|专业)?(?:审核|初审|复核|复审|审查|审批|核准|批准|审定|终审|终批|签批|签字|签署|决定|决策|同意|确认|会签|会审|审议|审)$/;
export const INFORMED_WORD = /^(?:备案|知会|抄送|知悉|报备|告知|通报|存档|阅|知)$/;
export const REQUESTER_WORD = /^(?:经办|申请|提出|发起|拟定|起草|编制|填报|提报|提交|拟制|承办|制单)$/;
/** 审核 comes before 审批, 审批 before 核准, where no number says otherwise. */
export const STEP_RANKS: readonly (readonly [RegExp, number])[] = [[/核准|批准|审定|终审|终批|决定|决策/, 3], [/审批|签批|签字|签署/, 2], [/会签|会审|审议/, 1], [/审核|初审|复核|复审|审查|确认|同意|审/, 0]];
export const WORD_JOINT = /[/、,+和及与&]/;
export const STEP_WORDS_AT_END = /^(.+?)(会签|审核|初审|复核|复审|审查|审批|核准|批准|审定|终审|签批|签字|签署|决定|同意|确认|备案|知会|申请|经办|提出|发起)$/;
export const STEP_WORDS_AT_START = /^(会签|审核|初审|复核|复审|审批|核准|批准|审定|终审|签批|备案|知会)人?:(.+)$/;
/** 部门经理审核后报总经理审批 */
export const PROSE_JOINT = /(?:之?后|并)(?:再)?(?:由|报|送|经|提交)/;
export const PROSE_START = /^(?:由|经(?![理办])|报(?!销)|送|须|需|再)+/;
export const CHAIN_JOINT = /→|⇒|➔|➜|▶|--?>|=>|>|、|,|;|\n|\+|\//;
/** `△审核 ▲审批 ○备案` in a note under the table. */
export const LEGEND = /([△▲○●◎□■☆★◇◆√✓*#※])\s*(?:[:=-]|为|表示|代表|指|是)*\s*["']?([\p{Script=Han}]{1,4})/gu;

export const KINDS: readonly (readonly [RegExp, ApprovalKind | null])[] = [
  [/人事|招聘|录用|薪酬|薪资|奖金|固定资产|用印|印章|车辆|考勤|请假|差旅|培训|融资|担保|对外投资|股权/, null],
  [/预算(?:的)?(?:调整|调剂|变更|追加|调减|调拨|外追加)|科目(?:间)?(?:调剂|调整)|调剂/, 'transfer'],
  [/备用金/, 'reserve'],
  [/预算(?!内|外)/, 'budget'],
  [/费用?(?:的)?(?:报销|支出|支付|申请|审批)?$|费用|报销|合同|采购|付款|支付|支出|开支|投放|租赁|借款/, 'spending'],
  [/评估|复盘|总结|结案/, 'evaluation'],
  [/变更|调整|取消/, 'adjustment'],
  [/方案|策划|立项|活动计划|计划/, 'plan'],
  [/物料|样稿|打样|样品|设计稿|宣传品|素材|画面|印刷/, 'material'],
];
/** Says only that money is spent: the route takes every category. */
export const GENERIC_ITEM = /^(?:(?:市场|日常|活动|其他|其它|各类|营销|管理|业务|销售|一般|预算内|预算外|公司|部门)*(?:费用|支出|开支|费)?(?:的)?(?:报销|支出|支付|付款|审批|申请|借款|类)?|(?:各类|活动|市场|业务|采购|推广)?合同(?:签订|审批|付款|签署)?|(?:物资|活动|对外)?采购(?:申请|付款|审批)?)$/;
export const ITEM_ENDING = /(?:的)?(?:报销|审批|支付|付款|申请|支出|类)$/;
export const REMARK = /^(?:注|说明|备注|附注|图例|填表|备|\*|※|审批人?[:]|编制|制表|生效)/;

export type RoleProposal = 'lead' | 'head' | 'finance' | 'management';
/** Whom a role of the matrix most likely means here; a person confirms each. A 市场总监 is nobody that the product knows. */
export const ROLE_PROPOSALS: readonly (readonly [RegExp, RoleProposal])[] = [
  [/活动.{0,2}负责人|活动经理|项目.{0,2}负责人|项目经理|总负责人|项目总监/, 'lead'],
  [/财务|会计|出纳|cfo/, 'finance'],
  [/(?:所在|所属|申请|经办|主办|业务|本)?部门.{0,2}(?:负责人|经理|主管|领导|总监|主任|部长|长)|^部长$|^科长$|^直接?主管$|^部门$/, 'head'],
  [/分管|副总|总经理|总裁|董事|ceo|coo|管理层|公司领导|办公会|委员会/, 'management'],
];
