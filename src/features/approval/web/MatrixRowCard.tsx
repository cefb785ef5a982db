import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { approvalMessages } from '../approval.messages.ts';
import type { MatrixDoubt, MatrixRow } from '../approval.matrix.value.ts';
import { approvalMatrixWebMessages } from '../approval.matrix.web.messages.ts';
import type { RouteBook } from '../approval.route.contract.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '../approval.route.rules.ts';
import { RouteSteps } from './RouteSteps.tsx';
import type { MatrixReviewState } from './useMatrixReview.ts';
import { circled, type RouteWords } from './useRouteWords.ts';
import css from './matrix.module.css';

export interface MatrixRowCardProps {
  readonly row: MatrixRow;
  readonly review: MatrixReviewState;
  readonly book: RouteBook;
  readonly words: RouteWords;
  readonly onEdit: () => void;
}

/** What the row becomes: its routes, or its steps in the matrix's own words while a role is not matched. */
function Outcome({ row, review, words }: Omit<MatrixRowCardProps, 'book' | 'onEdit'>) {
  const texts = useMessages(approvalMatrixWebMessages);
  const routes = review.made(row);
  if (routes) {
    return <>{routes.map((route, index) => <div key={index} className={css['outcome']}><span>{words.band(route)}</span><RouteSteps steps={route.steps} words={words} /></div>)}</>;
  }
  return (
    <div className={css['outcome']}>
      <span>{words.band(row)}</span>
      <span>{row.steps.map((step, index) => `${circled(index)} ${step.name} ${review.approvers.has(step.role) ? step.role : texts.unmapped(step.role)}`).join(' → ')}</span>
    </div>
  );
}

/** One row of the matrix: what was read, cell by cell, what it becomes, and what only a person can decide. */
export function MatrixRowCard({ row, review, book, words, onEdit }: MatrixRowCardProps) {
  const texts = useMessages(approvalMatrixWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const choice = review.choiceOf(row);
  const settled: Partial<Record<MatrixDoubt, boolean>> = { kind: choice.kind !== null };
  const doubts = choice.edited ? [] : [...row.doubts.filter((doubt) => !settled[doubt]), ...(row.department !== '' && choice.departmentId === null ? (['department'] as const) : [])];
  const department = book.departments.find(({ id }) => id === choice.departmentId)?.name ?? texts.everyDepartment;
  const summary = [choice.kind === null ? texts.noKind : kinds[choice.kind], choice.category || texts.everyCategory, department].join(' · ');
  const bind = (name: string) => ({ name: `${name}-${row.id}`, error: undefined });
  return (
    <li className={css['row']} data-chosen={choice.chosen || undefined}>
      <label className={css['tick']}>
        <input type="checkbox" aria-label={texts.include(row.item)} checked={choice.chosen} onChange={(event) => review.change(row, { chosen: event.target.checked })} />
      </label>
      <div className={css['body']}>
        <div className={css['rowHead']}>
          <h3>{row.item}</h3>
          {choice.edited ? <StateTag tone="doing">{texts.edited}</StateTag> : null}
          <span className={css['rowActs']}>
            {choice.edited ? <Button small kind="quiet" onClick={() => review.change(row, { edited: null })}>{texts.reset}</Button> : null}
            <Button small kind="quiet" aria-label={texts.editTitle(row.item)} onClick={onEdit}>{texts.edit}</Button>
          </span>
        </div>
        <Outcome row={row} review={review} words={words} />
        {doubts.map((doubt) => <p key={doubt} className={css['doubt']}><Icon name="warn" size={12} />{texts.doubts[doubt]}</p>)}
        {choice.edited ? null : (
          <details className={css['scope']} open={choice.kind === null || doubts.includes('department')}>
            <summary>{summary}</summary>
            <div className={css['choices']}>
              <SelectField label={texts.kind} placeholder={texts.noKind} choices={APPROVAL_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} {...bind('kind')} value={choice.kind ?? ''} onChange={(value) => review.change(row, { kind: value === '' ? null : (value as ApprovalKind) })} />
              <TextField label={texts.category} placeholder={texts.everyCategory} maxLength={60} {...bind('category')} value={choice.category} onChange={(category) => review.change(row, { category })} />
              <SelectField label={texts.department} hint={row.department ? texts.departmentText(row.department) : undefined} placeholder={texts.everyDepartment} choices={book.departments.map(({ id, name }) => ({ value: id, label: name }))} {...bind('department')} value={choice.departmentId ?? ''} onChange={(id) => review.change(row, { departmentId: id || null })} />
            </div>
          </details>
        )}
        <ul className={css['cells']} aria-label={texts.cells}>{row.cells.map((cell, index) => <li key={index} data-reading={cell.reading}>{texts.cell(cell.heading, cell.text, texts.readings[cell.reading])}</li>)}</ul>
      </div>
    </li>
  );
}
