import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Balance } from '../budget.contract.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { partCents, PARTS } from '../budget.standing.rules.ts';
import css from './overview.module.css';

const DRAWN = ['spent', 'committed', 'reserved'] as const;

export interface BalanceBarProps {
  /** Whose balance it is, for those who do not see the bar. */
  readonly label: string;
  readonly balance: Balance;
  /** Share of the time that has passed, 0…1: the tick. */
  readonly elapsed?: number;
  readonly thick?: boolean;
}

/** The allocated as one bar: spent, committed, reserved; what is left of the track is free. */
export function BalanceBar({ label, balance, elapsed, thick = false }: BalanceBarProps) {
  const words = useMessages(overviewWebMessages);
  const formats = useFormats();
  const whole = Math.max(1, balance.allocatedCents);
  const parts = PARTS.map((part) => words.lines.part(words.buckets[part], formats.amount(partCents(balance, part))));
  let end = 0;
  return (
    <svg className={`${css['bar']} ${thick ? css['thick'] : ''}`} role="img" aria-label={words.lines.bar(label, formats.list(parts))}>
      <rect width="100%" height="100%" rx="3" className={css['track']} />
      {DRAWN.map((part) => {
        const x = end;
        const width = (partCents(balance, part) / whole) * 100;
        end += width;
        return width > 0 ? <rect key={part} x={`${x}%`} width={`${width}%`} height="100%" className={css[part]} /> : null;
      })}
      {elapsed === undefined || elapsed === 0 || elapsed >= 1 ? null : (
        <>
          <rect x={`${elapsed * 100}%`} width="4" y="-3" height={thick ? 30 : 18} transform="translate(-2 0)" className={css['halo']} />
          <rect x={`${elapsed * 100}%`} width="2" y="-3" height={thick ? 30 : 18} transform="translate(-1 0)" className={css['tick']} />
        </>
      )}
    </svg>
  );
}
