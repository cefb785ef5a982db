import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Progress, StateTag, type Tone } from '#platform/web/ui/Marks.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { approvalListMessages } from '../approval.list.web.messages.ts';
import css from './list.module.css';
import { sumOf, type ListRow } from './row.ts';
import { useBulk, type Bulk, type Outcome } from './useBulk.ts';

/** Lists what is approved and its sum before; then how far it is, what failed and why. */
export function BulkDialog({ rows, onClose }: { readonly rows: readonly ListRow[]; readonly onClose: () => void }) {
  const words = useMessages(approvalListMessages).bulk;
  const formats = useFormats();
  const bulk = useBulk(rows);
  const { phase } = bulk;
  const close = phase === 'running' ? bulk.stop : phase === 'stopping' ? () => undefined : onClose;
  return (
    <Dialog open wide title={words.title(rows.length)} onClose={close} dismissable={phase === 'asking' || phase === 'over'} footer={<Buttons bulk={bulk} onClose={onClose} />}>
      <Standing bulk={bulk} total={rows.length} />
      <ul className={css['chosen']}>
        {rows.map((row) => <BulkLine key={row.id} row={row} outcome={bulk.outcomeOf(row.id)} asking={phase === 'asking'} />)}
        <li className={css['total']}><span>{words.sum}</span><span>{formats.money(sumOf(rows))}</span></li>
      </ul>
    </Dialog>
  );
}

function Buttons({ bulk, onClose }: { readonly bulk: Bulk; readonly onClose: () => void }) {
  const words = useMessages(approvalListMessages).bulk;
  const { cancel } = useMessages(webMessages);
  if (bulk.phase === 'over') return <Button kind="primary" onClick={onClose}>{words.close}</Button>;
  if (bulk.phase === 'asking') return <><Button onClick={onClose}>{cancel}</Button><Button kind="primary" onClick={() => void bulk.start()}>{words.approve}</Button></>;
  return <Button busy={bulk.phase === 'stopping'} onClick={bulk.stop}>{words.stop}</Button>;
}

function Standing({ bulk, total }: { readonly bulk: Bulk; readonly total: number }) {
  const words = useMessages(approvalListMessages).bulk;
  const [done, failed, left] = [bulk.count('done'), bulk.count('failed'), bulk.count('left')];
  if (bulk.phase === 'asking') return <p className={css['quiet']}>{words.text}</p>;
  if (bulk.phase === 'over') return <Banner tone={done === total ? 'done' : 'warn'}>{done === total ? words.doneAll(total) : words.donePart(done, failed, left)}</Banner>;
  return (
    <div className={css['running']} role="status">
      <span>{bulk.phase === 'stopping' ? words.stopping : words.running(done + failed + 1, total)}</span>
      <Progress label={words.progress} value={(done + failed) / total} />
    </div>
  );
}

const tones: { readonly [S in Outcome['state']]: Tone } = { waiting: 'plain', running: 'doing', done: 'done', failed: 'late', left: 'off' };

function BulkLine({ row, outcome, asking }: { readonly row: ListRow; readonly outcome: Outcome; readonly asking: boolean }) {
  const words = useMessages(approvalListMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { facts, forName } = row;
  const after = facts?.freeAfterCents ?? null;
  const said = [facts?.toLine ? `${facts.line} → ${facts.toLine}` : facts?.line, facts?.payee, after === null ? '' : words.facts.after(formats.money(after)), forName ? words.onBehalf(forName) : ''].filter(Boolean).join(' · ');
  return (
    <li>
      <span>{row.title}</span>
      <span>{formats.money(row.amountCents)}</span>
      <small>{said}</small>
      {asking ? null : <StateTag tone={tones[outcome.state]}>{words.bulk.state[outcome.state]}</StateTag>}
      {outcome.problem ? <p>{problemText(outcome.problem, locale)} <Link to={`/approvals/${row.id}`}>{words.bulk.open}</Link></p> : null}
    </li>
  );
}
