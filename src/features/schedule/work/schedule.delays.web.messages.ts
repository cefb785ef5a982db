import { defineMessages } from '#platform/shared/messages.ts';

export const delaysMessages = defineMessages(
  {
    verdict: {
      late: (count: number, days: number) => `${count} 项延期，最久的 ${days} 天`, foreseen: (count: number) => `${count} 项预计延期`, clear: '没有延期的任务', unexplained: (count: number) => `${count} 项还没有说明原因`,
      settled: (count: number) => `另有 ${count} 项曾经延期，已经解决`, comma: '，', end: '。',
    },
    rate: (share: string, onTime: number, judged: number) => `按时率 ${share}（${judged} 项里 ${onTime} 项按时）`, rateNone: '按时率：还没有到期或完成的任务', rateBy: (version: number) => `按核准的方案 v${version} 的日期`, rateByPlan: '按现在的日期',
    byCause: '按原因', byOwner: '按负责人', unexplained: '还没说明', nobody: '没有负责人',
    tasks: (count: number) => `${count} 项`, days: (days: number) => `共 ${days} 天`,
    list: '延期的任务', late: (days: number) => `延期 ${days} 天`, foreseen: '预计延期', planned: (day: string) => `原定 ${day}`, expected: (day: string) => `预计 ${day}`, noDay: '没有日期', told: (name: string, at: string) => `${name} ${at} 说明`,
    noReason: '还没有说明原因', explain: '说明', ask: '请负责人说明', asked: '已请说明', askedToast: (title: string, count: number) => `已请 ${count} 人说明“${title}”`, trace: (title: string) => `“${title}”的延期与现场记录`, download: '导出 Excel',
    empty: { title: '没有延期', text: '任务的日期一过还没有完成，就会自动列在这里；也可以在“我的一天”里提前说明会晚几天、为什么。', sample: ['易拉宝到货验收 · 延期 2 天 · 供应商：物流晚点', '舞台搭建 · 预计 10月16日 · 场地：上一场撤场晚'] },
  },
  {
    verdict: {
      late: (count, days) => `${count} late, by ${days === 1 ? '1 day' : `${days} days`} at most`, foreseen: (count) => `${count} foreseen to be late`, clear: 'No task is late', unexplained: (count) => `${count} not explained yet`,
      settled: (count) => `${count} more were late and are settled`, comma: ', ', end: '.',
    },
    rate: (share, onTime, judged) => `On time: ${share} (${onTime} of ${judged})`, rateNone: 'On time: nothing is due or done yet', rateBy: (version) => `by the days of the approved plan v${version}`, rateByPlan: 'by the present days',
    byCause: 'By cause', byOwner: 'By owner', unexplained: 'Not explained', nobody: 'No owner',
    tasks: (count) => `${count}`, days: (days) => `${days} d in all`,
    list: 'Late tasks', late: (days) => (days === 1 ? '1 day late' : `${days} days late`), foreseen: 'Delay foreseen', planned: (day) => `planned ${day}`, expected: (day) => `expected ${day}`, noDay: 'no date', told: (name, at) => `told by ${name}, ${at}`,
    noReason: 'Not explained yet', explain: 'Explain', ask: 'Ask the owner', asked: 'Asked', askedToast: (title, count) => (count === 1 ? `1 person is asked about “${title}”` : `${count} people are asked about “${title}”`), trace: (title) => `Delays and reports of “${title}”`, download: 'Export to Excel',
    empty: { title: 'Nothing is late', text: 'A task whose day has passed without being done is listed here by itself; in “My day” a delay can be told before it happens, with its cause.', sample: ['Roll-up banners accepted · 2 days late · Supplier: delivery delayed', 'Stage set-up · expected Oct 16 · Venue: the event before overran'] },
  },
);
