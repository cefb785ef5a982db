import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { MoneyBar } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Balance } from '../budget.contract.ts';
import type { RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { FileLink } from './RequestFiles.tsx';
import css from './request.module.css';

function Papers({ campaignId, files }: { readonly campaignId: string; readonly files: RequestDetail['files'] }) {
  return <span className={css['papers']}>{files.map((file) => <FileLink key={file.id} campaignId={campaignId} file={file} />)}</span>;
}

/** What was asked, as it was written. */
export function RequestFacts({ campaignId, request }: { readonly campaignId: string; readonly request: RequestDetail }) {
  const { page, causes } = useMessages(requestWebMessages);
  const formats = useFormats();
  const words = page.facts;
  const { kind, toLine, payee, purpose, effect, neededOn, causeKind, cause, explanation, files, approvalId, decidedBy } = request;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [toLine && kind === 'transfer' ? words.from : words.line, request.line],
    [kind === 'transfer' ? words.to : words.helps, toLine],
    [words.payee, payee],
    [words.purpose, purpose],
    [words.cause, causeKind ? words.causeText(causes[causeKind], cause) : ''],
    [words.effect, effect],
    [words.needed, neededOn ? formats.day(neededOn, true) : ''],
    [words.explanation, explanation],
    [words.files, files.length > 0 ? <Papers key="files" campaignId={campaignId} files={files} /> : null],
    [words.decided, approvalId ? <Link key="approval" to={`/approvals/${approvalId}`}>{decidedBy ? words.decidedBy(decidedBy) : page.approval}</Link> : null],
  ];
  return (
    <Section title={words.title}>
      <dl className={css['facts']}>{facts.map(([label, value]) => (value ? <div key={label}><dt>{label}</dt><dd>{value}</dd></div> : null))}</dl>
    </Section>
  );
}

function BalanceBar({ balance, name }: { readonly balance: Balance; readonly name: string }) {
  const words = useMessages(requestWebMessages).balance;
  const parts = [
    { label: words.spent, cents: balance.spentCents, tone: 'indigo' as const },
    { label: words.committed, cents: balance.committedCents, tone: 'indigo2' as const },
    { label: words.reserved, cents: balance.reservedCents, tone: 'indigo3' as const },
    { label: words.free, cents: balance.freeCents, tone: 'rest' as const },
  ];
  return <MoneyBar label={`${name} ${words.label}`} totalCents={balance.allocatedCents} parts={parts.filter(({ cents }) => cents > 0)} />;
}

/** The lines as they stand now, this request included. */
export function RequestBalances({ request }: { readonly request: RequestDetail }) {
  const words = useMessages(requestWebMessages).page;
  const formats = useFormats();
  const { balance, toBalance, line, toLine } = request;
  if (!balance) return null;
  return (
    <Section title={toBalance ? line : words.lineNow} actions={<span className={css['quiet']}>{formats.money(balance.allocatedCents)}</span>}>
      <BalanceBar balance={balance} name={line} />
      {toBalance && toLine ? (
        <div className={css['second']}>
          <p><b>{toLine}</b><span className={css['quiet']}>{formats.money(toBalance.allocatedCents)}</span></p>
          <BalanceBar balance={toBalance} name={toLine} />
        </div>
      ) : null}
    </Section>
  );
}
