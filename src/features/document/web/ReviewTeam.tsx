import type { Person } from '#features/account/account.contract.ts';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { divisionWebMessages } from '#features/team/team.division.web.messages.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { ReviewedArea, ReviewedDuty, ReviewedMember } from '../document.team.review.rules.ts';
import type { ReviewState } from './useReview.ts';

interface TableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly onChange: ReturnType<ReviewState['change']>;
}

/** The duties that a document states, and the group that each goes to. */
export function ReviewDuties({ label, rows, onChange }: TableProps<ReviewedDuty>) {
  const { team, review } = useMessages(importWebMessages);
  const { groups } = useMessages(teamMessages);
  const columns: readonly GridColumn<ReviewedDuty>[] = [
    { field: 'named', title: team.named, kind: 'text', width: 150, readOnly: true, card: 'title' },
    { field: 'group', title: team.group, kind: 'choice', width: 130, choices: [...TEAM_GROUPS.map((value) => ({ value, label: groups[value] })), { value: '', label: review.leaveOut }] },
    { field: 'duties', title: team.duties, kind: 'text', maxLength: 1000 },
    { field: 'worksWith', title: team.worksWith, kind: 'text', maxLength: 500 },
  ];
  return <Grid<ReviewedDuty> label={label} rows={rows} columns={columns} onChange={onChange} canInsert={false} canDelete canMove={false} />;
}

/** The people whom a document names, matched with the company's by their names. */
export function ReviewMembers({ label, rows, onChange, people }: TableProps<ReviewedMember> & { readonly people: readonly Person[] }) {
  const { team, review } = useMessages(importWebMessages);
  const { groups } = useMessages(teamMessages);
  const nobody = { value: '', label: review.notJoin };
  const columns: readonly GridColumn<ReviewedMember>[] = [
    { field: 'name', title: team.name, kind: 'text', width: 160, readOnly: true, card: 'title' },
    { field: 'userId', title: team.person, kind: 'choice', choices: [nobody, ...people.map(({ id, name, title, departmentName, email }) => ({ value: id, label: name, hint: [title, departmentName].filter(Boolean).join(' · '), keywords: email }))] },
    { field: 'group', title: team.group, kind: 'choice', choices: [...TEAM_GROUPS.filter((group) => group !== 'lead').map((value) => ({ value, label: groups[value] })), nobody] },
  ];
  return <Grid<ReviewedMember> label={label} rows={rows} columns={columns} onChange={onChange} canInsert={false} canDelete canMove={false} />;
}

/** The responsibilities that a document states. */
export function ReviewAreas({ label, rows, onChange }: TableProps<ReviewedArea>) {
  const { columns: words, number } = useMessages(divisionWebMessages).areas;
  const columns: readonly GridColumn<ReviewedArea>[] = [
    { field: 'area', title: words.area, kind: 'text', width: 200, required: true, maxLength: 60, card: 'title' },
    ...(['responsible', 'accountable', 'consulted', 'informed'] as const).map((field): GridColumn<ReviewedArea> => ({ field, title: words[field], kind: 'text', maxLength: 100 })),
    { field: 'note', title: words.note, kind: 'text', width: 180, maxLength: 500 },
  ];
  return (
    <Grid<ReviewedArea>
      label={label} rows={rows} columns={columns} onChange={onChange} canInsert canDelete canMove rowNumber={number}
      newRow={() => ({ area: '', responsible: '', accountable: '', consulted: '', informed: '', note: '' })}
    />
  );
}
