import type { Person } from '#features/account/account.contract.ts';
import type { CampaignDays } from '#features/schedule/times/schedule.when.rules.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import { readingMessages } from '#features/reading/reading.messages.ts';
import { IMPORTED_LISTS } from '../document.plan.rules.ts';
import type { ListPart, OpenQuestion, ReviewPart as Part } from '../document.review.rules.ts';
import type { ReadTable } from '#features/reading/reading.contract.ts';
import { ReviewList } from './ReviewList.tsx';
import { ReviewBudget, ReviewSchedule } from './ReviewTables.tsx';
import { ReviewAreas, ReviewDuties, ReviewMembers } from './ReviewTeam.tsx';
import type { ReviewState } from './useReview.ts';
import css from './import.module.css';

export function Questions({ questions }: { readonly questions: readonly OpenQuestion[] }) {
  const words = useMessages(importWebMessages);
  if (questions.length === 0) return null;
  const nameOf = (field: string): string => words.fields[field as keyof typeof words.fields] ?? field;
  return (
    <ul className={css['questions']} aria-label={words.review.questions}>
      {questions.map((one) => <li key={`${one.row} ${one.field}`}>{one.question}<span>{words.review.question(one.row, nameOf(one.field), one.text)}</span></li>)}
    </ul>
  );
}

/** Whether the total that the document states is the sum of the lines as they stand now. */
function Total({ part }: { readonly part: Part }) {
  const words = useMessages(importWebMessages).review;
  if (part.kind !== 'budget') return null;
  const computed = part.rows.reduce((sum, row) => sum + row.amountCents, 0);
  const stated = part.table.total?.stated ?? null;
  if (stated === null) return <span className={css['total']}>{words.noTotal(formatMoney(computed))}</span>;
  const statedCents = Math.round(stated * 100);
  const agrees = statedCents === computed;
  return <span className={css['total']}>{words.total(formatMoney(statedCents), formatMoney(computed))} <StateTag tone={agrees ? 'done' : 'warn'}>{agrees ? words.agrees : words.differs}</StateTag></span>;
}

/** A table of a kind whose page is not built: as it stood. */
function AttachedPreview({ table }: { readonly table: ReadTable }) {
  return (
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={table.title}>
      <table className={css['plain']}>
        <thead><tr>{table.headers.map((header, index) => <th key={index} scope="col">{header}</th>)}</tr></thead>
        <tbody>{table.rows.map((row, index) => <tr key={index}>{table.fields.map((field) => <td key={field}>{row.cells[field]?.text ?? ''}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}

const isList = (part: Part): part is ListPart => (IMPORTED_LISTS as readonly string[]).includes(part.kind);

/** One table of the document: what it is, whether it is taken, what is in question, and its rows. */
export function ReviewPart({ part, state, days, people }: { readonly part: Part; readonly state: ReviewState; readonly days: CampaignDays & { readonly revised: boolean }; readonly people: readonly Person[] }) {
  const words = useMessages(importWebMessages).review;
  const { kinds } = useMessages(readingMessages);
  const kind = kinds[part.table.kind];
  const isFrozen = part.kind === 'budget' && days.revised;
  const name = part.kind === 'attached' ? kind : words[part.kind];
  const title = part.table.title && part.table.title !== name ? `${name} · ${part.table.title}` : name;
  return (
    <Section title={title}>
      <div className={css['head']}>
        {isFrozen ? null : <label><input type="checkbox" checked={part.taken} onChange={(event) => state.take(part.key, event.target.checked)} />{part.kind === 'attached' ? words.keep : words.take(name)}</label>}
        <span className={css['total']}>{words.rows(part.kind === 'attached' ? part.table.rows.length : part.rows.length)}</span>
        <Total part={part} />
      </div>
      {isFrozen ? <p className={css['hint']}>{words.budgetFrozen}</p> : null}
      {part.kind === 'members' ? <p className={css['hint']}>{words.membersHint}</p> : null}
      {part.kind === 'attached' ? <p className={css['total']}>{words.attachedHint}</p> : isFrozen ? null : <Questions questions={state.questions.get(part.key) ?? []} />}
      {part.kind === 'budget' ? <ReviewBudget label={title} rows={part.rows} onChange={state.change(part.key)} readOnly={isFrozen} /> : null}
      {part.kind === 'schedule' ? <ReviewSchedule label={title} rows={part.rows} onChange={state.change(part.key)} days={days} /> : null}
      {part.kind === 'duties' ? <ReviewDuties label={title} rows={part.rows} onChange={state.change(part.key)} /> : null}
      {part.kind === 'members' ? <ReviewMembers label={title} rows={part.rows} onChange={state.change(part.key)} people={people} /> : null}
      {part.kind === 'areas' ? <ReviewAreas label={title} rows={part.rows} onChange={state.change(part.key)} /> : null}
      {isList(part) ? <ReviewList label={title} part={part} onChange={state.change(part.key)} /> : null}
      {part.kind === 'attached' ? <AttachedPreview table={part.table} /> : null}
    </Section>
  );
}
