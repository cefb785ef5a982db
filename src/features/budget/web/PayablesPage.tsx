import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { ageInDays, sortPayables, waitsSince } from '../budget.order.rules.ts';
import { payableWebMessages } from '../budget.payable.web.messages.ts';
import { listPayables } from '../budget.request.contract.ts';
import { PayableRow, type PayableInvoice } from './PayableRow.tsx';
import { PayablePayments } from './PayablePayments.tsx';
import css from './payables.module.css';

const sumOf = (bills: readonly PayableInvoice[]): number => bills.reduce((sum, { amountCents }) => sum + amountCents, 0);

function PayablesVerdict({ toCheck, toPay }: { readonly toCheck: readonly PayableInvoice[]; readonly toPay: readonly PayableInvoice[] }) {
  const words = useMessages(payableWebMessages).verdict;
  const formats = useFormats();
  const zone = useTimeZone();
  const age = (bill: PayableInvoice | undefined) => (bill ? ageInDays(dayIn(zone, new Date(waitsSince(bill))), dayIn(zone)) : 0);
  return (
    <>
      {toCheck.length > 0 ? words.check(toCheck.length, formats.money(sumOf(toCheck)), age(toCheck[0])) : words.noCheck}
      {toPay.length > 0 ? words.pay(toPay.length, formats.money(sumOf(toPay)), age(toPay[0])) : words.noPay}
    </>
  );
}

function Desk({ toCheck, toPay }: { readonly toCheck: readonly PayableInvoice[]; readonly toPay: readonly PayableInvoice[] }) {
  const words = useMessages(payableWebMessages);
  const [search, change] = useSearch();
  const tab = search['tab'] === 'pay' || (search['tab'] === undefined && toCheck.length === 0 && toPay.length > 0) ? 'pay' : 'check';
  return (
    <Tabs label={words.tabs} items={[{ key: 'check', label: words.toCheck, count: toCheck.length }, { key: 'pay', label: words.toPay, count: toPay.length }]} value={tab} onChange={(key) => change({ tab: key })}>
      {tab === 'pay' ? <PayablePayments invoices={toPay} /> : toCheck.length === 0 ? <EmptyState title={words.emptyCheck}>{words.emptyCheckText}</EmptyState> : (
        <ul className={css['list']}>{toCheck.map((invoice) => <PayableRow key={invoice.id} invoice={invoice} />)}</ul>
      )}
    </Tabs>
  );
}

/** 财务待办: invoices to check and to pay in all campaigns, the oldest first, with what is needed to decide on the line. */
export function PayablesPage() {
  const words = useMessages(payableWebMessages);
  const query = useOperation(listPayables, {});
  const sorted = sortPayables(query.data?.invoices ?? []);
  return (
    <Page title={words.title} verdict={query.data ? <PayablesVerdict {...sorted} /> : undefined}>
      <Loaded query={query} lines={8}>{() => <Desk {...sorted} />}</Loaded>
    </Page>
  );
}
