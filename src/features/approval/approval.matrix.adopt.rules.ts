import { squeeze } from '#features/reading/reading.normal.rules.ts';
import { bandsMeet, EVERY_BAND, type Band } from './approval.band.rules.ts';
import { ROLE_PROPOSALS, type RoleProposal } from './approval.matrix.vocabulary.ts';
import type { MatrixDoubt, MatrixRow } from './approval.matrix.value.ts';
import type { ApprovalKind, Approver, RouteStep } from './approval.route.rules.ts';

/** A row of a matrix as the person has it before them: with the choices that the matrix leaves open. */
export interface ReviewedRow {
  readonly row: MatrixRow;
  readonly kind: ApprovalKind | null;
  readonly category: string;
  readonly departmentId: string | null;
}

export interface NewRoute extends Band {
  kind: ApprovalKind;
  category: string;
  departmentId: string | null;
  steps: RouteStep[];
}

/** A working day for a step that the matrix says nothing of: the product's own routes have it so. */
const DUE_DAYS = 1;
/** What keeps a row from being ticked by itself: the person looks first. */
const TO_LOOK_AT: readonly MatrixDoubt[] = ['kind', 'band', 'cell', 'limit', 'condition', 'department', 'none'];

export function needsLook(row: MatrixRow): boolean {
  return row.doubts.some((doubt) => TO_LOOK_AT.includes(doubt));
}

const APPROVERS: Readonly<Record<RoleProposal, Approver>> = {
  lead: { type: 'lead' }, head: { type: 'head' }, finance: { type: 'role', role: 'finance' }, management: { type: 'role', role: 'management' },
};

/** Whom a role of the matrix most likely means; null: the person has to say. `titles`: the one person who carries it as a job title. */
export function proposalFor(role: string, titles: ReadonlyMap<string, string> = new Map()): Approver | null {
  const plain = squeeze(role).toLowerCase();
  const person = titles.get(plain);
  if (person !== undefined) return { type: 'person', userId: person };
  const found = ROLE_PROPOSALS.find(([pattern]) => pattern.test(plain));
  return found ? APPROVERS[found[1]] : null;
}

/** The pieces into which the conditions of the steps cut a band, in order. */
function piecesOf(band: Band, conditions: readonly Band[]): Band[] {
  let pieces: Band[] = [band];
  for (const condition of conditions) {
    const below = condition.fromCents === null ? undefined : { fromCents: null, toCents: condition.fromCents - 1 };
    const above = condition.toCents === null ? undefined : { fromCents: condition.toCents + 1, toCents: null };
    pieces = pieces.flatMap((piece) => [below && bandsMeet(piece, below), bandsMeet(piece, condition), above && bandsMeet(piece, above)].filter((part): part is Band => part !== undefined));
  }
  return pieces;
}

/** The routes that a reviewed row makes: one, or one for each band where steps hold for some amounts only. Undefined while a choice is missing. */
export function routesOf({ row, kind, category, departmentId }: ReviewedRow, roles: ReadonlyMap<string, Approver>): NewRoute[] | undefined {
  if (kind === null || row.steps.length === 0 || row.steps.some((step) => !roles.has(step.role))) return undefined;
  const own: Band = { fromCents: row.fromCents, toCents: row.toCents };
  return piecesOf(own, row.steps).flatMap((piece) => {
    const steps = row.steps.filter((step) => bandsMeet(step, piece) ?? (step.fromCents === null && step.toCents === null ? EVERY_BAND : undefined));
    if (steps.length === 0) return [];
    const asked = steps.map((step): RouteStep => ({ name: step.name, approver: roles.get(step.role) ?? { type: 'head' }, mode: 'any', dueDays: DUE_DAYS, escalate: null }));
    return [{ kind, category, departmentId, fromCents: piece.fromCents, toCents: piece.toCents, steps: asked }];
  });
}
