import { useMemo } from 'react';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { AREA_ROLES, areaFindings, type AreaFinding } from '../team.area.rules.ts';
import { editAreas, listAreas, type Area, type Member } from '../team.contract.ts';
import { divisionWebMessages } from '../team.division.web.messages.ts';
import { teamMessages } from '../team.messages.ts';
import { peopleOf } from '../team.owner.rules.ts';
import { standardTeamMessages } from '../team.standard.messages.ts';
import css from './team.module.css';

const FIELDS = ['area', ...AREA_ROLES, 'note'];
const newRow = () => ({ area: '', responsible: '', accountable: '', consulted: '', informed: '', note: '' });

function useColumns(members: readonly Member[], areas: readonly Area[], readOnly: boolean): readonly GridColumn<Area>[] {
  const words = useMessages(divisionWebMessages).areas;
  const { groups } = useMessages(teamMessages);
  return useMemo(() => {
    const { columns } = words;
    const team = peopleOf(members);
    const titles = new Map(members.map((member) => [member.userId, member.title]));
    const owners: Choice[] = [
      ...TEAM_GROUPS.map((group) => ({ value: group, label: groups[group], hint: words.groupHint })),
      { value: 'everyone', label: words.everyone, hint: words.everyoneHint },
      ...team.map(({ userId, name }) => ({ value: userId, label: name, hint: titles.get(userId) ?? '' })),
    ];
    const findings = areaFindings(areas, team);
    const tell = ({ fault, names }: AreaFinding): string => words.faults[fault](names.join(words.several));
    return [
      { field: 'area', title: columns.area, kind: 'text', required: true, width: 200, maxLength: 60, readOnly, card: 'title' },
      ...AREA_ROLES.map((role): GridColumn<Area> => ({
        field: role, title: columns[role], kind: 'person', maxLength: 100, readOnly, blank: '', choices: owners, several: words.several,
        question: (_, row) => findings.filter((one) => one.areaId === row.id && one.role === role && one.fault !== 'empty_group').map(tell).join(' ') || undefined,
      })),
      { field: 'note', title: columns.note, kind: 'text', width: 180, maxLength: 500, readOnly, blank: '' },
    ];
  }, [words, groups, members, areas, readOnly]);
}

function Findings({ areas, members }: { readonly areas: readonly Area[]; readonly members: readonly Member[] }) {
  const words = useMessages(divisionWebMessages).areas;
  const findings = areaFindings(areas, peopleOf(members));
  if (areas.length === 0) return null;
  // A group without people stands in nearly every area: said once, or a new campaign begins with a page of the same sentence.
  const vacant = findings.filter((one) => one.fault === 'empty_group');
  const own = findings.filter((one) => one.fault !== 'empty_group');
  if (findings.length === 0) return <p className={css['allRight']}>{words.allRight(areas.length)}</p>;
  return (
    <div className={css['findings']}>
      <p>{words.found(areas.length, own.length + (vacant.length > 0 ? 1 : 0))}</p>
      <ul>
        {vacant.length > 0 ? <li key="vacant">{words.vacant([...new Set(vacant.flatMap((one) => one.names))].join(words.several), new Set(vacant.map((one) => one.areaId)).size)}</li> : null}
        {own.map((one) => <li key={`${one.areaId} ${one.role} ${one.fault}`}><b>{one.area}</b>{words.faults[one.fault](one.names.join(words.several))}</li>)}
      </ul>
    </div>
  );
}

function AreasGrid({ campaignId, areas, members, canWrite }: { readonly campaignId: string; readonly areas: readonly Area[]; readonly members: readonly Member[]; readonly canWrite: boolean }) {
  const words = useMessages(divisionWebMessages).areas;
  const standard = useMessages(standardTeamMessages);
  const toast = useToast();
  const columns = useColumns(members, areas, !canWrite);
  const save = useRowsOperation(editAreas, campaignId, FIELDS);
  const edit = useAction(editAreas);
  const adopt = async () => {
    try {
      await edit.mutateAsync({ params: { campaignId }, body: { changes: standard.areas.map((fields) => ({ type: 'insert' as const, id: crypto.randomUUID(), fields })) } });
      toast.show({ text: words.adopted(standard.areas.length) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return (
    <>
      {areas.length === 0 ? (
        <Section>
          <EmptyState
            title={words.none} preview={<ul className={css['preview']}>{words.preview.map((line) => <li key={line}>{line}</li>)}</ul>}
            actions={canWrite ? <Button kind="primary" busy={edit.isPending} onClick={() => void adopt()}>{words.adopt}</Button> : undefined}
          >
            {canWrite ? words.noneText : words.noneReadOnly}
          </EmptyState>
        </Section>
      ) : <Findings areas={areas} members={members} />}
      {areas.length === 0 && !canWrite ? null : (
        <Section bare title={words.title}>
          <Grid<Area> label={words.title} rows={areas} columns={columns} onChange={save} readOnly={!canWrite} newRow={newRow} rowNumber={words.number} />
          <p className={css['hint']}>{words.legend}</p>
        </Section>
      )}
    </>
  );
}

/** 责任分工: who is R, A, C and I for which work (P3.2). */
export function AreasPanel({ campaignId, members }: { readonly campaignId: string; readonly members: readonly Member[] }) {
  const query = useOperation(listAreas, { params: { campaignId } });
  return <Loaded query={query} lines={6}>{({ areas, can }) => <AreasGrid campaignId={campaignId} areas={areas} members={members} canWrite={can.write} />}</Loaded>;
}
