import { z } from 'zod';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { done, idField, timeField } from '#platform/shared/field.ts';
import { LOCALES } from '#platform/shared/messages.ts';
import { hasNotices } from './notice.policy.ts';
import { DEFAULT_MAIL, MAIL_CHOICES, NOTICE_TOPICS } from './notice.rules.ts';

export const noticeView = z.object({
  id: idField,
  topic: z.enum(NOTICE_TOPICS),
  /** Finished sentences in the caller's language. */
  title: z.string(),
  text: z.string(),
  /** A page of the application. */
  link: z.string(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  /** Done by somebody: nobody needs to look any more. */
  settledAt: z.string().nullable(),
});
export type NoticeView = z.output<typeof noticeView>;

export const getBell = operation({
  id: 'notice.getBell', method: 'GET', path: '/api/notices/bell',
  summary: { zh: '消息铃：未读数与最近的消息，未读在前', en: 'The bell: unread count and the latest notices, unread first' },
  access: signedIn(hasNotices),
  output: z.object({ unread: z.int(), latest: z.array(noticeView) }),
});

export const listNotices = operation({
  id: 'notice.listNotices', method: 'GET', path: '/api/notices',
  summary: { zh: '我的消息，新的在前', en: 'One’s notices, latest first' },
  access: signedIn(hasNotices),
  query: z.object({ show: z.enum(['all', 'unread']).default('all'), after: idField.optional() }),
  output: z.object({ notices: z.array(noticeView), unread: z.int(), next: idField.nullable() }),
});

export const markRead = operation({
  id: 'notice.markRead', method: 'POST', path: '/api/notices/read',
  summary: { zh: '标为已读：指定的几条，或到某一条为止的全部', en: 'Mark as read: some notices, or all up to one' },
  access: signedIn(hasNotices),
  /** `upTo` is the newest that the person has seen: what comes in meanwhile stays unread. */
  body: z.union([z.object({ ids: z.array(idField).min(1).max(200) }), z.object({ upTo: idField })]),
  output: z.object({ unread: z.int() }),
});

const quietHours = z.object({ from: timeField, to: timeField });
const preferences = z.object({
  locale: z.enum(LOCALES),
  mail: z.object({ approval: z.enum(MAIL_CHOICES), request: z.enum(MAIL_CHOICES), money: z.enum(MAIL_CHOICES), briefing: z.enum(MAIL_CHOICES).default(DEFAULT_MAIL.briefing), task: z.enum(MAIL_CHOICES).default(DEFAULT_MAIL.task) }),
  quiet: quietHours.nullable(),
  digestAt: timeField,
});
export type NoticePreferences = z.output<typeof preferences>;

export const getPreferences = operation({
  id: 'notice.getPreferences', method: 'GET', path: '/api/me/notice-preferences',
  summary: { zh: '我的消息设置', en: 'How one wants to be told' },
  access: signedIn(hasNotices),
  output: preferences.extend({ email: z.string(), timeZone: z.string(), mailConfigured: z.boolean() }),
});

export const savePreferences = operation({
  id: 'notice.savePreferences', method: 'PUT', path: '/api/me/notice-preferences',
  summary: { zh: '修改我的消息设置', en: 'Change how one wants to be told' },
  access: signedIn(hasNotices),
  body: preferences,
  output: done,
  errors: ['notice.quiet_empty'],
});

export const sendTrial = operation({
  id: 'notice.sendTrial', method: 'POST', path: '/api/notices/trial',
  summary: { zh: '给自己发一条试试', en: 'Send oneself a notice as a trial' },
  access: signedIn(hasNotices),
  output: z.object({ mailed: z.boolean() }),
});
