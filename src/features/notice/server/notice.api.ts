import type { Work } from '#platform/server/operation.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import type { NoticeTopic } from '../notice.rules.ts';
import { insertNotices, settleSubject } from './notice.store.ts';

export { type NoticeTopic } from '../notice.rules.ts';

/** Something that people are to be told. */
export interface Notice {
  /** Active people only, each once; the union of both. */
  readonly to: { readonly users?: readonly string[]; readonly roles?: readonly OrgRole[] };
  /** Who is left out, beside the doer. */
  readonly except?: readonly string[];
  /** `feature.what`, e.g. `approval.waiting`: its sentence stands under `notices` in the messages of the feature that sends it. */
  readonly code: string;
  readonly topic: NoticeTopic;
  /** What the sentence needs; plain JSON: cents, days and names, no finished text. */
  readonly data: Readonly<Record<string, unknown>>;
  /** A page of the application: `/approvals/…`. */
  readonly link: string;
  readonly campaignId?: string | null;
  /** What it is about; `settleNotices` finds it by this. */
  readonly subjectId?: string | null;
}

/**
 * Tells people something, in the transaction of the work. The doer is left out. One statement, which leaves with the COMMIT.
 * After the commit their bells change and, by each person's choice, mails go out.
 */
export async function notify(work: Work<unknown>, notice: Notice): Promise<void> {
  const { users = [], roles = [] } = notice.to;
  if (users.length === 0 && roles.length === 0) return;
  // A job has no actor.
  const doer = (work.actor as typeof work.actor | undefined)?.userId;
  await insertNotices(work.db, { ...notice, users, roles, except: [...(notice.except ?? []), ...(doer === undefined ? [] : [doer])] });
  await work.record({
    kind: 'notice.sent', subject: { type: 'notice', id: notice.subjectId ?? null },
    after: { code: notice.code, users, roles, ...(notice.campaignId ? { campaignId: notice.campaignId } : {}) },
  });
}

/** Marks all notices about a subject as done: the approval was decided by someone else. Mails that were not sent yet are not sent. */
export async function settleNotices(work: Work<unknown>, subjectId: string): Promise<void> {
  await settleSubject(work.db, subjectId);
  await work.record({ kind: 'notice.settled', subject: { type: 'notice', id: subjectId } });
}
