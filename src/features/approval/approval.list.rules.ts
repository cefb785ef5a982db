import type { OrgRole } from '#platform/shared/actor.ts';
import { dayIn, daysBetween } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Approval } from './approval.contract.ts';
import type { ApprovalKind } from './approval.route.rules.ts';

/** When a step is to be decided, seen from today; null: it has no deadline. */
export type Due = { readonly state: 'late' | 'today' | 'tomorrow' | 'later'; readonly days: number; readonly on: Day } | null;

/** `days`: until the day, or since it when late. */
export function dueOf(dueOn: Day | null, today: Day): Due {
  if (dueOn === null) return null;
  const days = daysBetween(today, dueOn);
  const state = days < 0 ? 'late' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later';
  return { state, days: Math.abs(days), on: dueOn };
}

/** Whole days that it has waited where it is now. */
export function waitedDays(approval: Pick<Approval, 'step' | 'requestedAt'>, today: Day, timeZone: string): number {
  return Math.max(0, daysBetween(dayIn(timeZone, new Date(approval.step?.openedAt ?? approval.requestedAt)), today));
}

const ONE_LINE_KINDS: ReadonlySet<ApprovalKind> = new Set(['spending', 'transfer', 'reserve']);

/** Its facts fit on one line and speak for it, so that it may be approved together with others. Plans, reports and changes of the budget never. */
export function fitsOneLine({ kind, facts, step, decision }: Pick<Approval, 'kind' | 'facts' | 'step' | 'decision'>): boolean {
  return decision === null && step !== null && ONE_LINE_KINDS.has(kind) && facts !== null && facts.freeAfterCents !== null && facts.freeAfterCents >= 0;
}

/** What is due first stands first; without a deadline after those with one; then what has waited longest. */
export function byUrgency<Row extends Pick<Approval, 'step' | 'requestedAt'>>(rows: readonly Row[]): Row[] {
  const keyOf = (row: Row) => `${row.step?.dueOn ?? '9999-12-31'} ${new Date(row.step?.openedAt ?? row.requestedAt).toISOString()}`;
  return rows.map((row) => ({ row, key: keyOf(row) })).toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

interface Someone {
  readonly name: string | null;
  readonly role: OrgRole | null;
}

/** Those of whom a step waits: people by their names, roles by the word of the reader's language. */
export function namesOf(who: readonly Someone[], roles: Readonly<Record<OrgRole, string>>): string[] {
  return who.map(({ name, role }) => name ?? (role ? roles[role] : '')).filter(Boolean);
}

export interface Standing {
  readonly count: number;
  readonly late: number;
  readonly today: number;
  /** Null when nothing waits. */
  readonly oldestDays: number | null;
  /** Of those that are about money, in cents. */
  readonly amountCents: number;
}

export function standingOf(waiting: readonly Approval[], today: Day, timeZone: string): Standing {
  const dues = waiting.map((row) => dueOf(row.step?.dueOn ?? null, today)?.state);
  return {
    count: waiting.length,
    late: dues.filter((due) => due === 'late').length,
    today: dues.filter((due) => due === 'today').length,
    oldestDays: waiting.length === 0 ? null : Math.max(...waiting.map((row) => waitedDays(row, today, timeZone))),
    amountCents: waiting.reduce((sum, row) => sum + (row.facts ? (row.amountCents ?? 0) : 0), 0),
  };
}

export interface ListFilter {
  readonly kind: string;
  readonly text: string;
}

/** Every word of the text occurs in what the line shows. */
export function matching<Row extends Approval>(rows: readonly Row[], { kind, text }: ListFilter): readonly Row[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (kind !== '' && row.kind !== kind) return false;
    const said = [row.title, row.campaignName, row.requestedBy, row.facts?.line, row.facts?.payee, row.facts?.purpose].join(' ').normalize('NFKC').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
