import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { ReadTable } from '#features/reading/reading.contract.ts';
import { withText } from '#features/team/team.rules.ts';
import type { Adopted } from './document.contract.ts';
import type { PartFrame, Reviewed } from './document.review.value.ts';
import { areasOf, dutiesOf, membersOf, type AreaFields } from './document.team.rules.ts';

/** What a group of the document becomes; an empty `group` is left out. */
export type ReviewedDuty = Reviewed<{ readonly named: string; readonly group: TeamGroup | ''; readonly duties: string; readonly worksWith: string }>;
/** A person that the document names, and who of the company that is; an empty `group` or `userId` is left out. */
export type ReviewedMember = Reviewed<{ readonly name: string; readonly group: TeamGroup | ''; readonly userId: string }>;
export type ReviewedArea = Reviewed<AreaFields>;

export type TeamPart =
  | (PartFrame & { readonly kind: 'duties'; readonly rows: readonly ReviewedDuty[] })
  | (PartFrame & { readonly kind: 'members'; readonly rows: readonly ReviewedMember[] })
  | (PartFrame & { readonly kind: 'areas'; readonly rows: readonly ReviewedArea[] });

/** Who the names of a document may mean, and whether the reader may place people in the team. */
export interface Company {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly canStaff: boolean;
  /** Amounts then change by requests only: a budget is shown, and not proposed. */
  readonly isLedgerOpen?: boolean;
}

/** The one person of a name; two of one name are chosen by a person. */
function personNamed(name: string, people: Company['people']): string {
  const found = people.filter((person) => person.name === name);
  return found.length === 1 ? (found[0]?.id ?? '') : '';
}

/** A table of duties as what would be written: duties of groups, people, responsibilities. Empty when it says nothing that the team can hold. */
export function teamPartsOf(table: ReadTable, key: string, { people, canStaff }: Company): readonly TeamPart[] {
  const frame = { taken: true, table };
  if (table.kind === 'areas') {
    const rows = areasOf(table).map((row, index): ReviewedArea => ({ ...row, id: `${key}-${index}`, sources: {} }));
    return rows.length > 0 ? [{ ...frame, kind: 'areas', key, rows }] : [];
  }
  const duties = dutiesOf(table).map((duty, index): ReviewedDuty => ({ ...duty, group: duty.group ?? '', id: `${key}-duty-${index}`, sources: {} }));
  const members = canStaff ? membersOf(table).map(({ name, named, group }, index): ReviewedMember => ({
    name, group: group === 'lead' || group === null ? '' : group, userId: personNamed(name, people), id: `${key}-member-${index}`, sources: { group: { text: named, question: undefined } },
  })) : [];
  return [
    ...(duties.length > 0 ? [{ ...frame, kind: 'duties' as const, key: `${key}-duties`, rows: duties }] : []),
    ...(members.length > 0 ? [{ ...frame, kind: 'members' as const, key: `${key}-members`, rows: members }] : []),
  ];
}

/** What is sent of the team: rows of one group as one text, people who are matched and placed. */
export function adoptedTeam(parts: readonly TeamPart[]): Adopted['team'] {
  const duties = new Map<TeamGroup, Adopted['team']['duties'][number]>();
  const rows = parts.flatMap((part) => (part.kind === 'duties' ? part.rows : []));
  for (const { group, duties: text, worksWith } of rows) {
    if (group === '') continue;
    const known = duties.get(group);
    duties.set(group, { group, duties: withText(known?.duties ?? '', text).slice(0, 1_000), worksWith: withText(known?.worksWith ?? '', worksWith).slice(0, 500) });
  }
  return {
    duties: [...duties.values()],
    members: parts.flatMap((part) => (part.kind === 'members' ? part.rows : [])).flatMap(({ userId, group }) => (userId === '' || group === '' || group === 'lead' ? [] : [{ userId, group }])),
    areas: parts.flatMap((part) => (part.kind === 'areas' ? part.rows : [])).filter((row) => row.area !== '').map(({ area, responsible, accountable, consulted, informed, note }) => ({ area, responsible, accountable, consulted, informed, note })),
  };
}
