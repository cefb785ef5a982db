import { z } from 'zod';
import { managesPeople } from '#features/account/account.policy.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { dayField, done, text } from '#platform/shared/field.ts';
import { calendarDay } from '../schedule.contract.ts';

/** What the company decides of a day; null leaves it to the national calendar. */
const decision = z.object({ works: z.boolean(), name: text(60) }).nullable();

export const companyDay = calendarDay.extend({ setByName: z.string().nullable(), setAt: z.iso.datetime({ offset: true }) });
export type CompanyDay = z.output<typeof companyDay>;

/** `from` is what the person saw, `to` what it shall be. */
export const dayChange = z.object({ day: dayField, from: decision, to: decision });
export type DayChange = z.output<typeof dayChange>;

export const listCalendarDays = operation({
  id: 'schedule.listCalendarDays', method: 'GET', path: '/api/calendar-days',
  summary: { zh: '公司日历：与国家安排不同的日子', en: 'The company’s calendar: days other than the national arrangement' },
  access: signedIn(),
  output: z.object({ days: z.array(companyDay), today: dayField, can: z.object({ set: z.boolean() }) }),
});

/** All of the days or none: when one of them is no longer what was seen, nothing is changed. Undo is the same with `from` and `to` exchanged. */
export const setCalendarDays = operation({
  id: 'schedule.setCalendarDays', method: 'POST', path: '/api/calendar-days',
  summary: { zh: '设置或恢复公司日历的日子', en: 'Set days of the company’s calendar, or leave them to the national one' },
  access: signedIn(managesPeople),
  body: z.object({ changes: z.array(dayChange).min(1).max(400).refine((changes) => new Set(changes.map(({ day }) => day)).size === changes.length) }),
  output: done,
  errors: ['schedule.calendar_changed'],
});
