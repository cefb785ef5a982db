import { dayIn } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { Link } from '#platform/web/navigation.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { addMonths, barsOf, firstDay, lastDay, monthOf, specialDay, weeksOf } from '../campaign.calendar.rules.ts';
import type { Bar, Month } from '../campaign.calendar.rules.ts';
import type { CampaignRow } from '../campaign.contract.ts';
import { campaignMessages } from '../campaign.messages.ts';
import { stageName, stageTone } from '../campaign.stage.rules.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import calendar from './calendar.module.css';

/** More lines than these in one week are counted, not drawn. */
const LANES = 8;

const monthTitle = (locale: string, month: Month) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
const weekdayName = (locale: string, day: Day) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function CampaignBar({ bar: { item, from, to, lane, opens, closes } }: { readonly bar: Bar<CampaignRow> }) {
  const words = useMessages(campaignWebMessages).calendar;
  const stageWords = useMessages(campaignMessages);
  const formats = useFormats();
  const className = [calendar['bar'], calendar[item.stage], opens ? calendar['opens'] : '', closes ? calendar['closes'] : ''].filter(Boolean).join(' ');
  return (
    <div className={calendar['lane']} style={{ gridColumn: `${from + 1} / ${to + 2}`, gridRow: lane + 2 }}>
      <Link to={`/campaigns/${item.id}`} className={className} aria-label={words.bar(item.name, formats.days(item.startsOn, item.endsOn), stageName(item, stageWords))} title={words.bar(item.name, formats.days(item.startsOn, item.endsOn), stageName(item, stageWords))}>{item.name}</Link>
    </div>
  );
}

function DayHead({ day, month, today, at }: { readonly day: Day; readonly month: Month; readonly today: Day; readonly at: number }) {
  const words = useMessages(campaignWebMessages).calendar;
  const special = specialDay(day);
  return (
    <div className={calendar['day']} style={{ gridColumn: at + 1 }} data-other={monthOf(day) !== month || undefined} data-today={day === today || undefined}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {special ? <small data-kind={special}>{words[special]}</small> : null}
    </div>
  );
}

function MonthGrid({ month, campaigns, today }: { readonly month: Month; readonly campaigns: readonly CampaignRow[]; readonly today: Day }) {
  const words = useMessages(campaignWebMessages).calendar;
  const locale = useLocale();
  const weeks = weeksOf(month);
  return (
    <div className={calendar['month']}>
      <div className={calendar['heads']} aria-hidden="true">{weeks[0]?.map((day) => <span key={day}>{weekdayName(locale, day)}</span>)}</div>
      {weeks.map((week) => {
        const bars = barsOf(campaigns, week);
        const hidden = bars.filter((bar) => bar.lane >= LANES).length;
        return (
          <div key={week[0]} className={calendar['week']}>
            {week.map((day, at) => <DayHead key={day} day={day} month={month} today={today} at={at} />)}
            {bars.filter((bar) => bar.lane < LANES).map((bar) => <CampaignBar key={bar.item.id} bar={bar} />)}
            {hidden > 0 ? <small className={calendar['hidden']} style={{ gridRow: LANES + 2 }}>{words.moreThat(hidden)}</small> : null}
          </div>
        );
      })}
    </div>
  );
}

/** On a phone the month is a list in the order of the days. */
function MonthList({ campaigns, title }: { readonly campaigns: readonly CampaignRow[]; readonly title: string }) {
  const words = useMessages(campaignWebMessages).calendar;
  const stageWords = useMessages(campaignMessages);
  const formats = useFormats();
  const ordered = campaigns.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
  return (
    <ul className={calendar['list']} aria-label={words.list(title)}>
      {ordered.map((row) => (
        <li key={row.id}>
          <Link to={`/campaigns/${row.id}`}>{row.name}</Link>
          <StateTag tone={stageTone[row.stage]}>{stageName(row, stageWords)}</StateTag>
          <small>{formats.days(row.startsOn, row.endsOn)}</small>
        </li>
      ))}
    </ul>
  );
}

export interface CampaignsCalendarProps {
  readonly month: Month;
  readonly campaigns: readonly CampaignRow[];
  readonly onMonth: (month: Month) => void;
}

/** The days that the calendar of a month shows, for the query. */
export function shownDays(month: Month): { readonly from: Day; readonly to: Day } {
  return { from: weeksOf(month)[0]?.[0] ?? firstDay(month), to: weeksOf(month).at(-1)?.[6] ?? lastDay(month) };
}

export function CampaignsCalendar({ month, campaigns, onMonth }: CampaignsCalendarProps) {
  const words = useMessages(campaignWebMessages).calendar;
  const locale = useLocale();
  const phone = usePhone();
  const today = dayIn(useTimeZone());
  const title = monthTitle(locale, month);
  const inMonth = campaigns.filter((row) => row.startsOn <= lastDay(month) && row.endsOn >= firstDay(month));
  return (
    <section aria-label={words.list(title)}>
      <div className={calendar['bar-top']}>
        <h2 aria-live="polite">{title}</h2>
        <IconButton icon="left" label={words.previous} onClick={() => onMonth(addMonths(month, -1))} />
        <IconButton icon="right" label={words.next} onClick={() => onMonth(addMonths(month, 1))} />
        {month === monthOf(today) ? null : <Button small onClick={() => onMonth(monthOf(today))}>{words.today}</Button>}
      </div>
      {phone ? null : <MonthGrid month={month} campaigns={campaigns} today={today} />}
      {phone && inMonth.length > 0 ? <MonthList campaigns={inMonth} title={title} /> : null}
      {inMonth.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
    </section>
  );
}
