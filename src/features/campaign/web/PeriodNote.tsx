import { addWorkingDays, ownDays } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Period } from '#platform/web/ui/DayField.tsx';
import { periodFacts } from '../campaign.calendar.rules.ts';
import { readCalendar } from '../campaign.contract.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import css from './campaigns.module.css';

/** R1.1: the evaluation report is due within 3 working days after the end. */
const REPORT_WORKING_DAYS = 3;

/** How long the period is, which public holidays lie in it, and when the report will be due. */
export function PeriodNote({ period }: { readonly period: Period }) {
  const words = useMessages(campaignWebMessages).form;
  const formats = useFormats();
  const days = useOperation(readCalendar, {}).data;
  const own = days && ownDays(days.calendar);
  // Before the company's days are known nothing is said that they might change.
  const facts = own && period.startOn && period.endOn ? periodFacts(period.startOn, period.endOn, own) : undefined;
  if (!facts || !period.endOn) return null;
  return (
    <div className={css['facts']} role="status">
      <span>{words.days(facts.days, facts.workingDays)}</span>
      {facts.holidays.length > 0 ? <span>{words.free(formats.list(facts.holidays.map(({ from, to }) => formats.days(from, to))))}</span> : null}
      {facts.covered ? <span>{words.evaluation(formats.day(addWorkingDays(period.endOn, REPORT_WORKING_DAYS, own)))}</span> : <span>{words.uncovered}</span>}
    </div>
  );
}
