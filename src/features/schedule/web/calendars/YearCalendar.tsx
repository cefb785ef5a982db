import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addDays, weekday, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { YearDay } from '../../calendars/schedule.company.rules.ts';
import { companyCalendarMessages } from '../../calendars/schedule.company.web.messages.ts';
import css from './company-calendar.module.css';

const KINDS = ['holiday', 'madeUp', 'own'] as const;
/** Monday first. */
const columnOf = (day: Day): number => (weekday(day) + 6) % 7;

/** What the marks mean. */
export function Legend() {
  const words = useMessages(companyCalendarMessages);
  return (
    <ul className={css['legend']} aria-label={words.legend}>
      {KINDS.map((kind) => <li key={kind}><i data-kind={kind} aria-hidden="true" />{words.kinds[kind]}</li>)}
    </ul>
  );
}

interface YearCalendarProps {
  readonly months: readonly (readonly YearDay[])[];
  readonly today: Day;
  /** From the first to the last day that was chosen; absent for whoever only reads. */
  readonly onPick?: (from: Day, to: Day) => void;
}

function weeksOf(month: readonly YearDay[]): readonly (readonly (YearDay | undefined)[])[] {
  const first = month[0];
  if (!first) return [];
  const cells = [...Array.from<undefined>({ length: columnOf(first.day) }), ...month];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, column) => cells[week * 7 + column]));
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrow keys go through the days of the whole year: one of its days is in the order of the tab key. */
function stepFrom(event: KeyboardEvent<HTMLElement>, day: Day): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  event.currentTarget.closest('[data-year]')?.querySelector<HTMLElement>(`[data-day="${addDays(day, step)}"]`)?.focus();
}

function useChoice(onPick: YearCalendarProps['onPick']) {
  const [from, setFrom] = useState<Day>();
  const [over, setOver] = useState<Day>();
  const [last, setLast] = useState<Day>();
  useEffect(() => {
    // A drag may end anywhere.
    const stop = () => { setFrom(undefined); setOver(undefined); };
    window.addEventListener('pointerup', stop);
    return () => window.removeEventListener('pointerup', stop);
  }, []);
  const pick = (a: Day, b: Day) => {
    setLast(a);
    onPick?.(a < b ? a : b, a < b ? b : a);
  };
  const isChosen = (day: Day) => from !== undefined && over !== undefined && day >= (from < over ? from : over) && day <= (from < over ? over : from);
  return {
    isChosen,
    begin: (day: Day) => { setFrom(day); setOver(day); },
    pass: (day: Day) => { if (from !== undefined) setOver(day); },
    /** A drag ends on another day than it began; otherwise the click that follows picks the day. */
    end: (day: Day) => { if (from !== undefined && from !== day) pick(from, day); },
    click: (day: Day, extend: boolean) => pick(extend && last !== undefined ? last : day, day),
  };
}

/** A year as twelve small months. Free and worked days differ by more than colour: 休 and 班 stand beside what is not as usual. */
export function YearCalendar({ months, today, onPick }: YearCalendarProps) {
  const words = useMessages(companyCalendarMessages);
  const choice = useChoice(onPick);
  const entry = months.flat().some(({ day }) => day === today) ? today : months[0]?.[0]?.day;
  return (
    <div role="group" aria-label={words.days} className={css['year']} data-year="">
      {months.map((month, index) => (
        <table key={index} className={css['month']}>
          <caption>{words.month(index + 1)}</caption>
          <thead><tr>{words.weekdays.map((name, column) => <th key={column} scope="col" abbr={words.weekdayNames[column]}>{name}</th>)}</tr></thead>
          <tbody>
            {weeksOf(month).map((week, row) => (
              <tr key={row}>{week.map((day, column) => <td key={column}>{day ? <DayCell day={day} isToday={day.day === today} isEntry={day.day === entry} choice={onPick ? choice : undefined} /> : null}</td>)}</tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function DayCell({ day, isToday, isEntry, choice }: { readonly day: YearDay; readonly isToday: boolean; readonly isEntry: boolean; readonly choice: ReturnType<typeof useChoice> | undefined }) {
  const words = useMessages(companyCalendarMessages);
  const formats = useFormats();
  const locale = useLocale();
  const state = day.works ? words.works : words.rests;
  const title = words.dayTitle(formats.day(day.day), state, (locale === 'en' ? day.name?.en : day.name?.zh) ?? '');
  const mark = day.kind === 'plain' || day.kind === 'weekend' ? '' : day.works ? words.short.works : words.short.rests;
  const number = Number(day.day.slice(8));
  const shared = { title, 'data-kind': day.kind, 'data-works': day.works || undefined, 'data-today': isToday || undefined, 'data-mark': mark || undefined } as const;
  if (!choice) return <span {...shared} className={css['day']}>{number}{mark ? <span className="visually-hidden">{title}</span> : null}</span>;
  return (
    <button
      {...shared} type="button" className={css['day']} aria-label={title} data-day={day.day} data-chosen={choice.isChosen(day.day) || undefined} tabIndex={isEntry ? 0 : -1}
      onPointerDown={() => choice.begin(day.day)} onPointerEnter={() => choice.pass(day.day)} onPointerUp={() => choice.end(day.day)} onClick={(event) => choice.click(day.day, event.shiftKey)} onKeyDown={(event) => stepFrom(event, day.day)}
    >
      {number}
    </button>
  );
}
