import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { figure, number, said, saidMessages, several, type Data } from './check.said.messages.ts';

const zh = saidMessages['zh-CN'];
const en = saidMessages.en;

const zhParts: Readonly<Record<string, string>> = { theme: '活动主题', audience: '目标人群', channels: '渠道策略', process: '流程设计', risks: '应急预案' };
const enParts: Readonly<Record<string, string>> = { theme: 'theme', audience: 'audience', channels: 'channel strategy', process: 'process', risks: 'contingency plan' };
const unitOf = (data: Data): string => (said(data, 'unit') === '' ? '' : ` ${said(data, 'unit')}`);

/** What the rules on the basics (P) and the goals (G) say. */
export const basicsWords = defineMessages(
  {
    P01: { name: '指定总负责人', what: () => '活动还没有总负责人。', mend: () => '在“小组”指定一位总负责人，由其统筹全局、协调突发情况。' },
    P02: { name: '写明活动主题', what: () => '活动主题还是空的。', mend: () => '用一句话写下主题，让各小组和对外物料的说法一致。' },
    P03: { name: '写明目标人群', what: () => '没有写明目标人群。', mend: () => '写清他们是谁、关心什么，渠道和内容才好选。' },
    P04: { name: '有现场安排就有现场日期', what: (d: Data) => `已安排 ${number(d, 'steps')} 个现场环节、${number(d, 'zones')} 个区域，却没有填现场日期。`, mend: () => '在基本信息里填写现场日期；进场、到岗、报告时限都从它推算。' },
    P05: { name: '日历覆盖活动年份', what: (d: Data) => `${said(d, 'year')} 年的放假安排尚未公布，工作日按周一至周五估算。`, mend: () => '安排公布后再核对一遍任务和报告的日期。' },
    P06: {
      name: '活动周期留出报告时间',
      what: (d: Data) => `现场 ${zh.day(said(d, 'eventTo'))}结束，评估报告最晚 ${zh.dayOfYear(said(d, 'dueOn'))}提交（${number(d, 'workingDays')} 个工作日，已计调休和公司日历），活动周期却在 ${zh.day(said(d, 'endsOn'))}截止。`,
      mend: (d: Data) => `把活动周期延长到 ${zh.day(said(d, 'dueOn'))}或更晚。`,
    },
    P07: { name: '没有留空或待定的内容', what: (d: Data) => `文中还留着“${said(d, 'words')}”：“${said(d, 'around')}”。`, mend: () => '补上确定的内容；确实定不下来的，写明由谁在哪天确定。' },
    P08: { name: '渠道对应人群', what: (d: Data) => `已排 ${number(d, 'channels')} 条渠道，但没有目标人群画像。`, mend: () => '在方案的“目标人群”里写下一到三类人的特征、需求和触达方式，再核对渠道是否对得上。' },
    P09: { name: '方案正文齐全', what: (d: Data) => `方案正文还没有写：${zh.list(several(d, 'parts').map((part) => zhParts[part] ?? part))}。`, mend: () => '在方案里写出这几节，哪怕各一两句；审批人要看到完整的方案。' },
    P10: { name: '周期尚未开始', what: (d: Data) => `活动周期 ${zh.dayOfYear(said(d, 'startsOn'))}就开始了，现在还在起草。`, mend: () => '核对周期和各项任务的日期，已经过去的往后调。' },
    G01: { name: '至少有一个目标', what: () => '还没有目标。', mend: () => '写下活动要达到什么：指标、目标值、期限。没有目标，就无法判断活动成不成功。' },
    G02: { name: '每个目标有目标值', what: (d: Data) => `“${said(d, 'metric')}”没有目标值。`, mend: () => '填上要达到的数值，例如 2,000 单、15 %。' },
    G08: { name: '有关键目标', what: (d: Data) => `${number(d, 'count')} 个目标都标为辅助目标。`, mend: () => '选出一到三个关键目标，活动成败由它们判断。' },
    G09: {
      name: '分解值合计等于目标值',
      what: (d: Data) => `“${said(d, 'metric')}”的分解合计 ${number(d, 'sum')}${unitOf(d)}，与目标值 ${number(d, 'target')}${unitOf(d)}${figure(d, 'gap') > 0 ? `还差 ${number(d, 'gap')}` : `多出 ${new Intl.NumberFormat('en-US').format(-figure(d, 'gap'))}`}${unitOf(d)}。`,
      mend: () => '调整各部分，使合计等于目标值；也可以按现有比例重新分解。',
    },
    G10: { name: '关键目标有渠道承担', what: (d: Data) => `没有任何渠道承担关键目标“${said(d, 'metric')}”。`, mend: (d: Data) => `在渠道排期里选出带来“${said(d, 'metric')}”的渠道，写上指标和目标值。` },
    G11: { name: '渠道目标撑得起总目标', what: (d: Data) => `${number(d, 'count')} 条渠道的“${said(d, 'metric')}”合计 ${number(d, 'sum')}${unitOf(d)}，少于目标 ${number(d, 'target')}${unitOf(d)}。`, mend: () => '提高渠道目标、增加渠道，或说明其余部分从哪里来。' },
    G12: { name: '目标不重复', what: (d: Data) => `“${said(d, 'metric')}”出现了不止一次。`, mend: () => '合并成一个；若口径不同，把区别写进指标名称。' },
    G13: { name: '投入不高于销售目标', what: (d: Data) => `预算 ${formatMoney(figure(d, 'budgetCents'))}，比目标“${said(d, 'metric')}” ${formatMoney(figure(d, 'targetCents'))} 还多。`, mend: () => '核对目标值的单位（元或万元）；确实如此的，写明投入为什么值得。' },
  },
  {
    P01: { name: 'A campaign lead', what: () => 'The campaign has no lead.', mend: () => 'Name one on the team page: someone who leads the whole and coordinates incidents.' },
    P02: { name: 'A theme', what: () => 'The theme is empty.', mend: () => 'Write it in one sentence, so that every group and every leaflet says the same.' },
    P03: { name: 'A target audience', what: () => 'The target audience is not described.', mend: () => 'Say who they are and what they care about; channels and content follow from it.' },
    P04: { name: 'Days on site where there is a site', what: (d) => `${number(d, 'steps')} steps and ${number(d, 'zones')} zones are planned, but the days on site are not entered.`, mend: () => 'Enter them in the basics; set-up, staffing and the report’s deadline are counted from them.' },
    P05: { name: 'A calendar that covers the year', what: (d) => `The holidays of ${said(d, 'year')} are not announced yet; Monday to Friday count as working days.`, mend: () => 'Check the dates again once they are announced.' },
    P06: {
      name: 'Time for the report',
      what: (d) => `The event ends on ${en.day(said(d, 'eventTo'))} and the report is due by ${en.dayOfYear(said(d, 'dueOn'))} (${number(d, 'workingDays')} working days by the Chinese calendar and the company’s own), but the campaign ends on ${en.day(said(d, 'endsOn'))}.`,
      mend: (d) => `Let the campaign last until ${en.day(said(d, 'dueOn'))} or longer.`,
    },
    P07: { name: 'Nothing left open', what: (d) => `“${said(d, 'words')}” still stands in the text: “${said(d, 'around')}”.`, mend: () => 'Fill it in; if it cannot be known yet, say who settles it by when.' },
    P08: { name: 'Personas behind the channels', what: (d) => `${number(d, 'channels')} channels are planned, but there is no persona.`, mend: () => 'Describe one to three kinds of people with their needs and how they are reached, then see whether the channels fit.' },
    P09: { name: 'A complete plan', what: (d) => `Nothing is written yet in these sections of the plan: ${en.list(several(d, 'parts').map((part) => enParts[part] ?? part))}.`, mend: () => 'Write them, if only in a sentence or two; the approver should see the whole plan.' },
    P10: { name: 'A period that is yet to begin', what: (d) => `The campaign’s period began on ${en.dayOfYear(said(d, 'startsOn'))}, and it is still being drafted.`, mend: () => 'Check the period and the dates of the tasks.' },
    G01: { name: 'At least one goal', what: () => 'There is no goal yet.', mend: () => 'Say what the campaign is to reach: metric, figure, deadline. Without goals no one can tell whether it worked.' },
    G02: { name: 'A figure for every goal', what: (d) => `“${said(d, 'metric')}” has no target.`, mend: () => 'Enter the figure to be reached, such as 2,000 or 15 %.' },
    G08: { name: 'A key goal', what: (d) => `All ${number(d, 'count')} goals are marked as supporting.`, mend: () => 'Choose one to three key goals; the campaign is judged by them.' },
    G09: {
      name: 'Parts that add up',
      what: (d) => `The parts of “${said(d, 'metric')}” come to ${number(d, 'sum')}${unitOf(d)}, ${figure(d, 'gap') > 0 ? `${number(d, 'gap')} short of` : `${new Intl.NumberFormat('en-US').format(-figure(d, 'gap'))} above`} the target of ${number(d, 'target')}${unitOf(d)}.`,
      mend: () => 'Change the parts until they add up, or split again in the same proportions.',
    },
    G10: { name: 'A channel for every key goal', what: (d) => `No channel works for the key goal “${said(d, 'metric')}”.`, mend: (d) => `Choose the channels that bring “${said(d, 'metric')}” and give them the metric and a target.` },
    G11: { name: 'Channel targets that carry the goal', what: (d) => `The ${number(d, 'count')} channels for “${said(d, 'metric')}” come to ${number(d, 'sum')}${unitOf(d)}, less than the goal of ${number(d, 'target')}${unitOf(d)}.`, mend: () => 'Raise their targets, add channels, or say where the rest comes from.' },
    G12: { name: 'No goal twice', what: (d) => `“${said(d, 'metric')}” is there more than once.`, mend: () => 'Make one of them; if they are counted differently, say so in the name.' },
    G13: { name: 'Cost below the sales target', what: (d) => `The budget of ${formatMoney(figure(d, 'budgetCents'))} is more than the target of “${said(d, 'metric')}”, ${formatMoney(figure(d, 'targetCents'))}.`, mend: () => 'Check the unit of the target; if it is meant, say why it is worth it.' },
  },
);
