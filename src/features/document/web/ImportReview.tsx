import { useState } from 'react';
import type { Person } from '#features/account/account.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { listSections } from '#features/plan/plan.section.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { applyImport } from '../document.contract.ts';
import { importWebMessages } from '../document.import.web.messages.ts';
import { countAdopted } from '../document.review.rules.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';
import { Questions, ReviewPart } from './ReviewPart.tsx';
import { ReviewSections } from './ReviewSections.tsx';
import { ReviewGoals } from './ReviewTables.tsx';
import { useReview, type ReviewState } from './useReview.ts';
import css from './import.module.css';

function Goals({ state }: { readonly state: ReviewState }) {
  const words = useMessages(importWebMessages).review;
  const { goals, goalsTaken } = state.review;
  if (goals.length === 0) return null;
  return (
    <Section title={words.goals}>
      <div className={css['head']}>
        <label><input type="checkbox" checked={goalsTaken} onChange={(event) => state.takeGoals(event.target.checked)} />{words.take(words.goals)}</label>
      </div>
      <Questions questions={state.questions.get('goals') ?? []} />
      <ReviewGoals label={words.goals} rows={goals} onChange={state.change('goals')} />
    </Section>
  );
}

function Aside({ understanding }: { readonly understanding: Understanding }) {
  const words = useMessages(importWebMessages).review;
  if (understanding.aside.length === 0) return null;
  return (
    <details className={css['aside']}>
      <summary>{words.aside(understanding.aside.length)}</summary>
      <ul>{understanding.aside.map((one, index) => <li key={index}>{one.text}<span>{one.message}</span></li>)}</ul>
    </details>
  );
}

interface ReviewProps {
  readonly campaign: Campaign;
  readonly importId: string;
  readonly understanding: Understanding;
  /** Who the names of a table of duties may be. */
  readonly people: readonly Person[];
  readonly onAgain: () => void;
}

/** What was understood, cell by cell, before anything is written. */
export function ImportReview({ campaign, importId, understanding, people, onAgain }: ReviewProps) {
  const words = useMessages(importWebMessages).review;
  const state = useReview(understanding, { people, canStaff: campaign.can.staffTeam, isLedgerOpen: campaign.revised });
  const { parts, goals, sections } = state.review;
  const isEmpty = parts.length === 0 && goals.length === 0 && sections.length === 0;
  return (
    <>
      {isEmpty ? <Section><EmptyState title={words.nothing} actions={<Button kind="primary" onClick={onAgain}>{words.again}</Button>}>{words.nothingHint}</EmptyState></Section> : null}
      <ReviewSections state={state} />
      <Goals state={state} />
      {parts.map((part) => <ReviewPart key={part.key} part={part} state={state} days={campaign} people={people} />)}
      <Aside understanding={understanding} />
      {isEmpty ? null : <Writing campaign={campaign} importId={importId} state={state} onAgain={onAgain} />}
    </>
  );
}

function Writing({ campaign, importId, state, onAgain }: Omit<ReviewProps, 'understanding' | 'people'> & { readonly state: ReviewState }) {
  const words = useMessages(importWebMessages).review;
  const [replaces, setReplaces] = useState(false);
  const apply = useAction(applyImport);
  const navigate = useNavigate();
  const toast = useToast();
  const adopted = state.adopted();
  const count = countAdopted(adopted);
  const sections = useOperation(listSections, { params: { campaignId: campaign.id } }).data?.sections ?? [];
  const hasContent = campaign.budgetCents > 0 || campaign.tasks > 0 || sections.some((section) => section.words !== '');
  const untitled = adopted.sections.some((section) => section.key === 'own' && section.title === '');
  const write = async () => {
    try {
      const replace = replaces ? { goals: adopted.goals.length > 0, budget: adopted.budget.length > 0, schedule: adopted.schedule.length > 0, team: true, sections: true, lists: true } : {};
      const done = await apply.mutateAsync({ params: { campaignId: campaign.id, importId }, body: { adopted, replace } });
      toast.show({ text: words.done(done) });
      navigate(`/campaigns/${campaign.id}`);
    } catch (error) {
      toast.showError(error);
    }
  };
  return (
    <div className={css['foot']}>
      {hasContent ? (
        <fieldset>
          <legend>{words.existing}</legend>
          <label><input type="radio" name="existing" checked={!replaces} onChange={() => setReplaces(false)} />{words.append}</label>
          <label><input type="radio" name="existing" checked={replaces} onChange={() => setReplaces(true)} />{words.replace}</label>
        </fieldset>
      ) : null}
      <Button onClick={onAgain}>{words.again}</Button>
      <Button kind="primary" busy={apply.isPending} disabled={count === 0 || untitled} onClick={() => void write()}>{count === 0 ? words.writeNone : words.write(count)}</Button>
    </div>
  );
}
