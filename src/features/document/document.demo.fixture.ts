/**
 * The demo campaign: the source's own three tables (T1, T2) and goals (P1.3) as a person would have them, in a text that the import reads
 * like any other. So the demo is the import at work.
 */
export const DEMO = {
  campaign: {
    name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新，先人一步', audience: '25–35 岁城市白领，关注新品与品质，常用公众号与短视频',
    startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', timeZone: 'Asia/Shanghai',
  },
  department: '华东市场部',
  people: [
    { key: 'chenjing', name: '陈婧', title: '市场经理', orgRole: 'member', group: 'lead' },
    { key: 'liuyang', name: '刘洋', title: '策划主管', orgRole: 'member', group: 'planning' },
    { key: 'wangfang', name: '王芳', title: '执行专员', orgRole: 'member', group: 'execution' },
    { key: 'lixiang', name: '李想', title: '数据专员', orgRole: 'member', group: 'monitoring' },
    { key: 'zhaomin', name: '赵敏', title: '后勤专员', orgRole: 'member', group: 'logistics' },
    { key: 'zhouzong', name: '周正', title: '营销总监', orgRole: 'management', group: null },
    { key: 'sunli', name: '孙丽', title: '财务主管', orgRole: 'finance', group: null },
  ],
  text: `一、活动目标
活动期间实现新品订单量2000单，用户复购率达15%，新增会员1万人。

(一)活动预算表
序号\t预算科目\t明细说明\t预算金额(元)\t实际花费(元)\t负责人\t备注
1\t物料制作费\t海报500张、宣传册2000本\t8,000\t-\t*专员\t含设计费
2\t线上推广费\t朋友圈广告投放\t15,000\t-\t*主管\t7天投放周期
3\t场地租赁费\t商圈展位租赁(3天)\t12,000\t-\t*专员\t含基础设备
4\t人员成本\t兼职人员10名(3天)\t6,000\t-\t*经理\t200元/人/天
5\t应急备用金\t预算外突发情况处理\t5,000\t-\t*经理\t按实报销
合计\t\t\t46,000\t-\t\t

(二)活动执行进度表
阶段\t时间节点\t任务内容\t负责人\t完成情况(□未完成/□已完成/□延期)\t备注
前期筹备\t10月1日-5日\t活动方案审批与团队分工\t*经理\t□\t-
前期筹备\t10月6日-10日\t物料设计与制作\t*主管\t□\t需10月15日到货
中期执行\t10月15日\t场地布置与设备调试\t*专员\t□\t18:00前完成
中期执行\t10月16日-18日\t活动现场执行\t全员\t□\t每日21:00复盘
后期复盘\t10月19日-21日\t数据整理与报告输出\t*专员\t□\t10月22日提交
`,
} as const;
