import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import type { Balance, Budget } from '../budget.contract.ts';
import { overviewWebMessages, type OverviewWords } from '../budget.overview.web.messages.ts';
import type { Bucket, LineStanding, Standing } from '../budget.standing.rules.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { budgetAddress } from './budgetAddress.ts';
import css from './overview.module.css';

const COLUMNS = ['allocated', 'spent', 'committed', 'reserved', 'free'] as const;
/** Free money has no entries of its own: it is what all entries leave. */
const bucketOf = (column: (typeof COLUMNS)[number]): Bucket | null => (column === 'free' ? null : column);

/** A figure that opens the entries it is made of. */
export function Figure({ campaignId, lineId, name, column, cents, strong = false }: { readonly campaignId: string; readonly lineId: string | null; readonly name: string; readonly column: (typeof COLUMNS)[number]; readonly cents: number | null; readonly strong?: boolean }) {
  const words = useMessages(overviewWebMessages);
  const formats = useFormats();
  const amount = formats.amount(cents);
  return (
    <Link to={budgetAddress.ledger(campaignId, lineId, bucketOf(column))} className={`${css['figure']} ${strong ? css['strong'] : ''} ${cents === 0 || cents === null ? css['zero'] : ''}`} aria-label={words.lines.figure(name, words.buckets[column], amount)}>
      {amount}
    </Link>
  );
}

/** What is off course on a line, in words and with a sign, never by colour alone. */
function Warnings({ one, today, words }: { readonly one: LineStanding; readonly today: string; readonly words: OverviewWords['lines'] }) {
  const formats = useFormats();
  const spentUpOn = one.forecast?.spentUpOn;
  return (
    <>
      {one.tone === 'none' ? null : <span className={`${css['chip']} ${one.tone === 'high' ? css['high'] : css['raised']}`}><Icon name="warn" size={12} />{words.used(formats.percent(one.share, 1))}</span>}
      {spentUpOn ? <span className={`${css['chip']} ${css['raised']}`}><Icon name="clock" size={12} />{spentUpOn <= today ? words.spentUp : words.runsOut(formats.day(spentUpOn))}</span> : null}
    </>
  );
}

function LineMenu({ campaignId, one, name }: { readonly campaignId: string; readonly one: LineStanding; readonly name: string }) {
  const { kinds, actions } = useMessages(overviewWebMessages);
  const offered = one.isReserve ? (['reserve', 'transfer', 'supplement', 'cut'] as const) : (['spending', 'transfer', 'supplement', 'cut'] as const);
  return <Menu label={actions.line(name)} icon="more" kind="quiet" small items={offered.map((kind) => ({ key: kind, label: kinds[kind], to: budgetAddress.newRequest(campaignId, kind, one.line.id) }))} />;
}

function Cells({ campaignId, lineId, name, balance, isSpent, strong = false }: { readonly campaignId: string; readonly lineId: string | null; readonly name: string; readonly balance: Balance; readonly isSpent: boolean; readonly strong?: boolean }) {
  const words = useMessages(overviewWebMessages);
  return COLUMNS.map((column) => (
    <td key={column} role="cell" className={css['amount']} data-label={words.buckets[column]} data-column={column}>
      <Figure campaignId={campaignId} lineId={lineId} name={name} column={column} cents={column === 'spent' && !isSpent ? null : balance[`${column}Cents`]} strong={strong || column === 'free'} />
    </td>
  ));
}

function Row({ campaignId, one, budget, elapsed }: { readonly campaignId: string; readonly one: LineStanding; readonly budget: Budget; readonly elapsed: number }) {
  const words = useMessages(overviewWebMessages);
  const formats = useFormats();
  const { line, balance } = one;
  const name = line.category || words.lines.unnamed;
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className={css['name']}>
        <b>{name}</b>
        {line.detail ? <small title={line.detail}>{line.detail}</small> : null}
        <Warnings one={one} today={budget.period.today} words={words.lines} />
      </th>
      <td role="cell" className={css['use']}><BalanceBar label={name} balance={balance} elapsed={elapsed} /></td>
      <Cells campaignId={campaignId} lineId={line.id} name={name} balance={balance} isSpent={line.actualCents !== null} />
      <td role="cell" className={css['amount']} data-label={words.lines.forecast} data-column="forecast">
        <span className={`${css['plain']} ${one.forecast && one.forecast.finalCents > balance.allocatedCents ? css['beyond'] : ''}`}>{formats.amount(one.forecast?.finalCents)}</span>
      </td>
      {budget.can.ask ? <td role="cell" className={css['menu']}><LineMenu campaignId={campaignId} one={one} name={name} /></td> : null}
    </tr>
  );
}

/** Every line as one bar with its figures; on a phone a card each. */
export function BudgetLines({ campaignId, budget, standing, elapsed }: { readonly campaignId: string; readonly budget: Budget; readonly standing: Standing; readonly elapsed: number }) {
  const words = useMessages(overviewWebMessages);
  const formats = useFormats();
  const unit = <span className={css['unit']}>({words.lines.yuan})</span>;
  return (
    <div className={css['scroll']}>
      <table className={css['lines']} role="table" aria-label={words.lines.label}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{words.lines.line}</th>
            <th scope="col" role="columnheader">{words.lines.use}</th>
            {COLUMNS.map((column) => <th key={column} scope="col" role="columnheader" className={css['amount']}>{words.buckets[column]}{unit}</th>)}
            <th scope="col" role="columnheader" className={css['amount']}>{words.lines.forecast}{unit}</th>
            {budget.can.ask ? <td role="cell" /> : null}
          </tr>
        </thead>
        <tbody role="rowgroup">{standing.lines.map((one) => <Row key={one.line.id} campaignId={campaignId} one={one} budget={budget} elapsed={elapsed} />)}</tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader" className={css['name']}><b>{words.lines.total}</b></th>
            <td role="cell" className={css['use']} />
            <Cells campaignId={campaignId} lineId={null} name={words.lines.total} balance={standing.total} isSpent={budget.totals.actualCents !== null} strong />
            <td role="cell" className={css['amount']} data-label={words.lines.forecast} data-column="forecast"><b className={css['plain']}>{formats.amount(standing.forecast.finalCents)}</b></td>
            {budget.can.ask ? <td role="cell" /> : null}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
