import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { IconButton } from '#platform/web/ui/Button.tsx';
import type { Goal } from '../goal.contract.ts';
import { goalPartsMessages } from '../goal.parts.web.messages.ts';
import { readFigure } from './figure.ts';
import type { PartRow, useParts } from './useParts.ts';
import css from './parts.module.css';

interface Props {
  readonly parts: ReturnType<typeof useParts>;
  readonly goal: Goal;
  readonly adds: boolean;
}

/** The parts as a small table; on a phone each is a card. */
export function PartRows({ parts, goal, adds }: Props) {
  const words = useMessages(goalPartsMessages);
  const weighted = parts.way === 'weights' && adds;
  return (
    <ol className={css['rows']}>
      {parts.rows.map((row) => <Part key={row.key} row={row} weighted={weighted} adds={adds} whole={goal.target} onChange={(part) => parts.change(row.key, part)} onRemove={() => parts.remove(row.key)} label={words.row} />)}
    </ol>
  );
}

interface PartProps {
  readonly row: PartRow;
  readonly weighted: boolean;
  readonly adds: boolean;
  readonly whole: number;
  readonly onChange: (part: Partial<PartRow>) => void;
  readonly onRemove: () => void;
  readonly label: (column: string, name: string) => string;
}

function Part({ row, weighted, adds, whole, onChange, onRemove, label }: PartProps) {
  const words = useMessages(goalPartsMessages);
  const formats = useFormats();
  const { columns } = words;
  const figure = readFigure(row.target);
  const cell = (field: 'name' | 'fromOn' | 'toOn' | 'weight' | 'target', title: string, more: React.ComponentProps<'input'> = {}) => (
    <label className={css[field]}>
      <span>{title}</span>
      <input {...more} aria-label={label(title, row.name)} value={row[field]} onChange={(event) => onChange({ [field]: event.target.value })} />
    </label>
  );
  return (
    <li>
      {cell('name', columns.name, { maxLength: 60 })}
      {cell('fromOn', columns.from, { type: 'date' })}
      {cell('toOn', columns.to, { type: 'date' })}
      {weighted ? cell('weight', columns.weight, { inputMode: 'decimal' }) : null}
      {cell('target', columns.target, { inputMode: 'decimal', 'aria-invalid': figure === undefined || Number(figure) < 0 || undefined })}
      <span className={css['share']}>{adds && whole > 0 && typeof figure === 'number' ? formats.percent(figure / whole, 1) : null}</span>
      <IconButton icon="remove" label={words.remove(row.name)} onClick={onRemove} />
    </li>
  );
}
