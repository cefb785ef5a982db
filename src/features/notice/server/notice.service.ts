import type { Mailer } from '#platform/server/mail.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { RateLimits } from '#platform/server/rate-limits.ts';
import type { Log } from '#platform/server/log.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../notice.contract.ts';
import { noticeMessages } from '../notice.messages.ts';
import type { NoticeText } from '../notice.rules.ts';
import * as store from './notice.store.ts';
import * as views from './notice.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

/** Finished sentences of a notice. @throws Error for a code that no feature words */
export type SayNotice = (code: string, data: Readonly<Record<string, unknown>>, locale: Locale) => NoticeText;

export interface NoticeParts {
  readonly sayNotice: SayNotice;
  readonly mailer: Mailer;
  readonly limits: RateLimits;
  readonly publicUrl: string;
}

const IN_PANEL = 12;
const PER_PAGE = 30;
const PREFERENCES_PAGE = '/settings/notices';

/** A list must not fail for one notice that this version cannot word: the person still gets its link. */
export function sayOrFallBack(say: SayNotice, log: Log, { code, data }: { readonly code: string; readonly data: Readonly<Record<string, unknown>> }, locale: Locale): NoticeText {
  try {
    return say(code, data, locale);
  } catch (error) {
    log.error({ code, err: error }, 'notice without a sentence');
    return noticeMessages[locale].unknown;
  }
}

/** One's notices and how one wants to be told. Functions take the work of one operation and return its answer. */
export class NoticeService {
  readonly #parts: NoticeParts;

  constructor(parts: NoticeParts) {
    this.#parts = parts;
  }

  #view(work: ReadWork, row: views.NoticeRow): contract.NoticeView {
    const { id, topic, link, createdAt, readAt, settledAt } = row;
    return { id, topic, ...sayOrFallBack(this.#parts.sayNotice, work.log, row, work.caller.locale), link, createdAt, readAt, settledAt };
  }

  async getBell(work: ReadWork): Promise<Output<'getBell'>> {
    const { userId } = work.actor;
    const [unread, rows] = await Promise.all([views.countUnread(work.db, userId), views.listLatest(work.db, userId, IN_PANEL)]);
    return { unread, latest: rows.map((row) => this.#view(work, row)) };
  }

  async listNotices(work: ReadWork, { query }: Input<'listNotices'>): Promise<Output<'listNotices'>> {
    const { userId } = work.actor;
    // One more than is shown tells whether there is a next page.
    const filter = { unread: query.show === 'unread', after: query.after, limit: PER_PAGE + 1 };
    const [unread, rows] = await Promise.all([views.countUnread(work.db, userId), views.listOwn(work.db, userId, filter)]);
    const shown = rows.slice(0, PER_PAGE);
    return { unread, notices: shown.map((row) => this.#view(work, row)), next: rows.length > PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
  }

  async markRead(work: Work, { body }: Input<'markRead'>): Promise<Output<'markRead'>> {
    const { userId } = work.actor;
    if ((await store.markOwnRead(work.db, userId, body)) > 0) await work.record({ kind: 'notice.read', subject: { type: 'person', id: userId }, after: body });
    return { unread: await views.countUnread(work.db, userId) };
  }

  async getPreferences(work: ReadWork): Promise<Output<'getPreferences'>> {
    return { ...(await views.findPreferences(work.db, work.actor.userId)), mailConfigured: this.#parts.mailer.configured };
  }

  async savePreferences(work: Work, { body }: Input<'savePreferences'>): Promise<Output<'savePreferences'>> {
    if (body.quiet && body.quiet.from === body.quiet.to) throw new Problem('notice.quiet_empty', 400);
    const { userId } = work.actor;
    const { email: _, timeZone: __, ...before } = await views.findPreferences(work.db, userId);
    await store.upsertPreferences(work.db, userId, body);
    await work.record({ kind: 'notice.preferences_saved', subject: { type: 'person', id: userId }, before, after: body });
    return {};
  }

  async sendTrial(work: Work): Promise<Output<'sendTrial'>> {
    const { userId, name } = work.actor;
    await this.#parts.limits.take('noticeTrial', userId);
    await store.insertTrial(work.db, userId, name, PREFERENCES_PAGE);
    await work.record({ kind: 'notice.sent', subject: { type: 'notice', id: null }, after: { code: 'notice.trial', users: [userId], roles: [] } });
    return { mailed: this.#parts.mailer.configured };
  }
}
