import type { DEMO } from '#features/document/document.demo.fixture.ts';

type Person = (typeof DEMO.people)[number]['key'];

/** A spending of the finished campaign: who asked, what for, what was invoiced and paid. Amounts in cents. */
export interface DemoOrder {
  readonly by: Person;
  readonly category: string;
  readonly amountCents: number;
  readonly payee: string;
  readonly purpose: string;
  readonly neededOn: string;
  readonly incident?: string;
  readonly invoices: readonly { readonly number: string; readonly issuedOn: string; readonly amountCents: number; readonly paidOn: string; readonly note: string }[];
}

/**
 * The finished campaign of the demo, a year before the other one: the same T1 and T2, lived through to the approved report. T1 at its end:
 * 8,480 + 14,820 + 12,000 + 5,400 + 1,260 = 41,960 of 46,000.
 */
export const FINISHED = {
  campaign: {
    name: '2024 金秋新品首发', scenario: 'launch', theme: '金秋上新，抢先体验', audience: '25–35 岁城市白领，关注新品与品质，常用公众号与短视频',
    startsOn: '2024-10-01', endsOn: '2024-10-23', eventFrom: '2024-10-16', eventTo: '2024-10-18', timeZone: 'Asia/Shanghai',
  },
  /** T2 of that year: its report is due on 23 October, the third working day after the event. */
  days: [
    { whenText: '10月1日-5日', startOn: '2024-10-01', endOn: '2024-10-05' }, { whenText: '10月6日-10日', startOn: '2024-10-06', endOn: '2024-10-10' },
    { whenText: '10月15日', startOn: '2024-10-15', endOn: '2024-10-15' }, { whenText: '10月16日-18日', startOn: '2024-10-16', endOn: '2024-10-18' },
    { whenText: '10月19日-22日', startOn: '2024-10-19', endOn: '2024-10-22' },
  ],
  notes: { 4: '10月23日提交' } as Readonly<Record<number, string>>,
  planNote: '预算按 2024 年秋季规模编制，应急备用金占 10.87%。',
  planAnswer: '沿用上一季的做法：渠道、现场与应急细则在宣贯会上逐组落实，检查提醒的各项由策划组跟进。',
  approvalWords: { plan: '同意，注意控制投放节奏。', money: '同意。', report: '同意，结论清楚，可以归档。' },
  invoiceExplanation: '演示数据：单据沿用活动当时的日期，审批由演示人员在载入时补走。',
  accepted: '票据齐全，与订单一致',
  closing: '款项已结清',
  orders: [
    {
      by: 'zhaomin', category: '物料制作费', amountCents: 800_000, payee: '华印印务有限公司', purpose: '海报500张、宣传册2000本设计与印制', neededOn: '2024-10-10',
      invoices: [
        { number: '24312000000086417205', issuedOn: '2024-10-09', amountCents: 500_000, paidOn: '2024-10-11', note: '首批：海报500张、宣传册1000本' },
        { number: '24312000000086417388', issuedOn: '2024-10-11', amountCents: 300_000, paidOn: '2024-10-14', note: '第二批：宣传册1000本' },
      ],
    },
    {
      by: 'liuyang', category: '线上推广费', amountCents: 1_500_000, payee: '腾广互动传媒有限公司', purpose: '朋友圈广告投放7天', neededOn: '2024-10-12',
      invoices: [{ number: '24332000000120655931', issuedOn: '2024-10-19', amountCents: 1_482_000, paidOn: '2024-10-22', note: '按实际曝光结算' }],
    },
    {
      by: 'wangfang', category: '场地租赁费', amountCents: 1_200_000, payee: '环球港商业管理有限公司', purpose: '商圈展位租赁3天', neededOn: '2024-10-15',
      invoices: [{ number: '24312000000091024476', issuedOn: '2024-10-14', amountCents: 1_200_000, paidOn: '2024-10-15', note: '含基础设备' }],
    },
    {
      by: 'wangfang', category: '人员成本', amountCents: 540_000, payee: '众联人力资源服务有限公司', purpose: '兼职人员9名×3天×200元', neededOn: '2024-10-16',
      invoices: [{ number: '24312000000093310552', issuedOn: '2024-10-21', amountCents: 540_000, paidOn: '2024-10-23', note: '实到 9 名' }],
    },
    {
      by: 'zhaomin', category: '物料制作费', amountCents: 48_000, payee: '华印印务有限公司', purpose: '宣传册加印400本', neededOn: '2024-10-16',
      invoices: [{ number: '24312000000089951130', issuedOn: '2024-10-16', amountCents: 48_000, paidOn: '2024-10-18', note: '首日发放超出预期' }],
    },
    {
      by: 'zhaomin', category: '应急备用金', amountCents: 130_000, payee: '安和会展服务有限公司', purpose: '租用防雨棚与除湿设备2天', neededOn: '2024-10-17', incident: '10月16日晚暴雨，展位顶棚漏水，次日须恢复开放',
      invoices: [{ number: '24312000000090187764', issuedOn: '2024-10-18', amountCents: 126_000, paidOn: '2024-10-21', note: '设备租用2天' }],
    },
  ] satisfies readonly DemoOrder[] as readonly DemoOrder[],
  transfer: { by: 'liuyang' as Person, from: '人员成本', to: '物料制作费', amountCents: 50_000, purpose: '兼职实到 9 名，结余调剂给宣传册加印', effect: '现场资料不断供', neededOn: '2024-10-15' },
  results: { 新品订单量: 2_180, 用户复购率: 15.6, 新增会员: 9_640 } as Readonly<Record<string, number>>,
  goalNote: '按订单系统与会员系统 10月22日数据统计',
  judgement: {
    highlights: '新品订单 2,180 单，超出目标 9%；社群转化率 20%，高于朋友圈广告的 3.2%，可以复用到下次新品上市。\n花费 41,960 元，比预算少 4,040 元。',
    shortcomings: '新增会员 9,640 人，差目标 360 人：首日签到平均 3 分钟，高峰排队超过 40 人，部分访客没有完成注册。\n展位没有防雨预案，动用备用金 1,260 元。',
    nextSteps: '增设自助签到通道，由执行组负责；户外展位把防雨设备列入物料清单，由后勤组负责；对新增会员推出专属优惠，跟进复购。',
  },
  /** What stands on the papers. */
  paper: {
    title: '电子发票（演示）', number: (number: string) => `发票号码：${number}`, on: (day: string) => `开票日期：${day}`, buyer: (company: string) => `购买方：${company}`, seller: (name: string) => `销售方：${name}`,
    item: (purpose: string) => `项目：${purpose}`, total: (yuan: string) => `价税合计：¥${yuan}`, name: (number: string) => `发票-${number}.pdf`, footer: '演示数据，不作为报销凭证。',
  },
} as const;
