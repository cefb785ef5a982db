import { normalize } from './reading.normal.rules.ts';
import { readPeople } from './reading.people.rules.ts';

const isObject = (value: unknown): value is { readonly kind?: unknown } => value !== null && typeof value === 'object' && !Array.isArray(value);
/** Who a heading names: `策划组`, `总负责人`, `市场部`, `陈婧`; undefined for other words. */
function ownerKind(header: string): string | undefined {
  const { value } = readPeople(header);
  return isObject(value) && typeof value.kind === 'string' && value.kind !== 'none' && value.kind !== 'several' ? value.kind : undefined;
}

/**
 * The fields of a matrix of responsibilities with a column for each group or person and a letter in its cells (`工作事项 | 总负责人 | 策划组 | 执行组`):
 * the area, and `other:<who>` for the rest. `known` answers the field of a heading that is no owner (area, number, note), `isTaken` whether a heading
 * has a meaning of its own in other tables. Undefined for other headings.
 */
export function matrixFields(headers: readonly string[], known: (header: string) => string | undefined, isTaken: (header: string) => boolean): string[] | undefined {
  const fields = headers.map((header) => known(header));
  const owners = headers.filter((_, place) => fields[place] === undefined);
  if (owners.length < 2 || owners.some(isTaken) || fields.filter((field) => field === 'area').length !== 1) return undefined;
  const kinds = owners.map((header) => ownerKind(header));
  const firm = kinds.filter((kind) => kind === 'group' || kind === 'role' || kind === 'department').length;
  if (firm < 2 || kinds.includes(undefined) || new Set(owners).size !== owners.length) return undefined;
  return fields.map((field, place) => field ?? `other:${normalize(headers[place] ?? '')}`);
}
