import { useState } from 'react';
import { useSearch } from '#platform/web/navigation.tsx';
import { REQUEST_KINDS } from '../budget.contract.ts';
import type { RequestKind } from '../budget.draft.rules.ts';

/** One request being written. Its id is made here, once, so that a repeated click or a retry makes one request. */
export interface DraftSession {
  readonly id: string;
  /** The server has it: it is a draft, or was returned or withdrawn. */
  readonly stored: boolean;
  /** What the address asks to begin with: `?kind=transfer&line=…&toLine=…&amount=120000&payee=…&purpose=…&for=…`. */
  readonly start: Readonly<Record<string, string>>;
}

const isKind = (value: string | undefined): value is RequestKind => REQUEST_KINDS.includes(value as RequestKind);
export const startKind = ({ start }: DraftSession): RequestKind => (isKind(start['kind']) ? start['kind'] : 'spending');

function begin({ draft, ...start }: Readonly<Record<string, string>>): DraftSession {
  return draft ? { id: draft, stored: true, start } : { id: crypto.randomUUID(), stored: false, start };
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
/** The address gains `?draft=` with the first saving; that is still the same request. */
const continues = (session: DraftSession, search: Readonly<Record<string, string>>): boolean => (search['draft'] ? search['draft'] === session.id : !session.stored && same(search, session.start));

/** The request that the address stands for; another address of the same page is another request. */
export function useDraftSession(): DraftSession {
  const [search] = useSearch();
  const [session, setSession] = useState(() => begin(search));
  if (continues(session, search)) return session;
  const next = begin(search);
  setSession(next);
  return next;
}

/** The address at which a request begins with some of it filled in. */
export function draftAddress(campaignId: string, start: Readonly<Record<string, string | number | null | undefined>>): string {
  const filled = Object.entries(start).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return `/campaigns/${campaignId}/budget/requests/new${query ? `?${query}` : ''}`;
}
