import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { approvalListMessages } from '../approval.list.web.messages.ts';
import css from './list.module.css';
import { sumOf, type ListRow } from './row.ts';

interface BulkBarProps {
  readonly fitting: readonly ListRow[];
  readonly picked: readonly ListRow[];
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly onApprove: () => void;
}

/** How many are selected and what they come to; stays in sight while the list scrolls. */
export function BulkBar({ fitting, picked, onChoose, onApprove }: BulkBarProps) {
  const words = useMessages(approvalListMessages).bulk;
  const formats = useFormats();
  if (picked.length === 0) return <p className={css['offer']}><Button kind="quiet" small icon="list" onClick={() => onChoose(new Set(fitting.map((row) => row.id)))}>{words.selectAll(fitting.length)}</Button></p>;
  return (
    <div className={css['bulk']} role="group" aria-label={words.bar}>
      <b aria-live="polite">{words.chosen(picked.length, formats.money(sumOf(picked)))}</b>
      {picked.length < fitting.length ? <Button kind="quiet" onClick={() => onChoose(new Set(fitting.map((row) => row.id)))}>{words.selectAll(fitting.length)}</Button> : null}
      <Button kind="quiet" onClick={() => onChoose(new Set())}>{words.clear}</Button>
      <Button kind="primary" onClick={onApprove}>{words.approve}</Button>
    </div>
  );
}
