import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { JsonValue, ReadCell, ReadTable } from '#features/reading/reading.contract.ts';
import { nearestGroup } from '#features/team/team.owner.rules.ts';
import type { Adopted } from './document.contract.ts';
import { JOIN, ofRole, ROLE_LETTERS, ROLE_WORDS, WORKS_WITH } from './document.team.vocabulary.ts';

type Team = Adopted['team'];
export type AreaFields = Team['areas'][number];

/** What a table of duties says of one group; `group` is null while its name fits none of the five. */
export interface FoundDuty {
  readonly named: string;
  readonly group: TeamGroup | null;
  readonly duties: string;
  readonly worksWith: string;
}

/** A person that a table of duties names. */
export interface FoundMember {
  readonly name: string;
  readonly named: string;
  readonly group: TeamGroup | null;
}

const textOf = (cell: ReadCell | undefined): string => (cell && !/^[-—–―/\s]*$/.test(cell.text) ? cell.text.trim() : '');

/** 职责 and 协作方式 stand in one cell of our own export, the second behind its mark. */
function splitDuties(text: string): { duties: string; worksWith: string } {
  const found = WORKS_WITH.exec(text);
  if (!found) return { duties: text, worksWith: '' };
  return { duties: text.slice(0, found.index).trim(), worksWith: text.slice(found.index + found[0].length).trim() };
}

/** The people's names in a cell that was read as people: no roles, no groups. */
function namesIn(value: JsonValue | undefined): string[] {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) return [];
  if (Array.isArray(value['people'])) return value['people'].flatMap((one) => namesIn(one));
  return value['kind'] === 'person' && typeof value['name'] === 'string' ? [value['name']] : [];
}

/** Which group a row speaks of: its own column, else what its role is nearest to. */
function groupText({ cells }: ReadTable['rows'][number]): string {
  return textOf(cells['group']) || textOf(cells['role']);
}

interface Said {
  readonly named: string;
  readonly role: string;
  readonly people: string;
  readonly duties: string;
  readonly worksWith: string;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

/** Whose a line of duties is, where a group has several: by role, else by name; nothing where neither tells them apart. */
function labelOf({ role, named, people }: Said, rows: readonly Said[]): string {
  const tells = (of: (row: Said) => string): boolean => new Set(rows.map(of)).size > 1 && rows.every((row) => of(row) !== '');
  if (tells((row) => row.role || row.named)) return role || named;
  return tells((row) => row.people) ? people : '';
}

/** The duties of a table, group by group. Where roles or people of a group have duties of their own, each is a line that begins with them. */
export function dutiesOf(table: ReadTable): readonly FoundDuty[] {
  const said = table.rows.map((row): Said => ({ named: groupText(row), role: textOf(row.cells['role']), people: textOf(row.cells['people']), ...splitDuties(textOf(row.cells['duty'])) }));
  const byGroup = Map.groupBy(said.filter((one) => one.named !== '' && (one.duties !== '' || one.worksWith !== '')), (one) => nearestGroup(one.named) ?? one.named);
  const found = [...byGroup.values()].map((rows): FoundDuty => {
    const named = rows[0]?.named ?? '';
    const areSeveral = unique(rows.map((row) => row.duties)).length > 1;
    const lines = unique(rows.map((row) => {
      const label = areSeveral && row.duties !== '' ? labelOf(row, rows) : '';
      return label === '' ? row.duties : ofRole(label, row.duties);
    }));
    return { named, group: nearestGroup(named) ?? null, duties: lines.join('\n').slice(0, 1_000), worksWith: unique(rows.map((row) => row.worksWith)).join('\n').slice(0, 500) };
  });
  const place = ({ group }: FoundDuty): number => (group === null ? TEAM_GROUPS.length : TEAM_GROUPS.indexOf(group));
  return found.toSorted((a, b) => place(a) - place(b));
}

/** The people of a table with the group that their row names; each once a group. */
export function membersOf(table: ReadTable): readonly FoundMember[] {
  const found = new Map<string, FoundMember>();
  for (const row of table.rows) {
    const named = groupText(row);
    for (const name of [...namesIn(row.cells['leader']?.value), ...namesIn(row.cells['people']?.value)]) {
      const group = nearestGroup(named) ?? null;
      found.set(`${name} ${group ?? named}`, { name, named, group });
    }
  }
  return [...found.values()];
}

/** The letters that a cell of a matrix holds. */
function lettersIn(cell: ReadCell | undefined): readonly string[] {
  const text = textOf(cell).normalize('NFKC');
  if (ROLE_LETTERS.test(text)) return [...text.toUpperCase()].filter((letter) => 'RACI'.includes(letter));
  return ROLE_WORDS.filter(([word]) => word.test(text)).map(([, letter]) => letter);
}

/** A matrix with a column for each group or person as R, A, C and I; empty when its cells hold other things. */
function matrixOf(table: ReadTable): readonly AreaFields[] {
  const owners = table.fields.flatMap((field, place) => (field.startsWith('other:') ? [{ field, name: (table.headers[place] ?? '').trim() }] : []));
  const rows = table.rows.map(({ cells }) => {
    const of = (letter: string): string => owners.filter(({ field }) => lettersIn(cells[field]).includes(letter)).map(({ name }) => name).join(JOIN).slice(0, 100);
    return { area: textOf(cells['area']).slice(0, 60), responsible: of('R'), accountable: of('A'), consulted: of('C'), informed: of('I'), note: textOf(cells['note']).slice(0, 500) };
  });
  return rows.some((row) => row.responsible !== '' || row.accountable !== '') ? rows : [];
}

/** A table of R, A, C, I as rows of 责任分工: with the names under the letters, or the letters under the names. */
export function areasOf(table: ReadTable): readonly AreaFields[] {
  const cut = (cell: ReadCell | undefined, maximum: number): string => textOf(cell).slice(0, maximum);
  const rows = table.fields.includes('responsible') ? table.rows.map(({ cells }) => ({
    area: cut(cells['area'], 60), responsible: cut(cells['responsible'], 100), accountable: cut(cells['accountable'], 100), consulted: cut(cells['consulted'], 100), informed: cut(cells['informed'], 100), note: cut(cells['note'], 500),
  })) : matrixOf(table);
  return rows.filter((row) => row.area !== '');
}
