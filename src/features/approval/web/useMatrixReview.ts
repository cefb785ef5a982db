import { useMemo, useState } from 'react';
import { squeeze } from '#features/reading/reading.normal.rules.ts';
import { needsLook, routesOf, type NewRoute } from '../approval.matrix.adopt.rules.ts';
import type { MatrixRow } from '../approval.matrix.value.ts';
import type { MatrixView, RouteBook, RouteFields } from '../approval.route.contract.ts';
import { inOrder, type ApprovalKind, type Approver } from '../approval.route.rules.ts';
import { approverKey, approverOf } from './route-draft.ts';

/** What the person has decided on one row. */
export interface RowChoice {
  readonly chosen: boolean;
  readonly kind: ApprovalKind | null;
  readonly category: string;
  readonly departmentId: string | null;
  /** Written by hand instead of what was read. */
  readonly edited: RouteFields | null;
}

export type ApplyMode = 'replace' | 'before';

function departmentFor(text: string, book: RouteBook): string | null {
  const plain = squeeze(text);
  return plain === '' ? null : (book.departments.find(({ name }) => squeeze(name) === plain)?.id ?? null);
}

function firstChoice(row: MatrixRow, book: RouteBook): RowChoice {
  const departmentId = departmentFor(row.department, book);
  return { chosen: !needsLook(row) && (row.department === '' || departmentId !== null), kind: row.kind, category: row.category, departmentId, edited: null };
}

/** A matrix under review: roles matched to approvers, rows ticked and mended, and the routes that follow. */
export function useMatrixReview(view: MatrixView, book: RouteBook) {
  const rows = useMemo(() => view.tables.flatMap((table) => table.rows), [view]);
  const [roles, setRoles] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(view.roles.map((role) => [role.name, approverKey(role.proposal)])));
  const [choices, setChoices] = useState<Readonly<Record<string, RowChoice>>>(() => Object.fromEntries(rows.map((row) => [row.id, firstChoice(row, book)])));
  const [mode, setMode] = useState<ApplyMode>('replace');
  const approvers = new Map(Object.entries(roles).flatMap(([name, key]): [string, Approver][] => {
    const approver = approverOf(key);
    return approver ? [[name, approver]] : [];
  }));
  const choiceOf = (row: MatrixRow): RowChoice => choices[row.id] ?? firstChoice(row, book);
  const made = (row: MatrixRow): NewRoute[] | undefined => {
    const choice = choiceOf(row);
    return choice.edited ? [choice.edited] : routesOf({ row, ...choice }, approvers);
  };
  const chosen = rows.filter((row) => choiceOf(row).chosen);
  const routes = chosen.flatMap((row) => made(row) ?? []);
  // A role matters while a ticked row needs it.
  const missing = [...new Set(chosen.filter((row) => !choiceOf(row).edited).flatMap((row) => row.steps.map((step) => step.role)))].filter((name) => !approvers.has(name));
  const kinds = new Set(routes.map((route) => route.kind));
  const standing = inOrder(book.routes.filter((route) => kinds.has(route.kind)));
  const after = [
    ...routes.map((route, index) => ({ ...route, id: `new-${index}`, position: index, revision: 0, updatedBy: null, updatedAt: '' })),
    ...(mode === 'before' ? standing.map((route) => ({ ...route, position: routes.length + route.position })) : []),
  ];
  return {
    rows, roles, mode, setMode, approvers, choiceOf, made, chosen, routes, missing, kinds: [...kinds], standing, after,
    unfinished: chosen.filter((row) => (choiceOf(row).edited ? false : choiceOf(row).kind === null || row.steps.length === 0)).length,
    setRole: (name: string, key: string) => setRoles((now) => ({ ...now, [name]: key })),
    change: (row: MatrixRow, part: Partial<RowChoice>) => setChoices((now) => ({ ...now, [row.id]: { ...(now[row.id] ?? firstChoice(row, book)), ...part } })),
  };
}

export type MatrixReviewState = ReturnType<typeof useMatrixReview>;
