import { memo } from 'react';
import { addDays, weekday } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { headingOf, xOf, zoomOf, type Scale, type Tick } from '../../views/schedule.gantt.rules.ts';
import { dayPart } from '../day-part.ts';
import type { Desk } from '../desk.ts';
import { dayKind } from './gantt.model.ts';
import css from './gantt.module.css';

type Companies = Desk['companyDays'];

function useTickTexts(scale: Scale) {
  const locale = useLocale();
  const formats = useFormats();
  const zoom = zoomOf(scale.dayPixels);
  const upper = ({ day }: Tick): string => {
    if (zoom === 'hour') return `${formats.day(day)} ${dayPart(day, locale, { weekday: 'short' })}`;
    return dayPart(day, locale, zoom === 'month' ? { year: 'numeric' } : { year: 'numeric', month: 'long' });
  };
  const lower = ({ day, hour, width }: Tick): string => {
    if (hour !== undefined) return `${hour}:00`;
    if (zoom === 'day') return String(Number(day.slice(8)));
    if (zoom === 'week') return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
    return dayPart(day, locale, { month: width >= 44 ? 'short' : 'narrow' });
  };
  return { zoom, upper, lower };
}

/** Below this width of a day its date stands alone; 休 and 班 stand where there is room for one sign more. */
const ROOM = { mark: 26, weekday: 34 } as const;

/** Beside the date the weekday, or 调休 as calendars print it: 休 on a free day of a holiday, 班 on a weekend that is worked. */
function DayMark({ day, width, companyDays }: { readonly day: string; readonly width: number; readonly companyDays: Companies }) {
  const words = useMessages(ganttMessages);
  const locale = useLocale();
  const { mark, name } = dayKind(day, companyDays);
  if (mark === null) return width >= ROOM.weekday ? <> {dayPart(day, locale, { weekday: 'narrow' })}</> : null;
  return <> <span className={mark === 'works' ? css['works'] : css['rests']} title={name[locale] || words[mark]}>{words[mark]}</span></>;
}

/** The two lines of time above the bars. */
export const GanttHead = memo(function GanttHead({ scale, left, right, today, companyDays }: { readonly scale: Scale; readonly left: number; readonly right: number; readonly today: string; readonly companyDays: Companies }) {
  const { zoom, upper, lower } = useTickTexts(scale);
  const heading = headingOf(scale, left, right);
  return (
    <div className={css['ticks']} style={{ width: scale.width }} aria-hidden="true">
      {heading.upper.map((tick) => <div key={tick.day} className={css['upper']} style={{ left: tick.x, width: tick.width }}><span>{upper(tick)}</span></div>)}
      {heading.lower.map((tick) => (
        <div key={`${tick.day} ${tick.hour ?? ''}`} className={`${css['lower']} ${tick.day === today && zoom === 'day' ? css['isToday'] : ''} ${zoom === 'day' && !dayKind(tick.day, companyDays).works ? css['isFree'] : ''}`} style={{ left: tick.x, width: tick.width }}>
          {lower(tick)}
          {zoom === 'day' && tick.width >= ROOM.mark ? <DayMark day={tick.day} width={tick.width} companyDays={companyDays} /> : null}
        </div>
      ))}
    </div>
  );
});

/** Free days, the lines of the heading going down, D-day, today (a place): what lies under the bars. */
export const GanttGround = memo(function GanttGround({ scale, left, right, height, today, marks, companyDays }: {
  readonly scale: Scale; readonly left: number; readonly right: number; readonly height: number; readonly today: number;
  readonly marks: readonly { readonly day: string; readonly label: string }[]; readonly companyDays: Companies;
}) {
  const zoom = zoomOf(scale.dayPixels);
  const heading = headingOf(scale, left, right);
  // Days over hours, Mondays over days, months over weeks, years over months.
  const lines = zoom === 'day' ? heading.lower.filter((tick) => weekday(tick.day) === 1) : heading.upper;
  const free: string[] = [];
  if (zoom !== 'month') for (let day = headingDay(scale, left); xOf(scale, day) < right; day = addDays(day, 1)) if (!dayKind(day, companyDays).works) free.push(day);
  return (
    <g>
      {free.map((day) => <rect key={day} className={css['freeDay']} x={xOf(scale, day)} width={scale.dayPixels} height={height} />)}
      {lines.map((tick) => <line key={tick.day} className={css['weekLine']} x1={tick.x} x2={tick.x} y2={height} />)}
      {marks.map(({ day }) => <rect key={day} className={css['dDay']} x={xOf(scale, day)} width={Math.max(2, scale.dayPixels)} height={height} />)}
      <line className={css['todayLine']} x1={today} x2={today} y2={height} />
    </g>
  );
});

const headingDay = (scale: Scale, left: number): string => addDays(scale.from, Math.max(0, Math.floor(left / scale.dayPixels)));
