import { defineMessages } from '#platform/shared/messages.ts';
import { money, number, said, saidMessages, several, type Data } from './check.said.messages.ts';

const zh = saidMessages['zh-CN'];
const en = saidMessages.en;
type Named = Readonly<Record<string, string>>;
const zhPhases: Named = { warmup: '预热期', burst: '爆发期', sustain: '延续期' };
const enPhases: Named = { warmup: 'warm-up', burst: 'burst', sustain: 'sustain' };
const zhZones: Named = { signin: '签到区', experience: '体验区', desk: '咨询台', emergency: '应急组' };
const enZones: Named = { signin: 'check-in', experience: 'experience', desk: 'information desk', emergency: 'emergency team' };
const named = (data: Data, name: string, names: Named): readonly string[] => several(data, name).map((key) => names[key] ?? key);

/** What the rules on channels (C), materials (M) and the day on site (O) say. */
export const promotionWords = defineMessages(
  {
    zones: zhZones,
    rules: {
      C01: { name: '有渠道排期', what: () => '还没有渠道排期，看不出目标靠什么实现。', mend: () => '按目标人群选出线上、线下渠道，写明阶段、内容、费用和目标。' },
      C02: { name: '预热 3–5 天', what: (d: Data) => `预热期 ${zh.day(said(d, 'first'))}至 ${zh.day(said(d, 'last'))}，共 ${number(d, 'count')} 天。`, mend: (d: Data) => `预热以 ${number(d, 'from')}–${number(d, 'to')} 天为宜：太短造不起悬念，太长热度会散。` },
      C03: { name: '推广分三期', what: (d: Data) => `渠道排期缺少${zh.list(named(d, 'phases', zhPhases))}。`, mend: () => '预热造悬念、爆发促转化、延续做二次传播与复购，三期都安排渠道。' },
      C04: { name: '爆发期覆盖开场', what: (d: Data) => `爆发期 ${zh.day(said(d, 'first'))}至 ${zh.day(said(d, 'last'))}，没有覆盖现场第一天 ${zh.day(said(d, 'eventFrom'))}。`, mend: () => '把集中曝光放在开场当天，调整爆发期渠道的日期。' },
      C05: { name: '渠道费用有目标', what: (d: Data) => (said(d, 'metric') === '' ? `渠道“${said(d, 'channel')}”花 ${money(d, 'amountCents')}，没有写要带来什么。` : `渠道“${said(d, 'channel')}”花 ${money(d, 'amountCents')}，“${said(d, 'metric')}”没有目标值。`), mend: () => '写上指标和目标值，执行中才能比较渠道、调整投放。' },
      C06: { name: '每条渠道有负责人', what: (d: Data) => `渠道“${said(d, 'channel')}”没有负责人。`, mend: () => '写上负责投放和数据的人。' },
      C07: { name: '每条渠道有日期', what: (d: Data) => `渠道“${said(d, 'channel')}”（${zhPhases[said(d, 'phase')] ?? ''}）没有日期。`, mend: () => '填上开始和结束日期。' },
      C08: {
        name: '渠道日期与阶段相符',
        what: (d: Data) => ({
          outside: `渠道“${said(d, 'channel')}”的日期不在活动周期（${zh.day(said(d, 'startsOn'))}至 ${zh.day(said(d, 'endsOn'))}）之内。`,
          warmup: `渠道“${said(d, 'channel')}”属预热期，${zh.day(said(d, 'endOn'))}才结束，晚于爆发期（至 ${zh.day(said(d, 'burstTo'))}）。`,
          sustain: `渠道“${said(d, 'channel')}”属延续期，${zh.day(said(d, 'startOn'))}就开始，早于爆发期（自 ${zh.day(said(d, 'burstFrom'))}）。`,
        })[said(d, 'kind') as 'outside' | 'warmup' | 'sustain'],
        mend: () => '改正日期，或把渠道移到合适的阶段。',
      },
      C09: { name: '预热紧接爆发', what: (d: Data) => `预热 ${zh.day(said(d, 'warmTo'))}结束，爆发 ${zh.day(said(d, 'burstFrom'))}才开始，中间空了 ${number(d, 'gap')} 天。`, mend: () => '把两期接上，热度才不会断。' },
      M01: { name: '有物料清单', what: () => '有现场活动，却没有物料清单。', mend: () => '列出宣传册、海报、礼品、道具等的规格、数量和到货日期。' },
      M02: { name: '物料到货留有余量', what: (d: Data) => `“${said(d, 'name')}” ${zh.day(said(d, 'dueOn'))}到货，${zh.day(said(d, 'setUp'))}就要布置，没有返工的余地。`, mend: (d: Data) => `到货日期提前到 ${zh.day(said(d, 'limit'))}或更早（布置前至少 ${number(d, 'slackDays')} 天）。` },
      M03: { name: '物料有到货日期', what: (d: Data) => `“${said(d, 'name')}”没有到货日期。`, mend: () => '与供应商约定到货日期并填上。' },
      M04: { name: '物料有数量', what: (d: Data) => `“${said(d, 'name')}”没有数量。`, mend: () => '按预计参与人数估算数量，并留少量备用。' },
      M05: { name: '物料有负责人', what: (d: Data) => `“${said(d, 'name')}”没有负责人。`, mend: () => '写上负责制作和验收的人。' },
      M06: { name: '物料有科目', what: (d: Data) => `“${said(d, 'name')}”的费用科目“${said(d, 'category')}”在预算表里没有。`, mend: () => '改成预算表里的科目，或在预算表增加。' },
      O01: { name: '有现场流程', what: (d: Data) => `现场 ${zh.day(said(d, 'eventFrom'))}开始，还没有现场流程。`, mend: () => '按时间列出环节、地点和负责人，当天严格照此执行。' },
      O02: { name: '一人不在两处', what: (d: Data) => `${said(d, 'person')}在第 ${number(d, 'day')} 天 ${said(d, 'startTime')} 同时负责“${said(d, 'first')}”和“${said(d, 'second')}”。`, mend: () => '换人，或错开时间。' },
      O03: { name: '四类区域齐全', what: (d: Data) => `现场分区缺少${zh.list(named(d, 'zones', zhZones))}。`, mend: () => '加上这些区域，写明职责、人数和负责人；场地小的可以合并，在职责里写明。' },
      O04: { name: '区域有人', what: (d: Data) => `“${said(d, 'name')}”没有安排人。`, mend: () => '写上人数和负责人。' },
      O05: { name: '每天都有流程', what: (d: Data) => `${zh.list(several(d, 'days').map(zh.day))}没有现场流程。`, mend: () => '补上这几天的流程；与第一天相同的，复制后改天数即可。' },
      O06: { name: '有反馈问卷', what: () => '没有准备反馈问卷。', mend: () => '准备三到五个问题：满意度、推荐意愿和一个开放题，现场扫码填写。' },
      O07: { name: '选择题有选项', what: (d: Data) => `问卷“${said(d, 'question')}”没有足够的选项。`, mend: () => '写上两个以上的选项，一行一个。' },
      O08: { name: '环节有负责人', what: (d: Data) => `现场环节“${said(d, 'title')}”没有负责人。`, mend: () => '写上当天负责的人或小组。' },
      O09: { name: '环节有时间', what: (d: Data) => `现场环节“${said(d, 'title')}”没有开始时间。`, mend: () => '填上开始时间和时长。' },
      O10: { name: '区域有容量', what: () => '各区域都没有写容量，人多时无从判断何时限流。', mend: () => '按面积估出每个区域最多容纳的人数。' },
    },
  },
  {
    zones: enZones,
    rules: {
      C01: { name: 'Channels', what: () => 'No channel is planned; nothing says what brings the goals.', mend: () => 'Choose channels for the audience, with phase, content, money and target.' },
      C02: { name: 'A warm-up of 3–5 days', what: (d) => `The warm-up lasts from ${en.day(said(d, 'first'))} to ${en.day(said(d, 'last'))}, ${number(d, 'count')} days.`, mend: (d) => `${number(d, 'from')}–${number(d, 'to')} days are best: shorter raises no suspense, longer loses it.` },
      C03: { name: 'Three phases', what: (d) => `No channel for: ${en.list(named(d, 'phases', enPhases))}.`, mend: () => 'Plan all three: suspense, conversion, and a second spread with repurchase.' },
      C04: { name: 'The burst on opening day', what: (d) => `The burst from ${en.day(said(d, 'first'))} to ${en.day(said(d, 'last'))} leaves out the opening day, ${en.day(said(d, 'eventFrom'))}.`, mend: () => 'Put the concentrated exposure on the opening day.' },
      C05: { name: 'A target for channel money', what: (d) => (said(d, 'metric') === '' ? `“${said(d, 'channel')}” costs ${money(d, 'amountCents')} and does not say what it is to bring.` : `“${said(d, 'channel')}” costs ${money(d, 'amountCents')}, but “${said(d, 'metric')}” has no target.`), mend: () => 'Give it a metric and a target, so that channels can be compared.' },
      C06: { name: 'An owner for every channel', what: (d) => `The channel “${said(d, 'channel')}” has no owner.`, mend: () => 'Name whoever answers for it and its figures.' },
      C07: { name: 'Dates for every channel', what: (d) => `The channel “${said(d, 'channel')}” (${enPhases[said(d, 'phase')] ?? ''}) has no dates.`, mend: () => 'Enter its first and last day.' },
      C08: {
        name: 'Channels in their phase',
        what: (d) => ({
          outside: `The channel “${said(d, 'channel')}” lies outside the campaign (${en.day(said(d, 'startsOn'))} to ${en.day(said(d, 'endsOn'))}).`,
          warmup: `“${said(d, 'channel')}” is of the warm-up, but ends on ${en.day(said(d, 'endOn'))}, after the burst (until ${en.day(said(d, 'burstTo'))}).`,
          sustain: `“${said(d, 'channel')}” is of the sustain phase, but begins on ${en.day(said(d, 'startOn'))}, before the burst (from ${en.day(said(d, 'burstFrom'))}).`,
        })[said(d, 'kind') as 'outside' | 'warmup' | 'sustain'],
        mend: () => 'Correct the dates or the phase.',
      },
      C09: { name: 'The burst right after the warm-up', what: (d) => `The warm-up ends on ${en.day(said(d, 'warmTo'))} and the burst begins on ${en.day(said(d, 'burstFrom'))}: ${number(d, 'gap')} days of nothing.`, mend: () => 'Join the two, or the suspense is lost.' },
      M01: { name: 'A list of materials', what: () => 'There is an event, but no list of materials.', mend: () => 'List brochures, posters, gifts and props with quantity and day of delivery.' },
      M02: { name: 'Slack before the set-up', what: (d) => `“${said(d, 'name')}” arrives on ${en.day(said(d, 'dueOn'))} and the set-up is on ${en.day(said(d, 'setUp'))}: a rejected delivery could not be made again.`, mend: (d) => `Have it delivered by ${en.day(said(d, 'limit'))} (at least ${number(d, 'slackDays')} days before).` },
      M03: { name: 'A day of delivery', what: (d) => `“${said(d, 'name')}” has no day of delivery.`, mend: () => 'Agree on one with the supplier and enter it.' },
      M04: { name: 'A quantity', what: (d) => `“${said(d, 'name')}” has no quantity.`, mend: () => 'Estimate it from the expected visitors, with a few spare.' },
      M05: { name: 'An owner of materials', what: (d) => `“${said(d, 'name')}” has no owner.`, mend: () => 'Name whoever has it made and accepts it.' },
      M06: { name: 'A line for materials', what: (d) => `“${said(d, 'name')}” is to be paid from “${said(d, 'category')}”, which is not in the budget.`, mend: () => 'Name a line of the budget, or add this one.' },
      O01: { name: 'A run sheet', what: (d) => `The event begins on ${en.day(said(d, 'eventFrom'))} and has no run sheet.`, mend: () => 'List the steps with time, place and owner.' },
      O02: { name: 'Nobody in two places', what: (d) => `On day ${number(d, 'day')} at ${said(d, 'startTime')} ${said(d, 'person')} is at “${said(d, 'first')}” and at “${said(d, 'second')}”.`, mend: () => 'Name someone else, or move one of them.' },
      O03: { name: 'The four zones', what: (d) => `These zones are missing: ${en.list(named(d, 'zones', enZones))}.`, mend: () => 'Add them with duty, staff and owner; a small venue may join two and say so.' },
      O04: { name: 'Staff in every zone', what: (d) => `Nobody is planned for “${said(d, 'name')}”.`, mend: () => 'Enter the number of staff and an owner.' },
      O05: { name: 'A run sheet for every day', what: (d) => `No step is planned for ${en.list(several(d, 'days').map(en.day))}.`, mend: () => 'Add the steps of these days; copy the first day where they are alike.' },
      O06: { name: 'A survey', what: () => 'No survey is prepared.', mend: () => 'Prepare three to five questions: satisfaction, recommendation, one open.' },
      O07: { name: 'Choices to choose from', what: (d) => `The question “${said(d, 'question')}” has too few choices.`, mend: () => 'Write two or more, one a line.' },
      O08: { name: 'An owner for every step', what: (d) => `The step “${said(d, 'title')}” has no owner.`, mend: () => 'Name the person or group of the day.' },
      O09: { name: 'A time for every step', what: (d) => `The step “${said(d, 'title')}” has no start.`, mend: () => 'Enter when it begins and how long it takes.' },
      O10: { name: 'Capacity of the zones', what: () => 'No zone has a capacity, so no one knows when it is full.', mend: () => 'Estimate it from the area.' },
    },
  },
);
