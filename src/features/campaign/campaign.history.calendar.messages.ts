import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const zhSentences = {
  'schedule.feed_made': (_told: Told) => '生成了自己的日历订阅地址',
  'schedule.feed_renewed': (_told: Told) => '更换了自己的日历订阅地址',
  'schedule.feed_revoked': (_told: Told) => '作废了自己的日历订阅地址',
  'schedule.calendar_set': ({ after }: Told) => `调整了公司日历：${after['days'] ?? ''}`,
};
const enSentences: Record<keyof typeof zhSentences, (told: Told) => string> = {
  'schedule.feed_made': () => 'made a calendar address of their own',
  'schedule.feed_renewed': () => 'renewed their calendar address',
  'schedule.feed_revoked': () => 'revoked their calendar address',
  'schedule.calendar_set': ({ after }) => `changed the company’s calendar: ${after['days'] ?? ''}`,
};

/** What the history says of calendars: the company's own days, and the addresses that programs read. */
export const calendarHistory = defineMessages({ sentences: zhSentences }, { sentences: enSentences });
