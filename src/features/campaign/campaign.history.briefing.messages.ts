import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const zhSentences = {
  'briefing.opened': ({ after }: Told) => `方案 v${after['number'] ?? ''} 开始宣贯`,
  'briefing.confirmed': ({ after }: Told) => `确认已阅读并理解方案 v${after['number'] ?? ''}`,
  'briefing.answered': ({ after }: Told) => `回答了宣贯问题“${after['question'] ?? ''}”`,
  'briefing.questions_saved': ({ after }: Told) => `设置了宣贯问题，共 ${after['count'] ?? '0'} 个`,
  'briefing.note_written': ({ after }: Told) => `写了给${after['group'] ?? ''}的宣贯说明`,
  'briefing.meeting_set': ({ after }: Told) => `安排了宣贯会：${after['on'] ?? ''} ${after['from'] ?? ''}`,
  'briefing.meeting_cancelled': ({ before }: Told) => `取消了 ${before['on'] ?? ''} 的宣贯会`,
  'briefing.attended': ({ after }: Told) => `登记${after['name'] ?? ''}宣贯会出席：${after['attendance'] ?? ''}`,
  'briefing.minutes_written': (_told: Told) => '填写了宣贯会纪要',
  'briefing.reminded': ({ after }: Told) => `提醒了 ${after['count'] ?? ''} 人阅读方案并确认`,
};
const enSentences: Record<keyof typeof zhSentences, (told: Told) => string> = {
  'briefing.opened': ({ after }) => `opened the briefing on plan v${after['number'] ?? ''}`,
  'briefing.confirmed': ({ after }) => `confirmed to have read and understood plan v${after['number'] ?? ''}`,
  'briefing.answered': ({ after }) => `answered the question “${after['question'] ?? ''}” of the briefing`,
  'briefing.questions_saved': ({ after }) => `set the questions of the briefing (${after['count'] ?? '0'})`,
  'briefing.note_written': ({ after }) => `wrote a note of the briefing for: ${after['group'] ?? ''}`,
  'briefing.meeting_set': ({ after }) => `set the briefing meeting for ${after['on'] ?? ''} at ${after['from'] ?? ''}`,
  'briefing.meeting_cancelled': ({ before }) => `called off the briefing meeting of ${before['on'] ?? ''}`,
  'briefing.attended': ({ after }) => `noted the attendance of ${after['name'] ?? ''}: ${after['attendance'] ?? ''}`,
  'briefing.minutes_written': () => 'wrote the minutes of the briefing',
  'briefing.reminded': ({ after }) => `reminded ${after['count'] ?? ''} people to read the plan and confirm`,
};
const zhValues = { attendance: { present: '到会', late: '迟到', absent: '缺席' } };
const enValues = { attendance: { present: 'present', late: 'late', absent: 'absent' } };

/** What the history says of the briefing. */
export const briefingHistory = defineMessages({ sentences: zhSentences, values: zhValues }, { sentences: enSentences, values: enValues });
