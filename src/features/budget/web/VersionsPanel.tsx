import { useState } from 'react';
import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { SelectField } from '#platform/web/ui/Field.tsx';
import { FieldRow } from '#platform/web/ui/Form.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { listVersions, type Budget, type BudgetVersion } from '../budget.contract.ts';
import { ledgerWebMessages } from '../budget.ledger.web.messages.ts';
import { compareVersions, type LineChange, type LineStanding, type VersionChange, type VersionLine } from '../budget.version.rules.ts';
import { budgetAddress } from './budgetAddress.ts';
import css from './ledger.module.css';

const NOW = 'now';
const TONES: Readonly<Record<LineStanding, 'plain' | 'doing' | 'off'>> = { added: 'doing', removed: 'off', raised: 'plain', lowered: 'plain', reworded: 'plain', same: 'plain' };
const linesNow = (budget: Budget): readonly VersionLine[] => budget.lines.map(({ id, category, detail, amountCents }) => ({ lineId: id, category, detail, amountCents }));

/** One sentence: how much more, how much less, and the total. */
function Verdict({ change, from, to }: { readonly change: VersionChange; readonly from: string; readonly to: string }) {
  const words = useMessages(ledgerWebMessages).versions;
  const formats = useFormats();
  const { byCents } = change;
  return (
    <p className={css['verdict']}>
      {words.verdict(from, to)}
      {change.changed === 0 ? words.same : (
        <>
          {words.changed(change.changed)}{words.moved(formats.money(change.moreCents), formats.money(change.lessCents))}
          {byCents === 0 ? words.kept : byCents > 0 ? words.rose(formats.money(byCents)) : words.fell(formats.money(-byCents))}
        </>
      )}
    </p>
  );
}

function Comparison({ change, from, to, onlyChanged }: { readonly change: VersionChange; readonly from: string; readonly to: string; readonly onlyChanged: boolean }) {
  const words = useMessages(ledgerWebMessages).versions;
  const formats = useFormats();
  const signed = (cents: number) => (cents > 0 ? `+${formats.amount(cents)}` : formats.amount(cents));
  const { columns } = words;
  return (
    <DataTable<LineChange>
      label={words.title}
      rows={onlyChanged ? change.lines.filter(({ standing }) => standing !== 'same') : change.lines}
      rowKey={({ lineId }) => lineId}
      columns={[
        { key: 'line', title: columns.line, heading: true, render: ({ category, detail }) => <span className={css['what']}>{category}{detail ? <small>{detail}</small> : null}</span> },
        { key: 'standing', title: columns.standing, width: '14%', render: ({ standing }) => (standing === 'same' ? <span className={css['quiet']}>{words.standing.same}</span> : <StateTag tone={TONES[standing]}>{words.standing[standing]}</StateTag>) },
        { key: 'from', title: from, unit: columns.yuan, align: 'end', width: '16%', render: ({ fromCents }) => formats.amount(fromCents) },
        { key: 'to', title: to, unit: columns.yuan, align: 'end', width: '16%', render: ({ toCents }) => formats.amount(toCents) },
        { key: 'by', title: columns.by, unit: columns.yuan, align: 'end', width: '16%', render: ({ byCents }) => <b className={byCents === 0 ? css['quiet'] : ''}>{signed(byCents)}</b> },
      ]}
      footer={[words.total, '', formats.amount(change.fromCents), formats.amount(change.toCents), signed(change.byCents)]}
    />
  );
}

/** Where each version comes from. */
function Origins({ campaignId, versions }: { readonly campaignId: string; readonly versions: readonly BudgetVersion[] }) {
  const words = useMessages(ledgerWebMessages).versions;
  const formats = useFormats();
  return (
    <Section title={words.list}>
      <DataTable<BudgetVersion>
        label={words.list}
        rows={versions.toReversed()}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'because', title: words.because, heading: true, render: ({ request, kind }) => <span className={css['what']}>{request ? <Link to={budgetAddress.request(campaignId, request.id)}>{request.purpose}</Link> : words.kinds[kind]}</span> },
          { key: 'approval', title: words.approval, width: '12%', render: ({ approvalId }) => (approvalId ? <Link to={`/approvals/${approvalId}`}>{words.open}</Link> : null) },
          { key: 'number', title: words.number, width: '20%', render: ({ number, kind }) => `${words.short(number)} · ${words.kinds[kind]}` },
          { key: 'who', title: words.who, width: '14%', render: ({ madeBy }) => madeBy ?? words.system },
          { key: 'when', title: words.when, width: '16%', render: ({ madeAt }) => formats.dateTime(madeAt) },
          { key: 'amount', title: words.amount, unit: words.columns.yuan, align: 'end', width: '14%', render: ({ totalCents }) => formats.amount(totalCents) },
        ]}
      />
    </Section>
  );
}

function Compared({ campaignId, budget, versions }: { readonly campaignId: string; readonly budget: Budget; readonly versions: readonly BudgetVersion[] }) {
  const words = useMessages(ledgerWebMessages).versions;
  const formats = useFormats();
  const zone = useTimeZone();
  const [search, change] = useSearch();
  const [shown, setShown] = useState<'all' | 'changed'>('all');
  const choices = [...versions.map((version) => ({ value: String(version.number), label: words.label(version.number, words.kinds[version.kind], formats.day(dayIn(zone, new Date(version.madeAt)))) })), { value: NOW, label: words.now }];
  const pick = (value: string | undefined, otherwise: string) => (choices.some((choice) => choice.value === value) ? value ?? otherwise : otherwise);
  const from = pick(search['from'], String(versions[0]?.number ?? NOW));
  const to = pick(search['to'], NOW);
  const linesOf = (value: string) => versions.find(({ number }) => String(number) === value)?.lines ?? linesNow(budget);
  const nameOf = (value: string) => (value === NOW ? words.now : words.short(Number(value)));
  const found = compareVersions(linesOf(from), linesOf(to));
  return (
    <>
      <Section title={words.title} actions={<Switch label={words.show} items={[{ key: 'all', label: words.all }, { key: 'changed', label: words.onlyChanged }]} value={shown} onChange={setShown} />}>
        <p className={css['text']}>{words.text}</p>
        <div className={css['pickers']}>
          <FieldRow>
            <SelectField name="from" label={words.from} error={undefined} value={from} choices={choices} onChange={(value) => change({ from: value })} />
            <SelectField name="to" label={words.to} error={undefined} value={to} choices={choices} onChange={(value) => change({ to: value })} />
          </FieldRow>
        </div>
        <Verdict change={found} from={nameOf(from)} to={nameOf(to)} />
        {shown === 'changed' && found.changed === 0 ? null : <Comparison change={found} from={nameOf(from)} to={nameOf(to)} onlyChanged={shown === 'changed'} />}
      </Section>
      <Origins campaignId={campaignId} versions={versions} />
    </>
  );
}

/** 版本对比: any two versions of the approved budget, or one and now, line by line. */
export function VersionsPanel({ campaignId, budget }: { readonly campaignId: string; readonly budget: Budget }) {
  const words = useMessages(ledgerWebMessages).versions;
  const query = useOperation(listVersions, { params: { campaignId } });
  return (
    <Loaded query={query} lines={6}>
      {({ versions }) => (versions.length === 0
        ? <Section><EmptyState title={words.empty}>{words.emptyText}</EmptyState></Section>
        : <Compared campaignId={campaignId} budget={budget} versions={versions.toSorted((a, b) => a.number - b.number)} />)}
    </Loaded>
  );
}
