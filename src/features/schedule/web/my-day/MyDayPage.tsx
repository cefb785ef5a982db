import { useState } from 'react';
import { addDays, dayIn, daysBetween, isDay, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { sortDay, type DayItem, type SortedDay } from '../../work/schedule.day.rules.ts';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import type { MyTask } from '../../work/schedule.work.contract.ts';
import css from './my-day.module.css';
import { MyDayNotes } from './MyDayNotes.tsx';
import { MyDaySheet } from './MyDaySheet.tsx';
import { MyDayTask } from './MyDayTask.tsx';
import { useMyDay, type MyDayState } from './useMyDay.ts';

const weekdayOf = (day: Day, locale: string): string => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${day}T00:00:00Z`));

/** 今天, 明天, or the day itself. */
function useDayName(): (day: Day, today: Day) => string {
  const words = useMessages(myDayMessages).day;
  const formats = useFormats();
  return (day, today) => {
    const near = [words.yesterday, words.today, words.tomorrow][daysBetween(today, day) + 1];
    return near ?? formats.day(day, day.slice(0, 4) !== today.slice(0, 4));
  };
}

/** The day in one sentence: how much, what first, what is late; else what comes next. */
function Verdict({ sorted, day, today }: { readonly sorted: SortedDay; readonly day: Day; readonly today: Day }) {
  const words = useMessages(myDayMessages).verdict;
  const nameOf = useDayName();
  const isToday = day === today;
  const due = new Set(sorted.due.map(({ task }) => task.id)).size;
  const done = sorted.done.length;
  const first = sorted.due.find((item) => item.time !== null);
  if (isToday && due === 0 && done > 0 && sorted.late.length === 0) return <>{words.allDone(done)}{words.end}</>;
  const head = due === 0 ? (isToday ? words.none : words.noneOn(nameOf(day, today))) : isToday ? words.due(due) : words.dueOn(nameOf(day, today), due);
  const rest = [
    first?.time ? (first.by ? words.firstBy : words.first)(first.time, first.label ?? first.task.title) : null,
    sorted.late.length > 0 ? <em key="late">{words.late(sorted.late.length)}</em> : null,
    done > 0 ? words.done(done) : null,
    isToday && due === 0 && sorted.next.length > 0 ? words.next(sorted.next.length) : null,
  ].filter((part) => part !== null);
  return <>{head}{rest.map((part, index) => <span key={index}>{words.comma}{part}</span>)}{words.end}</>;
}

function DayStepper({ day, today, onChange }: { readonly day: Day; readonly today: Day; readonly onChange: (day: Day) => void }) {
  const words = useMessages(myDayMessages).day;
  const formats = useFormats();
  const locale = useLocale();
  const nameOf = useDayName();
  return (
    <div className={css['stepper']}>
      <IconButton icon="left" label={words.previous} onClick={() => onChange(addDays(day, -1))} />
      <label className={css['chosen']}>
        <b>{nameOf(day, today)}</b>
        <span>{formats.day(day)} {weekdayOf(day, locale)}</span>
        <input type="date" aria-label={words.choose} value={day} onChange={(event) => { if (isDay(event.target.value)) onChange(event.target.value); }} />
      </label>
      <IconButton icon="right" label={words.next} onClick={() => onChange(addDays(day, 1))} />
      {day === today ? null : <Button kind="quiet" onClick={() => onChange(today)}>{words.back}</Button>}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly DayItem[];
  readonly day: Day;
  readonly state: MyDayState;
  readonly onOpen: (task: MyTask) => void;
  /** So many are shown at first: what is late shall not push the day off the screen. */
  readonly most?: number;
}

function Group({ title, items, day, state, onOpen, most = 100 }: GroupProps) {
  const words = useMessages(myDayMessages);
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all || items.length <= most + 1 ? items : items.slice(0, most);
  return (
    <Section title={title} actions={<small className={css['count']}>{items.length}</small>}>
      <ul className={css['list']}>
        {shown.map((item) => <MyDayTask key={`${item.task.id} ${item.time ?? ''} ${item.label ?? ''}`} item={item} day={day} state={state} onOpen={() => onOpen(item.task)} />)}
      </ul>
      {shown.length < items.length ? <Button kind="quiet" onClick={() => setAll(true)}>{words.showAll(items.length - shown.length)}</Button> : null}
    </Section>
  );
}

function Groups({ sorted, day, today, state, onOpen }: { readonly sorted: SortedDay; readonly day: Day; readonly today: Day; readonly state: MyDayState; readonly onOpen: (task: MyTask) => void }) {
  const words = useMessages(myDayMessages);
  const nameOf = useDayName();
  const shared = { day, state, onOpen };
  const isEmpty = Object.values(sorted).every((items: readonly DayItem[]) => items.length === 0);
  if (isEmpty) {
    const preview = <ul>{words.empty.sample.map((line) => <li key={line}>{line}</li>)}</ul>;
    return <Section><EmptyState title={words.empty.title} preview={preview}>{words.empty.text}</EmptyState></Section>;
  }
  return (
    <>
      <Group title={words.groups.late} items={sorted.late} most={3} {...shared} />
      <Group title={day === today ? words.groups.due : words.groups.dueOn(nameOf(day, today))} items={sorted.due} {...shared} />
      <Group title={day === today ? words.groups.next : words.groups.nextOn} items={sorted.next} {...shared} day={addDays(day, 1)} />
      <Group title={words.groups.undated} items={sorted.undated} {...shared} />
      <Group title={words.groups.done} items={sorted.done} {...shared} />
    </>
  );
}

/** 我的一天: what is mine today across campaigns, at the thumb, with or without network. */
export function MyDayPage() {
  const words = useMessages(myDayMessages);
  const [search, setSearch] = useSearch();
  const state = useMyDay();
  const today = dayIn(state.timeZone);
  const [picked, setPicked] = useState<Day | undefined>();
  const day = picked ?? (isDay(search['day'] ?? '') ? (search['day'] as Day) : today);
  const sorted = sortDay(state.query.data ?? [], day, today, state.timesOf);
  const opened = state.query.data?.find((task) => task.id === search['task']);
  const choose = (next: Day) => {
    setPicked(next);
    setSearch({ day: next === today ? undefined : next });
  };
  return (
    <Page title={words.title} verdict={state.query.data ? <Verdict sorted={sorted} day={day} today={today} /> : undefined}>
      <div className={css['day']}>
        <DayStepper day={day} today={today} onChange={choose} />
        <MyDayNotes state={state} />
        <Loaded query={state.query} lines={6}>{() => <Groups sorted={sorted} day={day} today={today} state={state} onOpen={(task) => setSearch({ task: task.id })} />}</Loaded>
        {state.more ? <p className={css['quiet']}>{words.more}</p> : null}
      </div>
      {opened ? <MyDaySheet key={opened.id} task={opened} state={state} onClose={() => setSearch({ task: undefined })} /> : null}
    </Page>
  );
}
