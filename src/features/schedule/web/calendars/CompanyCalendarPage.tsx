import { useState } from 'react';
import { COVERED_YEARS } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { Period } from '#platform/web/ui/DayField.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { listCalendarDays, type CompanyDay } from '../../calendars/schedule.company.contract.ts';
import { runsOf, yearFacts, yearOf } from '../../calendars/schedule.company.rules.ts';
import { companyCalendarMessages } from '../../calendars/schedule.company.web.messages.ts';
import { CompanyDaysDialog } from './CompanyDaysDialog.tsx';
import { useSetDays } from '../useSetDays.ts';
import { Legend, YearCalendar } from './YearCalendar.tsx';
import css from './company-calendar.module.css';

type Calendar = OutputOf<typeof listCalendarDays>;
const YEARS = { from: 2004, to: 2100 };

/** 设置 → 公司日历: the year by the national calendar, and where the company differs from it. */
export function CompanyCalendarPage() {
  const query = useOperation(listCalendarDays, {});
  return <Loaded query={query} lines={12}>{(calendar) => <CalendarView calendar={calendar} />}</Loaded>;
}

function Verdict({ year, months }: { readonly year: number; readonly months: ReturnType<typeof yearOf> }) {
  const words = useMessages(companyCalendarMessages);
  const { working, freed, added } = yearFacts(months);
  const own = months.flat().some((day) => day.own !== undefined);
  return `${words.verdict(year, working)}${freed > 0 ? words.freed(freed) : ''}${added > 0 ? words.added(added) : ''}${own ? '' : words.national}${words.stop}`;
}

function YearSteps({ year, today, onYear }: { readonly year: number; readonly today: string; readonly onYear: (year: number) => void }) {
  const words = useMessages(companyCalendarMessages);
  const current = Number(today.slice(0, 4));
  return (
    <div className={css['years']} role="group" aria-label={words.year}>
      <IconButton icon="left" label={words.earlier} disabled={year <= YEARS.from} onClick={() => onYear(year - 1)} />
      <b aria-live="polite">{words.yearName(year)}</b>
      <IconButton icon="right" label={words.later} disabled={year >= YEARS.to} onClick={() => onYear(year + 1)} />
      {year === current ? null : <Button small onClick={() => onYear(current)}>{words.thisYear}</Button>}
    </div>
  );
}

function OwnDays({ days, canSet }: { readonly days: readonly CompanyDay[]; readonly canSet: boolean }) {
  const words = useMessages(companyCalendarMessages);
  const formats = useFormats();
  const set = useSetDays();
  if (days.length === 0) return <EmptyState title={words.none}>{canSet ? words.noneText : words.noneReader}</EmptyState>;
  return (
    <DataTable
      label={words.list}
      rows={runsOf(days)}
      rowKey={(run) => run.from}
      columns={[
        { key: 'days', title: words.columns.days, heading: true, render: (run) => formats.days(run.from, run.to) },
        { key: 'state', title: words.columns.state, width: '120px', render: (run) => <StateTag tone={run.works ? 'doing' : 'warn'}>{run.works ? words.form.works : words.form.rests}</StateTag> },
        { key: 'name', title: words.columns.name, render: (run) => run.name },
        { key: 'by', title: words.columns.by, width: '140px', render: (run) => run.days[0]?.setByName ?? '' },
        ...(canSet ? [{ key: 'act', title: '', align: 'end' as const, width: '96px', render: (run: ReturnType<typeof runsOf<CompanyDay>>[number]) => (
          <Button small kind="quiet" aria-label={words.removeOf(formats.days(run.from, run.to))} onClick={() => void set(run.days.map((one) => ({ day: one.day, from: { works: one.works, name: one.name }, to: null })), run, 'clear')}>{words.remove}</Button>
        ) }] : []),
      ]}
    />
  );
}

function CalendarView({ calendar }: { readonly calendar: Calendar }) {
  const words = useMessages(companyCalendarMessages);
  const [search, setSearch] = useSearch();
  const [asked, setAsked] = useState<Period>();
  const { days, today, can } = calendar;
  const wanted = Number(search['year']);
  const year = Number.isInteger(wanted) && wanted >= YEARS.from && wanted <= YEARS.to ? wanted : Number(today.slice(0, 4));
  const months = yearOf(year, days);
  return (
    <Page
      wide
      title={words.title}
      meta={[can.set ? undefined : words.readOnly]}
      verdict={<Verdict year={year} months={months} />}
      actions={can.set ? <Button kind="primary" icon="edit" onClick={() => setAsked({ startOn: null, endOn: null })}>{words.change}</Button> : null}
    >
      {yearFacts(months).covered ? null : <Banner tone="warn">{words.uncovered(year, COVERED_YEARS.from, COVERED_YEARS.to)}</Banner>}
      <Section>
        <div className={css['bar']}>
          <YearSteps year={year} today={today} onYear={(to) => setSearch({ year: to === Number(today.slice(0, 4)) ? undefined : String(to) })} />
          <Legend />
        </div>
        <YearCalendar months={months} today={today} {...(can.set ? { onPick: (from: string, to: string) => setAsked({ startOn: from, endOn: to }) } : {})} />
        {can.set ? <p className={css['hint']}>{words.hint}</p> : null}
      </Section>
      <Section title={words.list}><OwnDays days={days.filter((one) => one.day.startsWith(`${year}-`))} canSet={can.set} /></Section>
      <p className={css['hint']}>{words.follows}</p>
      {asked ? <CompanyDaysDialog days={days} period={asked} onClose={() => setAsked(undefined)} /> : null}
    </Page>
  );
}
