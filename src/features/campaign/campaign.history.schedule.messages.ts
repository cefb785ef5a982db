import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly after: Readonly<Record<string, string>>;
}
const said = (parts: readonly (string | undefined)[], comma: string): string => parts.filter(Boolean).join(comma);

/** Work on tasks beyond their rows: delays with their reasons, what was told from the spot. */
export const scheduleHistory = defineMessages(
  {
    sentences: {
      'task.delay_told': ({ name, after }: Told) => `说明了“${name}”的延期：${said([after['delayCause'], after['reason'], after['endOn'] ? `预计${after['endOn']}` : ''], '，')}`,
      'task.delay_asked': ({ name }: Told) => `请负责人说明“${name}”的延期`,
      'task.reported': ({ name, after }: Told) => `记录了“${name}”的情况：${after['text'] ?? ''}`,
      'task.photo_added': ({ name }: Told) => `给“${name}”上传了照片`,
    },
    fields: { delayCause: '延期原因' },
  },
  {
    sentences: {
      'task.delay_told': ({ name, after }) => `told of a delay of “${name}”: ${said([after['delayCause'], after['reason'], after['endOn'] ? `expected by ${after['endOn']}` : ''], ', ')}`,
      'task.delay_asked': ({ name }) => `asked the owners of “${name}” about its delay`,
      'task.reported': ({ name, after }) => `reported on “${name}”: ${after['text'] ?? ''}`,
      'task.photo_added': ({ name }) => `added a photo to “${name}”`,
    },
    fields: { delayCause: 'Cause of the delay' },
  },
);
