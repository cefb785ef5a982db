import { z } from 'zod';
import { idField } from './field.ts';

/**
 * One user action in a grid (a typed cell, a pasted block, a dragged row) is one list of changes, applied in one transaction.
 * An updated field carries what the person saw (`from`): the server sets it while the stored value is still that, so that two
 * people in one row merge field by field, and answers a conflict otherwise. Ids are made by the client (uuid), so a retry is harmless.
 */
export function rowChanges<S extends z.ZodRawShape>(fields: z.ZodObject<S>) {
  return z.object({ changes: z.array(rowChange(fields)).min(1).max(2_000) });
}

function rowChange<S extends z.ZodRawShape>(fields: z.ZodObject<S>) {
  const set = Object.fromEntries(Object.entries(fields.shape).map(([name, value]) => [name, z.object({ from: z.unknown().optional(), to: value as z.ZodType }).optional()]));
  return z.discriminatedUnion('type', [
    z.object({ type: z.literal('insert'), id: idField, afterId: idField.nullish(), fields: fields.partial().strict() }),
    z.object({ type: z.literal('update'), id: idField, set: z.object(set).strict() }),
    z.object({ type: z.literal('delete'), id: idField }),
    /** `afterId` null moves the row to the top. */
    z.object({ type: z.literal('move'), id: idField, afterId: idField.nullable() }),
  ]);
}

export const rowOutcomes = z.object({
  outcomes: z.array(z.object({
    id: idField,
    /** `gone`: someone has deleted the row meanwhile. */
    status: z.enum(['ok', 'gone', 'conflict']),
    conflicts: z.array(z.object({ field: z.string(), current: z.unknown(), by: z.string().nullable() })),
  })),
});
export type RowOutcomes = z.output<typeof rowOutcomes>;

/** The wire's changes with their field names loosened, as the shared engine handles them. */
export type RowChange =
  | { readonly type: 'insert'; readonly id: string; readonly afterId?: string | null | undefined; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly type: 'update'; readonly id: string; readonly set: Readonly<Record<string, { readonly from?: unknown; readonly to: unknown } | undefined>> }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly afterId: string | null };
