import { useCallback, useMemo, useState } from 'react';
import type { CellValue, ChangeOutcome, GridChange } from '#platform/web/grid/grid.types.ts';
import { adoptedOf, questionsOf, reviewOf, type OpenQuestion, type Review, type ReviewPart } from '../document.review.rules.ts';
import type { Reviewed } from '../document.review.value.ts';
import type { ReviewedSection } from '../document.section.review.rules.ts';
import type { Company } from '../document.team.review.rules.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';

type Row = Reviewed<Record<string, CellValue>>;

/** The grid's changes on rows that live on the page only. */
function changedRows(rows: readonly Row[], changes: readonly GridChange[]): readonly Row[] {
  let next = [...rows];
  for (const change of changes) {
    if (change.kind === 'set') next = next.map((row) => (row.id === change.rowId ? { ...row, [change.field]: change.to } : row));
    else if (change.kind === 'delete') next = next.filter((row) => row.id !== change.rowId);
    else next = placed(next, change);
  }
  return next;
}

function placed(rows: readonly Row[], change: Extract<GridChange, { kind: 'insert' | 'move' }>): Row[] {
  const moving = change.kind === 'move' ? rows.find((row) => row.id === change.rowId) : ({ ...change.values, id: change.rowId, sources: {} } as unknown as Row);
  if (!moving) return [...rows];
  const rest = rows.filter((row) => row.id !== change.rowId);
  const at = change.afterId === null ? 0 : rest.findIndex((row) => row.id === change.afterId) + 1;
  return [...rest.slice(0, at), moving, ...rest.slice(at)];
}

export interface ReviewState {
  readonly review: Review;
  readonly questions: ReadonlyMap<string, readonly OpenQuestion[]>;
  take(key: string, taken: boolean): void;
  takeGoals(taken: boolean): void;
  /** Where a section of the document goes, and under which title. */
  place(id: string, to: Partial<Pick<ReviewedSection, 'target' | 'title'>>): void;
  /** For a grid over one part, or over the goals (`goals`). */
  change(key: string): (changes: readonly GridChange[]) => Promise<readonly ChangeOutcome[]>;
  adopted(): ReturnType<typeof adoptedOf>;
}

/** Holds what is under review until it is written or left. */
export function useReview(understanding: Understanding, company: Company): ReviewState {
  const [review, setReview] = useState(() => reviewOf(understanding, company));
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const change = useCallback((key: string) => async (changes: readonly GridChange[]): Promise<readonly ChangeOutcome[]> => {
    setAnswered((known) => new Set([...known, ...changes.flatMap((one) => (one.kind === 'set' ? [`${one.rowId} ${one.field}`] : []))]));
    setReview((now) => (key === 'goals'
      ? { ...now, goals: changedRows(now.goals as unknown as readonly Row[], changes) as unknown as Review['goals'] }
      : { ...now, parts: now.parts.map((part) => (part.key === key && part.kind !== 'attached' ? ({ ...part, rows: changedRows(part.rows as unknown as readonly Row[], changes) } as unknown as ReviewPart) : part)) }));
    return changes.map(() => ({ status: 'ok' }));
  }, []);
  const questions = useMemo(() => {
    const open = new Map<string, readonly OpenQuestion[]>([['goals', questionsOf(review.goals, answered)]]);
    for (const part of review.parts) open.set(part.key, part.kind === 'attached' ? [] : questionsOf(part.rows, answered));
    return open;
  }, [review, answered]);
  return {
    review,
    questions,
    take: (key, taken) => setReview((now) => ({ ...now, parts: now.parts.map((part) => (part.key === key ? { ...part, taken } : part)) })),
    place: (id, to) => setReview((now) => ({ ...now, sections: now.sections.map((section) => (section.id === id ? { ...section, ...to } : section)) })),
    takeGoals: (goalsTaken) => setReview((now) => ({ ...now, goalsTaken })),
    change,
    adopted: () => adoptedOf(review),
  };
}
