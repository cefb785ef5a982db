import { useState } from 'react';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { callOperation } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { FileDrop } from '#platform/web/ui/FileDrop.tsx';
import { Skeleton } from '#platform/web/ui/States.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { invitePeople, readPeopleFile } from '../account.contract.ts';
import { looksLikeEmail } from '../account.form.rules.ts';
import { accountMessages } from '../account.messages.ts';
import { accountPeopleMessages } from '../account.people.messages.ts';
import { repeatedEmails } from '../account.people.rules.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import type { InviteByHandProps } from './InviteByHand.tsx';
import css from './people.module.css';

const MAX_BYTES = 10 * 1024 * 1024;
const ENDINGS = ['.xlsx', '.csv'];

type ReadRow = OutputOf<typeof readPeopleFile>['rows'][number];
type ReviewRow = ReadRow & { readonly at: number; readonly chosen: boolean };
type Review = { readonly rows: readonly ReviewRow[]; readonly aside: readonly string[] };

/** What still stands against inviting the people of each row, in words; undefined when nothing does. */
function useObjections(rows: readonly ReviewRow[], taken: ReadonlySet<string>): readonly (string | undefined)[] {
  const words = useMessages(accountPeopleMessages).inviting;
  const fields = useMessages(accountWebMessages).fields;
  const repeated = repeatedEmails(rows.map((row) => (row.chosen ? row.email : '')));
  return rows.map((row, index) => {
    const email = row.email.trim().toLowerCase();
    if (!row.name.trim()) return fields.nameMissing;
    if (!looksLikeEmail(email)) return fields.emailWrong;
    if (taken.has(email)) return words.emailTaken;
    return repeated.has(index) ? words.emailRepeated : undefined;
  });
}

type Change = (at: number, part: Partial<ReviewRow>) => void;

function useColumns(objections: readonly (string | undefined)[], change: Change): readonly DataColumn<ReviewRow>[] {
  const words = useMessages(accountPeopleMessages);
  const roles = useMessages(accountMessages).roles;
  const { inviting, columns } = words;
  return [
    { key: 'chosen', title: inviting.chosen, width: '48px', render: (row) => <input type="checkbox" className={css['tick']} aria-label={inviting.include(row.name)} checked={row.chosen} onChange={(event) => change(row.at, { chosen: event.target.checked })} /> },
    { key: 'name', title: columns.name, width: '16%', render: (row) => <input className={css['cell']} aria-label={inviting.nameOf(row.at + 1)} aria-invalid={row.chosen && !row.name.trim() ? true : undefined} value={row.name} onChange={(event) => change(row.at, { name: event.target.value })} /> },
    { key: 'email', title: columns.email, width: '28%', render: (row) => <input className={css['cell']} type="email" aria-label={inviting.email(row.name)} aria-invalid={row.chosen && objections[row.at] ? true : undefined} value={row.email} onChange={(event) => change(row.at, { email: event.target.value })} /> },
    { key: 'department', title: columns.department, render: (row) => row.departmentName },
    { key: 'title', title: columns.jobTitle, render: (row) => row.title },
    { key: 'role', title: columns.role, render: (row) => roles[row.orgRole] },
    { key: 'question', title: inviting.question, render: (row) => (objections[row.at] ?? row.question ? <span className={css['question']}>{objections[row.at] ?? row.question}</span> : null) },
  ];
}

function ReviewTable({ review, taken, onChange, onInvited, onCancel, onOther }: { readonly review: Review; readonly onChange: (review: Review) => void; readonly onOther: () => void } & Omit<InviteByHandProps, 'departments'>) {
  const words = useMessages(accountPeopleMessages);
  const { cancel } = useMessages(webMessages);
  const locale = useLocale();
  const invite = useAction(invitePeople);
  const objections = useObjections(review.rows, taken);
  const change: Change = (at, part) => onChange({ ...review, rows: review.rows.map((row) => (row.at === at ? { ...row, question: null, ...part } : row)) });
  const columns = useColumns(objections, change);
  const chosen = review.rows.filter((row) => row.chosen);
  const questions = review.rows.filter((row) => objections[row.at] ?? row.question).length;
  const blocked = chosen.length === 0 || chosen.some((row) => objections[row.at]);
  const send = async () => {
    const people: InputOf<typeof invitePeople>['body']['people'] = chosen.map(({ name, email, title, orgRole, departmentName }) => ({ name, email, title, orgRole, departmentName }));
    await invite.mutateAsync({ body: { people } }).then(({ invitations }) => onInvited(invitations), () => undefined);
  };
  return (
    <>
      <div className={css['found']}>
        <span>{words.inviting.found(review.rows.length)}{questions > 0 ? <span className={css['question']}> {words.inviting.questions(questions)}</span> : null}</span>
        <Button small onClick={onOther}>{words.inviting.otherFile}</Button>
      </div>
      {invite.error ? <Banner tone="late">{problemText(invite.error, locale)}</Banner> : null}
      <DataTable label={words.inviting.drop} columns={columns} rows={review.rows} rowKey={(row) => String(row.at)} />
      {review.aside.length > 0 ? <details className={css['aside']}><summary>{words.inviting.aside}</summary><ul>{review.aside.map((text) => <li key={text}>{text}</li>)}</ul></details> : null}
      <div className={css['disable']}>
        <Button onClick={onCancel}>{cancel}</Button>
        <Button kind="primary" busy={invite.isPending} disabled={blocked} onClick={() => void send()}>{chosen.length === 0 ? words.inviting.nothing : words.inviting.send(chosen.length)}</Button>
      </div>
    </>
  );
}

/** A people table: read by the server, looked over here, invited only as ticked. */
export function InviteFromFile(props: Omit<InviteByHandProps, 'departments'>) {
  const words = useMessages(accountPeopleMessages).inviting;
  const locale = useLocale();
  const [review, setReview] = useState<Review | undefined>();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    setReading(true);
    setProblem(undefined);
    try {
      const { rows, aside } = await callOperation(readPeopleFile, { query: { name: file.name } }, { file });
      const repeated = repeatedEmails(rows.map(({ email }) => email));
      setReview({ aside, rows: rows.map((row, at) => ({ ...row, at, chosen: Boolean(row.name.trim()) && looksLikeEmail(row.email) && !repeated.has(at) && !props.taken.has(row.email.trim().toLowerCase()) })) });
    } catch (error) {
      setProblem(error);
    } finally {
      setReading(false);
    }
  };
  if (review) return <ReviewTable review={review} onChange={setReview} onOther={() => setReview(undefined)} {...props} />;
  return (
    <>
      {problem ? <Banner tone="late">{problemText(problem, locale)}</Banner> : null}
      {reading ? <Skeleton lines={5} /> : <FileDrop label={words.drop} hint={words.dropHint} endings={ENDINGS} maxBytes={MAX_BYTES} onFiles={(files) => void read(files)} />}
    </>
  );
}
