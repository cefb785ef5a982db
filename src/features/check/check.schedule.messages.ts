import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { defineMessages } from '#platform/shared/messages.ts';
import { number, said, saidMessages, several, type Data } from './check.said.messages.ts';

const zh = saidMessages['zh-CN'];
const en = saidMessages.en;
type Named = Readonly<Record<string, string>>;
const zhGroups: Named = teamMessages['zh-CN'].groups;
const enGroups: Named = teamMessages.en.groups;
const zhPhases: Named = scheduleMessages['zh-CN'].phases;
const enPhases: Named = scheduleMessages.en.phases;
const named = (data: Data, name: string, names: Named): readonly string[] => several(data, name).map((key) => names[key] ?? key);

/** Why a day is off: the company's own decision, a public holiday, or a weekend. */
const isOwnDayOff = (data: Data): boolean => data['company'] === true;
const zhDayOff = (data: Data): string => (isOwnDayOff(data) ? '公司日历上的休息日' : said(data, 'holidayZh') === '' ? '周末（已计调休）' : `${said(data, 'holidayZh')}假期`);
const enDayOff = (data: Data): string => (isOwnDayOff(data) ? 'a day off in the company’s calendar' : said(data, 'holidayEn') === '' ? 'a weekend by the Chinese calendar' : `a day off for ${said(data, 'holidayEn')}`);

/** What the rules on the team (T) and the schedule (S) say. */
export const scheduleWords = defineMessages(
  {
    T01: { name: '各小组有人', what: (d: Data) => `${zh.list(named(d, 'groups', zhGroups))}还没有成员。`, mend: () => '在“小组”里加入成员；一人可以兼两个组，但每个组都要有人负责。' },
    T02: { name: '负责人在小组里', what: (d: Data) => `${said(d, 'person')}负责${zh.few(several(d, 'rows'), 3)}，却不在活动小组里。`, mend: (d: Data) => `把${said(d, 'person')}加入小组，或改写负责人；不在小组的人看不到任务，也收不到提醒。` },
    T03: { name: '人人有任务', what: (d: Data) => `${said(d, 'name')}在小组里，但没有任何任务、预算或区域由其负责。`, mend: () => '给这位成员分派任务，或移出小组。' },
    T04: { name: '兼组不过多', what: (d: Data) => `${said(d, 'name')}同时在 ${several(d, 'groups').length} 个组：${zh.list(named(d, 'groups', zhGroups))}。`, mend: (d: Data) => `一人最多兼 ${number(d, 'most')} 个组，其余的请他人承担。` },
    T05: { name: '有分工表', what: () => '还没有分工表：哪块工作谁负责、谁批准、问谁、告诉谁。', mend: () => '在“小组”里按工作列出负责（R）、批准（A）、咨询（C）、知会（I）。' },
    T06: { name: '每块工作有人负责', what: (d: Data) => `分工表里“${said(d, 'area')}”没有写谁负责（R）。`, mend: () => '写上负责的人或小组。' },
    T07: { name: '每块工作一人批准', what: (d: Data) => (said(d, 'fault') === 'no_accountable' ? `分工表里“${said(d, 'area')}”没有写谁批准（A）。` : `分工表里“${said(d, 'area')}”有几个人批准（A）：${zh.list(several(d, 'names'))}。`), mend: () => '批准的人只写一位，出了问题才知道找谁。' },
    T08: { name: '批准落到个人', what: (d: Data) => `分工表里“${said(d, 'area')}”由${zh.list(several(d, 'names'))}批准，组里不止一人。`, mend: () => '写到具体的人，例如该组的主管。' },
    S01: { name: '排好进度', what: () => '进度表里还没有任务。', mend: () => '按前期筹备、中期执行、后期复盘列出任务、时间和负责人。' },
    S02: { name: '每项任务有日期', what: (d: Data) => (said(d, 'whenText') === '' ? `“${said(d, 'title')}”没有写时间。` : `“${said(d, 'title')}”的时间“${said(d, 'whenText')}”读不出日期。`), mend: () => '写明哪天或哪几天，例如“10月6日-10日”“活动前1天”。' },
    S03: { name: '每项任务有负责人', what: (d: Data) => `“${said(d, 'title')}”没有负责人。`, mend: () => '写上负责的人或小组；暂时定不下来，可以先由总负责人负责。' },
    S04: { name: '任务在活动周期内', what: (d: Data) => `“${said(d, 'title')}”的日期不在活动周期（${zh.day(said(d, 'startsOn'))}至 ${zh.day(said(d, 'endsOn'))}）之内。`, mend: () => '核对年份和日期，或调整活动周期。' },
    S05: { name: '任务不在休息日到期', what: (d: Data) => `“${said(d, 'title')}”在 ${zh.day(said(d, 'day'))}到期，那天是${zhDayOff(d)}。`, mend: (d: Data) => `改到工作日，例如 ${zh.day(said(d, 'to'))}；确需加班的，写明由谁值班。` },
    S06: { name: '前后任务日期相符', what: (d: Data) => `“${said(d, 'title')}”排在 ${zh.day(said(d, 'day'))}，但它的前置任务“${said(d, 'before')}”使它最早要到 ${zh.day(said(d, 'limit'))}。`, mend: () => '推后这项任务、提前前置任务，或去掉这条前后关系。' },
    S07: { name: '任务与阶段相符', what: (d: Data) => `“${said(d, 'title')}”列在${zhPhases[said(d, 'phase')] ?? ''}，日期却是 ${zh.day(said(d, 'day'))}（现场 ${zh.day(said(d, 'eventFrom'))}至 ${zh.day(said(d, 'eventTo'))}）。`, mend: () => '改正日期，或把任务移到合适的阶段。' },
    S08: { name: '三个阶段都有任务', what: (d: Data) => `${zh.list(named(d, 'phases', zhPhases))}没有任务。`, mend: () => '补上这一阶段的任务；后期复盘至少有数据整理、评估报告和经验总结。' },
    S09: {
      name: '活动前一天布置调试',
      what: (d: Data) => ({ missing: `没有安排场地布置与设备调试，${zh.day(said(d, 'eventFrom'))}就是现场。`, late: `“${said(d, 'title')}”到 ${zh.day(said(d, 'day'))}才结束，现场 ${zh.day(said(d, 'eventFrom'))}开始。`, early: `“${said(d, 'title')}” ${zh.day(said(d, 'day'))}就结束了，现场前一天（${zh.day(said(d, 'before'))}）没有布置与调试。` })[said(d, 'kind') as 'missing' | 'late' | 'early'],
      mend: (d: Data) => `最晚在 ${zh.day(said(d, 'before'))}完成场地布置和设备调试，留出返工的余地。`,
    },
    S10: {
      name: '提前 2 小时到岗',
      what: (d: Data) => (said(d, 'kind') === 'short' ? `现场第 ${number(d, 'day')} 天 ${said(d, 'first')} 才有人到岗，${said(d, 'opening')}“${said(d, 'title')}”，不足 ${number(d, 'hours')} 小时。` : `没有写明执行组何时到岗；应在现场开始前 ${number(d, 'hours')} 小时到位。`),
      mend: (d: Data) => `在现场流程的最前面加一个“到岗与岗前会”，比开场早 ${number(d, 'hours')} 小时。`,
    },
    S11: {
      name: '3 个工作日内出评估报告',
      what: (d: Data) => (said(d, 'kind') === 'missing' ? `没有安排评估报告。活动 ${zh.dayOfYear(said(d, 'last'))}结束，报告最晚 ${zh.dayOfYear(said(d, 'dueOn'))}提交。` : `“${said(d, 'title')}”排在 ${zh.dayOfYear(said(d, 'day'))}；活动 ${zh.dayOfYear(said(d, 'last'))}结束，报告最晚 ${zh.dayOfYear(said(d, 'dueOn'))}提交。`),
      mend: (d: Data) => `按国务院的放假与调休安排和公司日历，结束后 ${number(d, 'workingDays')} 个工作日是 ${zh.dayOfYear(said(d, 'dueOn'))}：把报告任务排在这天或更早。`,
    },
    S12: { name: '有日报与数据监控', what: () => '没有安排每日数据统计与日报。', mend: () => '给监控组加一项：执行期间每天统计参与人数、订单、获客成本和 ROI，出日报。' },
    S13: { name: '安排宣贯会', what: () => '没有安排宣贯会。', mend: (d: Data) => `方案核准后、现场之前开一次宣贯会，例如 ${zh.day(said(d, 'day'))}，让每个人理解一致。` },
    S14: { name: '物料有验收', what: (d: Data) => `物料清单有 ${number(d, 'count')} 项，进度里没有验收。`, mend: () => '加一项物料验收：清点数量、检查质量，不合格的来得及返工。' },
    S15: { name: '网络与电力测试', what: () => '没有安排网络和电力测试。', mend: () => '在布置当天测网速、稳定性和用电负荷，并准备备用网络。' },
  },
  {
    T01: { name: 'People in every group', what: (d) => `Nobody is in: ${en.list(named(d, 'groups', enGroups))}.`, mend: () => 'Add members; one person may be in two groups, but every group needs someone.' },
    T02: { name: 'Owners in the team', what: (d) => `${said(d, 'person')} owns ${en.few(several(d, 'rows'), 3)} but is not in the team.`, mend: (d) => `Add ${said(d, 'person')} to the team, or name someone else: those outside see no tasks and get no reminders.` },
    T03: { name: 'Work for everyone', what: (d) => `${said(d, 'name')} is in the team, but no task, line or zone is theirs.`, mend: () => 'Give them something to do, or take them out of the team.' },
    T04: { name: 'Not too many groups', what: (d) => `${said(d, 'name')} is in ${several(d, 'groups').length} groups: ${en.list(named(d, 'groups', enGroups))}.`, mend: (d) => `One person is in ${number(d, 'most')} at most; let others take the rest.` },
    T05: { name: 'A division of work', what: () => 'There is no division of work yet: who does, who signs off, who is asked, who is told.', mend: () => 'List the areas on the team page with R, A, C and I.' },
    T06: { name: 'Someone responsible', what: (d) => `Nobody is responsible (R) for “${said(d, 'area')}”.`, mend: () => 'Name a person or a group.' },
    T07: { name: 'One who signs off', what: (d) => (said(d, 'fault') === 'no_accountable' ? `Nobody signs off (A) “${said(d, 'area')}”.` : `Several sign off (A) “${said(d, 'area')}”: ${en.list(several(d, 'names'))}.`), mend: () => 'Name exactly one, so that one knows whom to ask.' },
    T08: { name: 'A person who signs off', what: (d) => `“${said(d, 'area')}” is signed off by ${en.list(several(d, 'names'))}, which is more than one person.`, mend: () => 'Name the person, such as the group’s supervisor.' },
    S01: { name: 'A schedule', what: () => 'The schedule has no task.', mend: () => 'List tasks, times and owners in the three phases.' },
    S02: { name: 'Dates for every task', what: (d) => (said(d, 'whenText') === '' ? `“${said(d, 'title')}” has no time.` : `No date was read from “${said(d, 'whenText')}” of “${said(d, 'title')}”.`), mend: () => 'Say which day or days.' },
    S03: { name: 'An owner for every task', what: (d) => `“${said(d, 'title')}” has no owner.`, mend: () => 'Name a person or a group; the lead until it is settled.' },
    S04: { name: 'Tasks within the campaign', what: (d) => `“${said(d, 'title')}” lies outside the campaign (${en.day(said(d, 'startsOn'))} to ${en.day(said(d, 'endsOn'))}).`, mend: () => 'Check the year and the day, or change the period.' },
    S05: { name: 'Nothing due on a day off', what: (d) => `“${said(d, 'title')}” is due on ${en.day(said(d, 'day'))}, ${enDayOff(d)}.`, mend: (d) => `Move it to a working day such as ${en.day(said(d, 'to'))}, or say who is on duty.` },
    S06: { name: 'Dates that fit the order', what: (d) => `“${said(d, 'title')}” is on ${en.day(said(d, 'day'))}, but “${said(d, 'before')}” before it allows ${en.day(said(d, 'limit'))} at the earliest.`, mend: () => 'Move one of them, or take the link away.' },
    S07: { name: 'Tasks in their phase', what: (d) => `“${said(d, 'title')}” is listed under ${enPhases[said(d, 'phase')] ?? ''}, but its day is ${en.day(said(d, 'day'))} (on site ${en.day(said(d, 'eventFrom'))} to ${en.day(said(d, 'eventTo'))}).`, mend: () => 'Correct the day or the phase.' },
    S08: { name: 'Tasks in all three phases', what: (d) => `No task in: ${en.list(named(d, 'phases', enPhases))}.`, mend: () => 'Add them; the retrospective has at least the figures, the report and the lessons.' },
    S09: {
      name: 'Set-up one day before',
      what: (d) => ({ missing: `No set-up and test of equipment is planned before ${en.day(said(d, 'eventFrom'))}.`, late: `“${said(d, 'title')}” ends on ${en.day(said(d, 'day'))}, when the event on ${en.day(said(d, 'eventFrom'))} has begun.`, early: `“${said(d, 'title')}” ends on ${en.day(said(d, 'day'))}; nothing is set up or tested on ${en.day(said(d, 'before'))}, the day before.` })[said(d, 'kind') as 'missing' | 'late' | 'early'],
      mend: (d) => `Finish set-up and tests on ${en.day(said(d, 'before'))} at the latest.`,
    },
    S10: {
      name: 'Staff 2 hours ahead',
      what: (d) => (said(d, 'kind') === 'short' ? `On day ${number(d, 'day')} the first are there at ${said(d, 'first')} for “${said(d, 'title')}” at ${said(d, 'opening')}: less than ${number(d, 'hours')} hours.` : `Nothing says when the staff is on site; it is to be there ${number(d, 'hours')} hours ahead.`),
      mend: (d) => `Begin the run sheet with the staff’s arrival, ${number(d, 'hours')} hours before the opening.`,
    },
    S11: {
      name: 'A report within 3 working days',
      what: (d) => (said(d, 'kind') === 'missing' ? `No evaluation report is planned. The campaign ends on ${en.dayOfYear(said(d, 'last'))}; the report is due by ${en.dayOfYear(said(d, 'dueOn'))}.` : `“${said(d, 'title')}” is planned for ${en.dayOfYear(said(d, 'day'))}; with the end on ${en.dayOfYear(said(d, 'last'))} it is due by ${en.dayOfYear(said(d, 'dueOn'))}.`),
      mend: (d) => `By the Chinese calendar with its shifted days and the company’s own, ${number(d, 'workingDays')} working days after the end is ${en.dayOfYear(said(d, 'dueOn'))}: plan the report for that day or earlier.`,
    },
    S12: { name: 'A daily report', what: () => 'No daily count of figures and daily report is planned.', mend: () => 'Give the monitoring group a task: participants, orders, cost per acquisition and ROI every day.' },
    S13: { name: 'A briefing', what: () => 'No briefing is planned.', mend: (d) => `Hold one after the approval and before the event, for example on ${en.day(said(d, 'day'))}.` },
    S14: { name: 'Acceptance of materials', what: (d) => `${number(d, 'count')} materials are listed, but nobody accepts them.`, mend: () => 'Add a task that checks quantity and quality in time for a second delivery.' },
    S15: { name: 'Network and power tested', what: () => 'No test of network and power is planned.', mend: () => 'Test speed, stability and load at the set-up, and have a spare network.' },
  },
);
