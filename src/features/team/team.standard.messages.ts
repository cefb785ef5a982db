import { defineMessages } from '#platform/shared/messages.ts';

/**
 * What the standard gives each group to do (P3.1), how the groups work together (P3.2), and who answers for the usual work: offered to a new
 * campaign, written only when someone takes it over.
 */
export const standardTeamMessages = defineMessages(
  {
    duties: {
      lead: '统筹活动全局，对目标、预算和进度负总责；\n组织方案评审、宣贯会和每日碰头，协调跨组资源；\n现场突发情况的最终决策人。',
      planning: '细化活动方案，编制预算和进度表，提交审批；\n设计活动规则、流程与应急预案；\n活动结束后牵头复盘，提炼可复用的经验。',
      execution: '按方案落地执行渠道推广与现场活动；\n活动当天提前 2 小时到岗，负责签到、体验、咨询和应急各区；\n收集现场用户反馈，遇到异常第一时间上报。',
      monitoring: '每日统计参与人数、订单量、获客成本等关键指标，21:00 前输出日报；\n对照目标跟踪进度，发现偏差及时预警并给出调整建议；\n整理复盘所需的数据。',
      logistics: '按清单制作、采购和验收物料，保证质量与数量；\n预订场地与设备，提前 1 天完成布置和网络、电力测试；\n活动结束后清点剩余物资，评估再利用价值。',
    },
    worksWith: {
      lead: '每日 21:00 主持碰头会，各组组长参加；需要跨部门资源时由总负责人出面协调。',
      planning: '方案定稿后向各组宣贯；规则或预算调整由策划组提出，总负责人确认。',
      execution: '物料和场地问题找后勤组，渠道数据异常找监控组，超出权限的事情报总负责人。',
      monitoring: '每天向总负责人和各组发日报；触发预警时 30 分钟内通知相关组。',
      logistics: '物料到货当天与执行组交接验收；布置完成后请执行组、监控组一起确认设备。',
    },
    areas: [
      { area: '方案策划与报批', responsible: '策划组', accountable: '总负责人', consulted: '执行组、监控组、后勤组', informed: '全员', note: '' },
      { area: '预算编制与费用控制', responsible: '策划组', accountable: '总负责人', consulted: '后勤组', informed: '监控组', note: '' },
      { area: '渠道推广与内容发布', responsible: '执行组', accountable: '总负责人', consulted: '策划组', informed: '监控组', note: '' },
      { area: '物料制作与验收', responsible: '后勤组', accountable: '总负责人', consulted: '策划组', informed: '执行组', note: '' },
      { area: '场地与设备', responsible: '后勤组', accountable: '总负责人', consulted: '执行组', informed: '监控组', note: '提前 1 天完成布置与测试' },
      { area: '现场执行与接待', responsible: '执行组', accountable: '总负责人', consulted: '策划组、后勤组', informed: '监控组', note: '提前 2 小时到岗' },
      { area: '突发情况处理', responsible: '执行组、后勤组', accountable: '总负责人', consulted: '策划组', informed: '全员', note: '' },
      { area: '数据监控与日报', responsible: '监控组', accountable: '总负责人', consulted: '执行组', informed: '全员', note: '' },
      { area: '用户反馈收集', responsible: '执行组', accountable: '总负责人', consulted: '监控组', informed: '策划组', note: '' },
      { area: '复盘评估与归档', responsible: '策划组、监控组', accountable: '总负责人', consulted: '执行组、后勤组', informed: '全员', note: '结束后 3 个工作日内' },
    ],
  },
  {
    duties: {
      lead: 'Leads the whole campaign and answers for goals, budget and schedule;\ncalls the plan review, the briefing and the daily meeting, and gets resources across groups;\ndecides when something unforeseen happens on site.',
      planning: 'Details the plan, draws up the budget and the schedule, submits them for approval;\ndesigns the rules, the process and the contingency plan;\nleads the retrospective and writes down what can be used again.',
      execution: 'Carries out promotion and the event as planned;\non site 2 hours ahead on the day: check-in, experience, enquiries and incidents;\ncollects feedback on site and reports anything unusual at once.',
      monitoring: 'Counts participants, orders and cost per acquisition every day; daily report by 21:00;\nfollows progress against the goals, warns of gaps and proposes changes;\nprepares the figures for the retrospective.',
      logistics: 'Produces, buys and accepts materials by list, in quality and quantity;\nbooks venue and equipment; set-up and tests of network and power done 1 day ahead;\ncounts what is left over and judges its reuse.',
    },
    worksWith: {
      lead: 'Holds the daily meeting at 21:00 with the heads of the groups; asks other departments for resources.',
      planning: 'Briefs every group once the plan is final; proposes changes of rules or money, which the lead confirms.',
      execution: 'Materials and venue: logistics group; odd channel figures: monitoring group; beyond its powers: the lead.',
      monitoring: 'Sends the daily report to the lead and all groups; tells the group concerned within 30 minutes of a warning.',
      logistics: 'Hands materials over to the execution group on the day they arrive; has the equipment confirmed after set-up.',
    },
    areas: [
      { area: 'Plan and its approval', responsible: 'Planning group', accountable: 'Campaign lead', consulted: 'Execution group, Monitoring group, Logistics group', informed: 'Everyone', note: '' },
      { area: 'Budget and cost control', responsible: 'Planning group', accountable: 'Campaign lead', consulted: 'Logistics group', informed: 'Monitoring group', note: '' },
      { area: 'Channels and content', responsible: 'Execution group', accountable: 'Campaign lead', consulted: 'Planning group', informed: 'Monitoring group', note: '' },
      { area: 'Materials and their acceptance', responsible: 'Logistics group', accountable: 'Campaign lead', consulted: 'Planning group', informed: 'Execution group', note: '' },
      { area: 'Venue and equipment', responsible: 'Logistics group', accountable: 'Campaign lead', consulted: 'Execution group', informed: 'Monitoring group', note: 'Set up and tested 1 day ahead' },
      { area: 'Event on site', responsible: 'Execution group', accountable: 'Campaign lead', consulted: 'Planning group, Logistics group', informed: 'Monitoring group', note: 'On site 2 hours ahead' },
      { area: 'Incidents', responsible: 'Execution group, Logistics group', accountable: 'Campaign lead', consulted: 'Planning group', informed: 'Everyone', note: '' },
      { area: 'Figures and daily report', responsible: 'Monitoring group', accountable: 'Campaign lead', consulted: 'Execution group', informed: 'Everyone', note: '' },
      { area: 'User feedback', responsible: 'Execution group', accountable: 'Campaign lead', consulted: 'Monitoring group', informed: 'Planning group', note: '' },
      { area: 'Evaluation and archive', responsible: 'Planning group, Monitoring group', accountable: 'Campaign lead', consulted: 'Execution group, Logistics group', informed: 'Everyone', note: 'Within 3 working days after the end' },
    ],
  },
);
