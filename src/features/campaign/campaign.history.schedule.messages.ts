import { defineMessages } from '#platform/shared/messages.ts';
import { calendarHistory } from './campaign.history.calendar.messages.ts';

interface Told {
  readonly name: string;
  readonly after: Readonly<Record<string, string>>;
}
const said = (parts: readonly (string | undefined)[], comma: string): string => parts.filter(Boolean).join(comma);

/** The schedule: its tasks and what they wait for, delays with their reasons, what was told from the spot. */
export const scheduleHistory = defineMessages(
  {
    sentences: {
      task_created: ({ name }: Told) => `新增了任务“${name}”`,
      task_changed: ({ name }: Told) => `修改了任务“${name}”`,
      task_deleted: ({ name }: Told) => `删除了任务“${name}”`,
      task_moved: ({ name }: Told) => `调整了任务“${name}”的顺序`,
      'schedule.linked': ({ after }: Told) => `写入了 ${after['links'] ?? ''} 处前置任务`,
      ...calendarHistory['zh-CN'].sentences,
      'task.delay_told': ({ name, after }: Told) => `说明了“${name}”的延期：${said([after['delayCause'], after['reason'], after['endOn'] ? `预计${after['endOn']}` : ''], '，')}`,
      'task.delay_asked': ({ name }: Told) => `请负责人说明“${name}”的延期`,
      'task.reported': ({ name, after }: Told) => `记录了“${name}”的情况：${after['text'] ?? ''}`,
      'task.photo_added': ({ name }: Told) => `给“${name}”上传了照片`,
    },
    fields: { delayCause: '延期原因' },
  },
  {
    sentences: {
      task_created: ({ name }) => `added the task “${name}”`,
      task_changed: ({ name }) => `changed the task “${name}”`,
      task_deleted: ({ name }) => `deleted the task “${name}”`,
      task_moved: ({ name }) => `moved the task “${name}”`,
      'schedule.linked': ({ after }) => `linked tasks to those before them (${after['links'] ?? ''})`,
      ...calendarHistory.en.sentences,
      'task.delay_told': ({ name, after }) => `told of a delay of “${name}”: ${said([after['delayCause'], after['reason'], after['endOn'] ? `expected by ${after['endOn']}` : ''], ', ')}`,
      'task.delay_asked': ({ name }) => `asked the owners of “${name}” about its delay`,
      'task.reported': ({ name, after }) => `reported on “${name}”: ${after['text'] ?? ''}`,
      'task.photo_added': ({ name }) => `added a photo to “${name}”`,
    },
    fields: { delayCause: 'Cause of the delay' },
  },
);
