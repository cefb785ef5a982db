import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { writeOffice } from './office.ts';
import { plainText } from './plain.text.ts';
import { headingOf, type Cell, type Column, type SheetShape, type TableHeading } from './tables.ts';
import { teamWriteMessages } from './team.write.messages.ts';

/** One member of a group as 分工表 has them; `work` and `standIn` as they are printed. */
export type TeamRow = { group: TeamGroup; name: string; role: string; work: string; standIn: string };
export type AreaRow = { area: string; responsible: string; accountable: string; consulted: string; informed: string; note: string };
export type TeamTable = TableHeading & {
  duties: readonly { group: TeamGroup; duties: string; worksWith: string }[];
  members: readonly TeamRow[];
  areas: readonly AreaRow[];
};

const text = (value: string): Cell => ({ kind: 'text', text: plainText(value) });
const orDash = (value: string): Cell => text(value.trim() === '' ? '-' : value);
const columnsOf = (headings: readonly string[], widths: readonly number[], shares: readonly number[]): Column[] =>
  headings.map((heading, index) => ({ heading, width: widths[index] ?? 12, share: shares[index] ?? 5, align: 'left', kind: 'text' }));

/** 分工表: the cells of a group and of its duties span its members; a group without any keeps its row. */
export function shapeTeam({ duties, members, locale }: Pick<TeamTable, 'duties' | 'members' | 'locale'>): SheetShape {
  const words = teamWriteMessages[locale];
  const { groups } = teamMessages[locale];
  const rows = TEAM_GROUPS.flatMap((group) => {
    const own = members.filter((member) => member.group === group);
    const shown = own.length > 0 ? own : [{ group, name: '', role: '', work: '', standIn: '' }];
    const duty = duties.find((one) => one.group === group);
    const said = [duty?.duties ?? '', duty?.worksWith ? `${words.worksWith}${duty.worksWith}` : ''].filter((part) => part !== '').join('\n');
    const spanning = (value: string, index: number): Cell => (index > 0 ? { kind: 'covered' } : { kind: 'spanning', text: plainText(value), rows: shown.length });
    return shown.map((member, index): readonly Cell[] => [
      spanning(groups[group], index), spanning(said === '' ? '-' : said, index), orDash(member.name), orDash(member.role), orDash(member.work), orDash(member.standIn), text('-'),
    ]);
  });
  return { name: words.sheet, titled: words.titled, columns: columnsOf(words.headings, [13, 46, 12, 16, 34, 20, 16], [5, 15, 5, 6, 11, 6.5, 4.5]), rows };
}

/** 责任分工矩阵. */
export function shapeAreas({ areas, locale }: Pick<TeamTable, 'areas' | 'locale'>): SheetShape {
  const words = teamWriteMessages[locale];
  const columns = columnsOf(words.areaHeadings, [7, 28, 22, 18, 24, 24, 26], [3, 10, 8, 7, 8, 8, 8]);
  return {
    name: words.areasSheet,
    titled: words.areasTitled,
    columns: columns.map((column, index) => (index === 0 ? { ...column, align: 'center', kind: 'number' } : column)),
    rows: areas.map((row, index) => [
      { kind: 'number', value: index + 1 }, text(row.area), orDash(row.responsible), orDash(row.accountable), orDash(row.consulted), orDash(row.informed), orDash(row.note),
    ]),
    notes: words.notes,
  };
}

/** 分工表 and the responsibilities as two sheets, or two tables of one Word document; the second only where there are any. */
export function writeTeam(format: 'xlsx' | 'docx', table: TeamTable): Promise<Buffer> {
  return writeOffice({ kind: format, heading: headingOf(table), shapes: [shapeTeam(table), ...(table.areas.length > 0 ? [shapeAreas(table)] : [])] });
}
