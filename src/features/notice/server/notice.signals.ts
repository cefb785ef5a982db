import type { Database } from '#platform/server/db/database.ts';
import type { RecordedEvent } from '#platform/server/events.ts';
import type { LiveHub } from '#platform/server/live.ts';
import type { Log } from '#platform/server/log.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import { listConcerned } from './notice.views.ts';

interface Signals {
  readonly db: Database;
  readonly live: LiveHub;
  readonly log: Log;
  /** Has the due mails sent soon. */
  readonly sendMails: () => void;
}

const isNotice = ({ kind }: RecordedEvent): boolean => kind.startsWith('notice.');

/**
 * What happens after a commit: the bells of those concerned change, and mails go out. Returns the events that are for every page;
 * that somebody was told something is for themselves alone.
 */
export function signalNotices(events: readonly RecordedEvent[], signals: Signals): readonly RecordedEvent[] {
  const own = events.filter(isNotice);
  if (own.length === 0) return events;
  void ring(own, signals).catch((error: unknown) => signals.log.warn({ reason: String(error) }, 'bells not rung'));
  if (own.some(({ kind }) => kind === 'notice.sent')) signals.sendMails();
  return events.filter((event) => !isNotice(event));
}

async function ring(events: readonly RecordedEvent[], { db, live }: Signals): Promise<void> {
  const users: string[] = [];
  const roles: OrgRole[] = [];
  const subjects: string[] = [];
  for (const { kind, subject, after } of events) {
    if (kind === 'notice.sent') {
      const sent = after as { readonly users: readonly string[]; readonly roles: readonly OrgRole[] };
      users.push(...sent.users);
      roles.push(...sent.roles);
    } else if (kind === 'notice.settled') subjects.push(subject.id ?? '');
    else users.push(subject.id ?? '');
  }
  // Who was told by name alone need not be looked up.
  live.tell(roles.length + subjects.length === 0 ? [...new Set(users)] : await listConcerned(db, users, roles, subjects));
}
