import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Cents } from '#platform/shared/money.ts';
import { useFormats, useMessages } from '../i18n.tsx';
import { webMessages } from '../web.messages.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import css from './Marks.module.css';

/** The cinnabar seal of something certified: `<Seal lines={['方案 v3', '已核准']} label="方案第 3 版，王总 10月1日 核准" />`. */
export function Seal({ lines, label }: { readonly lines: readonly string[]; readonly label?: string }) {
  return (
    <span className={css['seal']} role="img" aria-label={label ?? lines.join(' ')} title={label}>
      {lines.map((line) => <span key={line} aria-hidden="true">{line}</span>)}
    </span>
  );
}

/** Every tone has a shape of its own, so that colour is never the only sign. */
export type Tone = 'plain' | 'doing' | 'done' | 'late' | 'warn' | 'off';
const shapes: Record<Tone, IconName | undefined> = { plain: undefined, doing: 'right', done: 'check', late: 'late', warn: 'warn', off: 'close' };

export function StateTag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  const shape = shapes[tone];
  return (
    <span className={`${css['tag']} ${css[tone] ?? ''}`}>
      {shape ? <Icon name={shape} size={12} /> : null}
      {children}
    </span>
  );
}

export type FillTone = 'indigo' | 'amber' | 'jade' | 'rose';

export interface ProgressProps {
  /** What it measures, for those who do not see the bar. */
  readonly label: string;
  /** 0…1 and beyond; null is "not yet", which is not 0. */
  readonly value: number | null;
  /** Where it should be by now, 0…1: the tick. */
  readonly expected?: number | null;
  readonly tone?: FillTone;
}

const cap = (share: number) => Math.max(0, Math.min(1, share)) * 100;

export function Progress({ label, value, expected, tone = 'indigo' }: ProgressProps) {
  const words = useMessages(webMessages);
  const formats = useFormats();
  const hasTick = expected !== null && expected !== undefined;
  const said = [value === null ? words.notYet : formats.percent(value, 0), hasTick ? words.expected(formats.percent(expected, 0)) : ''].filter(Boolean).join(' · ');
  return (
    <span className={css['progress']} role="img" aria-label={`${label} ${said}`} title={said}>
      <svg className={css['track']} width="100%" height="6" aria-hidden="true">
        <rect width={`${cap(value ?? 0)}%`} rx="3" className={css[tone]} />
      </svg>
      {hasTick ? (
        <svg className={css['tick']} aria-hidden="true">
          <rect x={`${cap(expected)}%`} width="2" height="100%" className={css['ink']} />
        </svg>
      ) : null}
    </span>
  );
}

export type ShareTone = 'indigo' | 'indigo2' | 'indigo3' | 'rest' | 'amber' | 'rose';

export interface MoneyShare {
  readonly label: string;
  readonly cents: Cents;
  readonly tone: ShareTone;
}

/** One amount and what it consists of; the parts are drawn against `totalCents`. */
export function MoneyBar({ label, totalCents, parts }: { readonly label: string; readonly totalCents: Cents; readonly parts: readonly MoneyShare[] }) {
  const formats = useFormats();
  const whole = Math.max(totalCents, parts.reduce((sum, part) => sum + Math.max(0, part.cents), 0), 1);
  let start = 0;
  return (
    <figure>
      <svg className={css['bar']} role="img" aria-label={`${label} ${formats.money(totalCents)}`}>
        {parts.map((part) => {
          const x = start;
          const width = (Math.max(0, part.cents) / whole) * 100;
          start += width;
          return <rect key={part.label} x={`${x}%`} width={`${width}%`} height="100%" className={css[part.tone]} />;
        })}
      </svg>
      <dl className={css['legend']}>
        {parts.map((part) => (
          <div key={part.label}>
            <dt>
              <svg className={css['dot']} width="8" height="8" aria-hidden="true"><rect width="8" height="8" rx="2" className={css[part.tone]} /></svg>
              {part.label}
            </dt>
            <dd>{formats.money(part.cents)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

/** Keys as they are pressed: `<KeyHint keys={['Ctrl', 'K']} />`; `Ctrl` reads ⌘ on a Mac. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  const mac = navigator.platform.startsWith('Mac');
  return <span aria-hidden="true">{keys.map((key) => <Fragment key={key}><kbd className={css['key']}>{mac && key === 'Ctrl' ? '⌘' : key}</kbd></Fragment>)}</span>;
}
