import { useState } from 'react';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { approvalMessages } from '../approval.messages.ts';
import type { MatrixRow } from '../approval.matrix.value.ts';
import { approvalMatrixWebMessages } from '../approval.matrix.web.messages.ts';
import { findingsOf } from '../approval.route.check.rules.ts';
import { applyMatrix, type MatrixView, type RouteBook } from '../approval.route.contract.ts';
import { MatrixRowCard } from './MatrixRowCard.tsx';
import { fieldsOf } from './route-draft.ts';
import { RouteDialog, useApproverChoices } from './RouteDialog.tsx';
import type { MatrixReviewState } from './useMatrixReview.ts';
import { useRouteWords } from './useRouteWords.ts';
import css from './matrix.module.css';

/** Every role of the matrix, matched to who decides here. */
function Roles({ view, review, book }: { readonly view: MatrixView; readonly review: MatrixReviewState; readonly book: RouteBook }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const choices = useApproverChoices(book);
  return (
    <Section title={texts.roles}>
      <p className={css['hint']}>{texts.rolesHint}</p>
      <div className={css['roles']}>
        {view.roles.map((role) => (
          <Combobox
            key={role.name} label={texts.role(role.name, role.times)} placeholder={texts.choose} choices={choices} name={`role-${role.name}`} hint={role.proposal ? texts.suggested : undefined}
            value={review.roles[role.name] ?? ''} error={review.missing.includes(role.name) ? texts.missing : undefined} onChange={(key) => review.setRole(role.name, key)}
          />
        ))}
      </div>
    </Section>
  );
}

/** What will be worth knowing about the kinds concerned, and the two ways of writing. */
function Outcome({ review, book }: { readonly review: MatrixReviewState; readonly book: RouteBook }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const words = useRouteWords({ ...book, routes: review.after });
  const findings = review.kinds.flatMap((kind) => findingsOf(kind, review.after, book).map((finding) => texts.finding(kinds[kind], words.finding(finding))));
  return (
    <Section title={texts.result}>
      <fieldset className={css['modes']}>
        <legend>{texts.mode}</legend>
        {(['replace', 'before'] as const).map((mode) => (
          <label key={mode}>
            <input type="radio" name="mode" checked={review.mode === mode} onChange={() => review.setMode(mode)} />
            <span>{texts.modes[mode]}<small>{texts.modeHint[mode]}</small></span>
          </label>
        ))}
      </fieldset>
      {review.routes.length > 0 && findings.length === 0 ? <p className={css['hint']}>{texts.resultFine}</p> : null}
      {[...new Set(findings)].map((text) => <p key={text} className={css['doubt']}><Icon name="warn" size={12} />{text}</p>)}
    </Section>
  );
}

function useApply(review: MatrixReviewState) {
  const texts = useMessages(approvalMatrixWebMessages);
  const toast = useToast();
  const navigate = useNavigate();
  const apply = useAction(applyMatrix);
  const seenOf = (routes: readonly { readonly id: string; readonly revision: number }[]) => routes.map(({ id, revision }) => ({ id, revision }));
  const run = async () => {
    const made = await apply.mutateAsync({ body: { mode: review.mode, routes: review.routes, seen: seenOf(review.standing) } });
    const before = review.standing.map(fieldsOf);
    toast.show({ text: texts.applied(review.routes.length), undo: () => apply.mutateAsync({ body: { mode: 'replace', routes: before, emptied: review.kinds, seen: seenOf(made.routes) } }) });
    navigate('/settings/approval-routes');
  };
  return { run: () => void run().catch(() => undefined), busy: apply.isPending, error: apply.error };
}

export interface MatrixReviewProps {
  readonly view: MatrixView;
  readonly review: MatrixReviewState;
  readonly book: RouteBook;
  readonly onOther: () => void;
}

/** Roles, rows, outcome: nothing is written that does not stand here, ticked. */
export function MatrixReview({ view, review, book, onOther }: MatrixReviewProps) {
  const texts = useMessages(approvalMatrixWebMessages);
  const locale = useLocale();
  const words = useRouteWords(book);
  const apply = useApply(review);
  const [editing, setEditing] = useState<MatrixRow | undefined>();
  const stop = review.chosen.length === 0 ? texts.nothing : review.missing.length > 0 ? texts.rolesFirst : review.unfinished > 0 ? texts.kindFirst : undefined;
  return (
    <>
      <Roles view={view} review={review} book={book} />
      {view.tables.map((table, index) => (
        <Section key={index} title={view.tables.length > 1 ? texts.table(table.title, table.rows.length) : texts.rows}>
          <p className={css['hint']}>{texts.rowsHint}</p>
          <ol className={css['rows']}>{table.rows.map((row) => <MatrixRowCard key={row.id} row={row} review={review} book={book} words={words} onEdit={() => setEditing(row)} />)}</ol>
        </Section>
      ))}
      {view.aside.length > 0 ? <Section title={texts.aside}><ul className={css['aside']}>{view.aside.map((text, index) => <li key={index}>{text}</li>)}</ul></Section> : null}
      <Outcome review={review} book={book} />
      {apply.error ? <Banner tone="late">{problemText(apply.error, locale)}</Banner> : null}
      <div className={css['bar']}>
        <Button onClick={onOther}>{texts.otherFile}</Button>
        <Button kind="primary" busy={apply.busy} disabled={stop !== undefined} onClick={apply.run}>{stop ?? texts.apply(review.routes.length)}</Button>
      </div>
      {editing ? <EditRow row={editing} review={review} book={book} onClose={() => setEditing(undefined)} /> : null}
    </>
  );
}

/** The form of a route, for what the reading could not know. What is saved here is written only with the rest. */
function EditRow({ row, review, book, onClose }: { readonly row: MatrixRow; readonly review: MatrixReviewState; readonly book: RouteBook; readonly onClose: () => void }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const choice = review.choiceOf(row);
  const [first] = review.made(row) ?? [];
  return (
    <RouteDialog
      title={texts.editTitle(row.item)} book={book} kind={choice.kind ?? 'spending'} route={undefined} initial={first} onClose={onClose}
      onSave={async (fields) => review.change(row, { edited: fields, chosen: true })}
    />
  );
}
