import { defineMessages } from '#platform/shared/messages.ts';
import type { DelayCause } from './schedule.delay.rules.ts';
import { scheduleMessages } from '../schedule.messages.ts';

type Data = Readonly<Record<string, unknown>>;
const said = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const titles = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const zhCauses: Record<DelayCause, string> = { supplier: '供应商', approval: '审批', design: '设计修改', people: '人手', venue: '场地', weather: '天气', change: '需求变更', upstream: '前序任务', other: '其他' };
const enCauses: Record<DelayCause, string> = { supplier: 'Supplier', approval: 'Approval', design: 'Design changes', people: 'People', venue: 'Venue', weather: 'Weather', change: 'Changed requirements', upstream: 'Earlier task', other: 'Other' };

const zhDay = (day: unknown): string => (said(day) === '' ? '' : `${Number(said(day).slice(5, 7))}月${Number(said(day).slice(8))}日`);
const enDay = (day: unknown): string => (said(day) === '' ? '' : new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${said(day)}T00:00:00Z`)));

/** A few names, and how many more there are. */
const zhNames = (all: readonly string[], total: number): string => `${all.map((title) => `“${title}”`).join('、')}${total > all.length ? `等 ${total} 项` : ''}`;
const enNames = (all: readonly string[], total: number): string => `${all.map((title) => `“${title}”`).join(', ')}${total > all.length ? ` and ${total - all.length} more` : ''}`;

interface Due {
  readonly key: 'late' | 'today' | 'soon' | 'led';
  readonly titles: readonly string[];
  readonly total: number;
}
/** The parts of a reminder that hold something, the most pressing first. */
const dueParts = (data: Data): readonly Due[] =>
  (['late', 'today', 'soon', 'led'] as const).map((key) => ({ key, titles: titles(data[key]), total: count(data[`${key}Count`]) })).filter((part) => part.total > 0);

const zhDue: Record<Due['key'], (total: number) => string> = { late: (total) => `${total} 项已延期`, today: (total) => `${total} 项今天到期`, soon: (total) => `${total} 项快到期`, led: (total) => `您负责的活动有 ${total} 项延期` };
const enDue: Record<Due['key'], (total: number) => string> = { late: (total) => `${total} late`, today: (total) => `${total} due today`, soon: (total) => `${total} due soon`, led: (total) => `${total} late in campaigns that you lead` };

export const scheduleWorkMessages = defineMessages(
  {
    problems: {
      'schedule.task_gone': () => '这项任务已不在进度表里，可能已被删除。',
      'schedule.state_overtaken': (data: Record<string, unknown>) => `${said(data['by']) || '有人'}已把“${said(data['title'])}”改为“${scheduleMessages['zh-CN'].states[data['state'] as 'open'] ?? ''}”，您的更新没有写入。请确认后再提交。`,
      'schedule.task_closed': (data: Record<string, unknown>) => `“${said(data['title'])}”已${data['state'] === 'done' ? '完成' : '取消'}，不能再推迟。`,
      'schedule.not_later': (data: Record<string, unknown>) => `新日期要晚于现在的日期${said(data['endOn']) === '' ? '' : `（${zhDay(data['endOn'])}）`}。`,
      'schedule.not_late': (data: Record<string, unknown>) => `“${said(data['title'])}”没有延期，不需要说明。`,
      'schedule.nobody_to_ask': (data: Record<string, unknown>) => `“${said(data['title'])}”的负责人${said(data['owner']) === '' ? '还没有填写' : `“${said(data['owner'])}”不在小组里`}，请先在进度表里写明。`,
      'schedule.photo_kind': () => '只能上传照片（JPG、PNG、WebP、HEIC）。',
      'schedule.photo_size': () => '照片超过 8 MB，请压缩后再上传。',
      'schedule.photo_many': () => '这项任务的照片已满 60 张。',
    },
    causes: zhCauses,
    notices: {
      'schedule.delay_told': (data: Data) => {
        const cause = zhCauses[data['cause'] as DelayCause] ?? zhCauses.other;
        const to = zhDay(data['toEndOn']);
        const what = data['kind'] === 'postponed' ? `推迟到${to}` : data['kind'] === 'explained' ? '延期的原因' : to === '' ? '预计延期' : `预计${to}完成`;
        return { title: `“${said(data['title'])}”${what}`, text: `${said(data['by'])}：${cause}${said(data['reason']) === '' ? '' : `，${said(data['reason'])}`} · ${said(data['campaign'])}` };
      },
      'schedule.delay_asked': (data: Data) => ({
        title: `请说明“${said(data['title'])}”${count(data['days']) > 0 ? `为什么延期 ${count(data['days'])} 天` : '为什么会延期'}`,
        text: `${said(data['by'])}${said(data['text']) === '' ? '想知道原因和预计完成的日期' : `：${said(data['text'])}`} · ${said(data['campaign'])}`,
      }),
      'schedule.tasks_due': (data: Data) => {
        const parts = dueParts(data);
        if (parts.length === 0) return { title: '有任务快到期', text: '打开“我的一天”查看。' };
        return { title: `任务提醒：${parts.map((part) => zhDue[part.key](part.total)).join('，')}`, text: parts.map((part) => `${zhDue[part.key](part.total)}：${zhNames(part.titles, part.total)}`).join('；') };
      },
    },
  },
  {
    problems: {
      'schedule.task_gone': () => 'This task is no longer in the schedule; it may have been deleted.',
      'schedule.state_overtaken': (data) => `${said(data['by']) || 'Someone'} has set “${said(data['title'])}” to “${scheduleMessages.en.states[data['state'] as 'open'] ?? ''}”; your update was not written. Please check and send it again.`,
      'schedule.task_closed': (data) => `“${said(data['title'])}” is ${data['state'] === 'done' ? 'done' : 'cancelled'} and cannot be postponed.`,
      'schedule.not_later': (data) => `The new date must be later than the present one${said(data['endOn']) === '' ? '' : ` (${enDay(data['endOn'])})`}.`,
      'schedule.not_late': (data) => `“${said(data['title'])}” is not late; there is nothing to explain.`,
      'schedule.nobody_to_ask': (data) => `The owner of “${said(data['title'])}” ${said(data['owner']) === '' ? 'is not given' : `(“${said(data['owner'])}”) is not on the team`}. Please name one in the schedule first.`,
      'schedule.photo_kind': () => 'Only photos can be uploaded (JPG, PNG, WebP, HEIC).',
      'schedule.photo_size': () => 'The photo is larger than 8 MB. Please make it smaller.',
      'schedule.photo_many': () => 'This task already has 60 photos.',
    },
    causes: enCauses,
    notices: {
      'schedule.delay_told': (data) => {
        const cause = enCauses[data['cause'] as DelayCause] ?? enCauses.other;
        const to = enDay(data['toEndOn']);
        const what = data['kind'] === 'postponed' ? `postponed to ${to}` : data['kind'] === 'explained' ? 'why it is late' : to === '' ? 'a delay is foreseen' : `expected by ${to}`;
        return { title: `“${said(data['title'])}”: ${what}`, text: `${said(data['by'])}: ${cause}${said(data['reason']) === '' ? '' : `, ${said(data['reason'])}`} · ${said(data['campaign'])}` };
      },
      'schedule.delay_asked': (data) => ({
        title: `Please explain why “${said(data['title'])}” ${count(data['days']) > 0 ? `is late (${count(data['days'])} d)` : 'will be late'}`,
        text: `${said(data['by'])}${said(data['text']) === '' ? ' would like to know the cause and when it will be done' : `: ${said(data['text'])}`} · ${said(data['campaign'])}`,
      }),
      'schedule.tasks_due': (data) => {
        const parts = dueParts(data);
        if (parts.length === 0) return { title: 'Tasks are due soon', text: 'Open “My day” to see them.' };
        return { title: `Tasks: ${parts.map((part) => enDue[part.key](part.total)).join(', ')}`, text: parts.map((part) => `${enDue[part.key](part.total)}: ${enNames(part.titles, part.total)}`).join('; ') };
      },
    },
  },
);
