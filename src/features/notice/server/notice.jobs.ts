import { defineJob, type Job, type JobSteps } from '#platform/server/jobs/job.ts';
import { mailFault } from '#platform/server/mail.ts';
import { afterQuiet, mailDueAt, retryMinutes } from '../notice.rules.ts';
import { writeLetter } from './notice.letter.ts';
import * as store from './notice.mail.store.ts';
import { type NoticeParts, sayOrFallBack } from './notice.service.ts';
import { preferencesOf } from './notice.views.ts';

export const SEND_MAILS = 'notice.sendMails';

const MINUTE_MS = 60_000;
/** Longer than any conversation with a mail server may take: see the timeouts of mail.ts. */
const LEASE_MS = 10 * MINUTE_MS;
const PLAN_AT_ONCE = 500;
/** More than these go into the next mail of the same minute. */
const MOST_IN_ONE_MAIL = 50;
/** Conversations with the mail server at the same time. */
const LANES = 4;
/** The next minute goes on. */
const MOST_MAILS = 400;

/** Started after each commit that told somebody something; the clock is for what waits for its hour, and for what failed. */
export function noticeJobs(parts: NoticeParts): readonly Job[] {
  return [defineJob({ name: SEND_MAILS, cron: '* * * * *', runSteps: (steps) => sendMails(steps, parts) })];
}

async function sendMails(steps: JobSteps, parts: NoticeParts): Promise<void> {
  if (!parts.mailer.configured) return steps.transaction((work) => store.dropMails(work.db, 'all'));
  await plan(steps);
  let left = MOST_MAILS;
  const lane = async (): Promise<void> => {
    while (left-- > 0 && (await sendNext(steps, parts)));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Gives every mail its time: at once, after the quiet hours, or with the digest. */
async function plan(steps: JobSteps): Promise<void> {
  await steps.transaction(async ({ db }) => {
    await store.dropMails(db, 'disabled');
    const found = await store.takeUnplanned(db, PLAN_AT_ONCE);
    const planned = found.map((mail) => ({ id: mail.id, dueAt: mailDueAt(mail.state === 'due' ? 'now' : 'digest', new Date(mail.createdAt), preferencesOf(mail), mail.timeZone) }));
    if (planned.length > 0) await store.planMails(db, planned);
  });
}

/** Takes, sends, and notes what became of it: three steps, so that nothing is held while the mail server thinks. Resolves to whether there was one. */
async function sendNext(steps: JobSteps, parts: NoticeParts): Promise<boolean> {
  const claimed = await steps.transaction(async ({ db, now }) => {
    await store.takeTurn(db);
    return store.claimMail(db, now, new Date(now.getTime() + LEASE_MS), MOST_IN_ONE_MAIL);
  });
  if (!claimed) return false;
  const { locale, quiet } = preferencesOf(claimed);
  const items = claimed.notices.map((notice) => ({ id: notice.id, link: notice.link, ...sayOrFallBack(parts.sayNotice, steps.log, notice, locale) }));
  try {
    await parts.mailer.send(writeLetter({ to: claimed, company: claimed.company, locale, publicUrl: parts.publicUrl, items }));
  } catch (error) {
    const fault = mailFault(error);
    await steps.transaction(async ({ db, now }) => {
      for (const { id, tries } of claimed.notices) {
        const wait = fault.lasting ? undefined : retryMinutes(tries);
        const dueAt = wait === undefined ? null : afterQuiet(new Date(now.getTime() + wait * MINUTE_MS), quiet, claimed.timeZone);
        await store.markUnsent(db, id, dueAt, fault.reason);
        if (dueAt) steps.log.warn({ notice: id, tries, reason: fault.reason, again: dueAt.toISOString() }, 'mail not sent; it is tried again');
        else steps.log.error({ notice: id, tries, reason: fault.reason }, 'mail not sent and given up');
      }
    });
    return true;
  }
  await steps.transaction(({ db }) => store.markSent(db, items.map(({ id }) => id)));
  return true;
}
