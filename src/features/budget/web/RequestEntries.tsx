import { useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { LedgerEntries } from './LedgerEntries.tsx';
import css from './request.module.css';

/** The entries that this request left in the ledger, which are never changed. */
export function RequestEntries({ campaignId, request: { entries } }: { readonly campaignId: string; readonly request: RequestDetail }) {
  const words = useMessages(requestWebMessages).page.entries;
  return <Section title={words.title}>{entries.length === 0 ? <p className={css['quiet']}>{words.none}</p> : <LedgerEntries campaignId={campaignId} entries={entries} within />}</Section>;
}
