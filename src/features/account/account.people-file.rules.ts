import type { OrgRole } from '#platform/shared/actor.ts';
import type { SourceDocument, SourceTable } from '#features/reading/reading.source.rules.ts';
import { PEOPLE_HEADINGS, ROLE_WORDS } from './account.people-file.vocabulary.ts';

export type PeopleQuestion = 'email' | 'duplicate' | 'taken' | 'name' | 'role';

export interface PeopleFileRow {
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly departmentName: string;
  readonly orgRole: OrgRole;
  readonly question: PeopleQuestion | null;
}

type Field = (typeof PEOPLE_HEADINGS)[number][0];
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const HEADING_ROWS = 10;

/** Which column holds what, from the first row that names an address and a name. */
function headingOf(table: SourceTable): { row: number; columns: ReadonlyMap<Field, number> } | undefined {
  for (const [row, cells] of table.rows.slice(0, HEADING_ROWS).entries()) {
    const columns = new Map<Field, number>();
    for (const [index, cell] of cells.entries()) {
      const field = PEOPLE_HEADINGS.find(([name, pattern]) => !columns.has(name) && pattern.test(cell.text))?.[0];
      if (field) columns.set(field, index);
    }
    if (columns.has('name') && columns.has('email')) return { row, columns };
  }
  return undefined;
}

function roleOf(text: string): OrgRole | undefined {
  return text === '' ? 'member' : ROLE_WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * Reads people out of the first table that names them. `taken` holds addresses that have an account. Undefined when no table does.
 * What could not be read of a row is its question; rows without a name and an address are left out and come back in `aside`.
 */
export function peopleOf(document: SourceDocument, taken: ReadonlySet<string>): { rows: PeopleFileRow[]; aside: string[] } | undefined {
  for (const block of document.blocks) {
    const heading = block.kind === 'table' ? headingOf(block) : undefined;
    if (block.kind !== 'table' || !heading) continue;
    const seen = new Set<string>();
    const rows: PeopleFileRow[] = [];
    const aside: string[] = [];
    for (const cells of block.rows.slice(heading.row + 1)) {
      const at = (field: Field): string => cells[heading.columns.get(field) ?? -1]?.text.trim() ?? '';
      const email = at('email').toLowerCase();
      const [name, role] = [at('name'), roleOf(at('role'))];
      const text = cells.map((cell) => cell.text.trim()).filter((part) => part !== '').join(' ');
      if (name === '' && email === '') {
        if (text !== '') aside.push(text);
        continue;
      }
      rows.push({ name: name.slice(0, 60), email, title: at('title').slice(0, 60), departmentName: at('department').slice(0, 60), orgRole: role ?? 'member', question: questionOf({ name, email, role }, seen, taken) });
      seen.add(email);
    }
    return { rows, aside };
  }
  return undefined;
}

function questionOf(row: { name: string; email: string; role: OrgRole | undefined }, seen: ReadonlySet<string>, taken: ReadonlySet<string>): PeopleQuestion | null {
  if (row.name === '') return 'name';
  if (!emailPattern.test(row.email)) return 'email';
  if (seen.has(row.email)) return 'duplicate';
  if (taken.has(row.email)) return 'taken';
  return row.role === undefined ? 'role' : null;
}
