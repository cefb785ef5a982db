/** Words by which the check knows what a row is about: what people write in tasks, run sheets, budgets and sections. */

/** 场地布置, 搭建, 设备调试: the venue is set up (E3.1). */
export const SETUP = /布置|搭建|布展|进场|设备(?:安装|调试|测试)|(?:彩|预)排|set.?up/iu;
/** 提前2小时到岗 (E3.1). */
export const ARRIVAL = /到岗|到场|到位|就位|集合|班前会|岗前会|晨会|签到点名|on site/iu;
export const HOURS_AHEAD = /提前\s*(\d+(?:\.\d+)?|[一两二三四])\s*个?小时/u;
export const HOURS_IN_WORDS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4 };
/** The moment from which visitors are there. */
export const OPENING = /开场|开门|开幕|开始(?:入场|接待|迎客|营业)|正式(?:开始|开放)|对外开放|迎宾|观众入场|来宾(?:签到|入场)|入场|营业|活动开始|opening|doors/iu;
/** 数据整理与报告输出, 评估报告, 总结报告 (R1.1). */
export const REPORT = /(?:评估|总结|结案|复盘|效果|活动|分析)[^，。；、]{0,6}报告|报告(?:输出|撰写|提交|编写|编制)|(?:输出|撰写|提交|编写|编制)[^，。；]{0,8}报告|evaluation report/iu;
/** 日报, 每日数据 (E4.1). */
export const DAILY = /日报|每[日天][^，。；]{0,12}(?:数据|统计|监测|监控|复盘|汇总|通报)|数据(?:监测|监控)|daily report/iu;
/** 宣贯 (P4.3). */
export const BRIEFING = /宣贯|方案(?:交底|宣讲|说明会|培训)|动员会|启动会|briefing|kick.?off/iu;
/** 物料验收, 到货清点 (E1.1). */
export const ACCEPTANCE = /验收|到货|清点|入库|质检|点收|accept/iu;
/** 网络与电力测试 (E1.2). */
export const POWER_AND_NETWORK = /网络|电力|电源|供电|网速|用电|wi-?fi|power/iu;

/**
 * Left open by whoever wrote it (P4.1): a plan that still asks is no plan. A playbook asks with `【产品名】`; brackets with the words of a heading
 * (【注意】, 【时间】) are only headings.
 */
export const PLACEHOLDER = /待定|待补充?|待填写?|待确认|暂定|某某|[xX]{2,}|×{2,}|【\s*】|【(?!(?:重要|注意|说明|备注|提示|温馨提示|提醒|必读|时间|地点|对象|主题|内容|流程|分工|要求|目标|规则|背景|亮点|前期|中期|后期|预热|爆发|延续|线上|线下|第[一二三四五\d]|阶段|步骤|案例|附)[^】]*】)[^【】\n]{1,30}】|_{3,}|…{2,}|\bTB[DC]\b|\bTODO\b|\?{3,}|？{2,}/u;

/** Costs that a plan with such content is expected to have (P2.1). */
export const MATERIAL_COST = /物料|制作|印刷|礼品|道具|宣传品|设计/u;
export const CHANNEL_COST = /推广|投放|广告|媒体|渠道|宣传|传播|达人|KOL|直播/iu;
export const VENUE_COST = /场地|展位|场租|会场|门店|展台|租赁|搭建/u;

/** The zones that every event has (E3.1), each by the words it goes under. */
export const ZONES: Readonly<Record<'signin' | 'experience' | 'desk' | 'emergency', RegExp>> = {
  signin: /签到|报到|登记|入场|检票|迎宾|sign.?in|registration/iu,
  experience: /体验|互动|试用|试吃|展示|游戏|打卡|experience|demo/iu,
  desk: /咨询|问询|服务台|客服|接待|洽谈|help|information/iu,
  emergency: /应急|急救|安保|医疗|疏散|安全|emergency|first aid/iu,
};

/** Open to the sky: the weather is a risk. */
export const OUTDOOR = /户外|室外|露天|广场|地推|街区|公园|步行街|草坪|外场|夜市|市集/u;

/** 手机号, 姓名: personal data that a text says is collected (PIPL Art. 4). */
export const PERSONAL_DATA = /手机号|手机号码|联系电话|联系方式|电话号码|微信号|身份证|真实姓名|填写[^，。；]{0,6}姓名|姓名[、和与及/]\s*(?:手机|电话|微信|联系)|家庭住址|收货地址|住址|邮箱地址|出生日期|生日信息|留资|收集[^，。；]{0,8}(?:个人信息|用户信息|客户信息)|会员信息登记|(?:扫码|现场|会员)?注册(?:为)?会员|报名表|信息登记|登记信息|人脸/u;
/** Sensitive by PIPL Art. 28: a consent of its own. */
export const SENSITIVE_DATA = /身份证|护照|人脸|指纹|生物识别|银行卡|银行账[户号]|病历|健康(?:状况|信息|数据)|病史|行踪|定位|宗教|政治面貌|未成年|儿童|孩子|宝宝|十四周岁|14\s*周?岁/u;
export const SEPARATE_CONSENT = /单独|监护人|家长|父母|separate|guardian/iu;
export const GUARDIAN = /监护人|家长|父母|guardian/iu;
/** An event where children under fourteen are expected (PIPL Art. 31). */
export const FAMILY = /亲子|儿童|少儿|小朋友|宝贝|宝宝|孩子|萌娃|小学生|幼儿|六一|family|kids/iu;

