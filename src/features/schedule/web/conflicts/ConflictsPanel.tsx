import { useMemo, useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { getWorkload, type WorkloadFacts } from '#features/team/team.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { listResourceUses } from '../../conflicts/schedule.conflict.contract.ts';
import { conflictKey, type Conflict } from '../../conflicts/schedule.conflict.rules.ts';
import { scheduleConflictMessages } from '../../conflicts/schedule.conflict.web.messages.ts';
import type { listSchedule } from '../../schedule.contract.ts';
import { conflictsOf, levelAll, MOST_CONFLICTS, proposals, type LevelInput, type Proposal } from '../../conflicts/schedule.level.rules.ts';
import { scheduleCalendar } from '../../plan/schedule.leave.rules.ts';
import { worksBy } from '../../times/schedule.when.rules.ts';
import { ConflictRow } from './ConflictRow.tsx';
import { useMoves, type Move } from '../useMoves.ts';
import css from './conflicts.module.css';

interface Props {
  readonly campaign: Campaign;
  readonly schedule: OutputOf<typeof listSchedule>;
}

function useLevelInput({ campaign, schedule }: Props, people: WorkloadFacts, uses: OutputOf<typeof listResourceUses>['uses']): LevelInput {
  return useMemo(() => ({
    tasks: schedule.tasks, campaign, people,
    works: worksBy(schedule.calendar),
    calendar: scheduleCalendar(schedule),
    elsewhere: uses.map((use) => ({ ...use, parentId: null })),
  }), [campaign, schedule, people, uses]);
}

/** n 处冲突：场地与设备 n 处，人员 n 处。其中 n 处可以错开，不影响其他任务。 */
function Verdict({ conflicts, free }: { readonly conflicts: readonly Conflict[]; readonly free: number }) {
  const words = useMessages(scheduleConflictMessages);
  const count = (...kinds: readonly Conflict['kind'][]) => conflicts.filter(({ kind }) => kinds.includes(kind)).length;
  const [things, people, away] = [count('resource'), count('clash', 'elsewhere'), count('away')];
  const parts = [...(things > 0 ? [words.kinds.resource(things)] : []), ...(people > 0 ? [words.kinds.people(people)] : []), ...(away > 0 ? [words.kinds.away(away)] : [])];
  return <p className={css['verdict']} role="status"><em>{words.found(conflicts.length)}</em>{words.colon}{parts.join(words.join)}{free > 0 ? words.join + words.levelled(free) : null}{words.stop}</p>;
}

/** A proposal moves its task, and what would have to move with it. */
const movesOf = ({ taskId, to, cost }: Proposal): readonly Move[] => [{ id: taskId, to }, ...(cost?.changes.map((change) => ({ id: change.id, to: change.to })) ?? [])];

function Conflicts({ campaign, schedule, people, uses }: Props & { readonly people: WorkloadFacts; readonly uses: OutputOf<typeof listResourceUses>['uses'] }) {
  const words = useMessages(scheduleConflictMessages);
  const input = useLevelInput({ campaign, schedule }, people, uses);
  const conflicts = useMemo(() => conflictsOf(input), [input]);
  const proposed = useMemo(() => proposals(input), [input]);
  const move = useMoves(campaign, schedule.tasks, input.works);
  const [busy, setBusy] = useState(false);
  const free = [...proposed.values()].filter((proposal) => proposal.cost === null).length;
  const accept = (moves: readonly Move[]) => {
    setBusy(true);
    void move(moves).finally(() => setBusy(false));
  };
  const names = {
    task: (id: string) => schedule.tasks.find((task) => task.id === id),
    person: (id: string) => people.people.find((person) => person.userId === id)?.name ?? '',
  };
  if (conflicts.length === 0) return <Section title={words.title}><EmptyState title={words.none}>{words.noneText}</EmptyState></Section>;
  return (
    <Section title={words.title} actions={free > 1 && schedule.can.write ? <Button kind="primary" busy={busy} onClick={() => accept(levelAll(input).flatMap(movesOf))}>{words.acceptAll}</Button> : undefined}>
      <Verdict conflicts={conflicts} free={free} />
      <ul className={css['conflicts']}>
        {conflicts.slice(0, MOST_CONFLICTS).map((conflict) => {
          const key = conflictKey(conflict);
          return <ConflictRow key={key} conflict={conflict} proposal={proposed.get(key)} tasks={schedule.tasks} names={names} onAccept={schedule.can.write && !busy ? (proposal) => accept(movesOf(proposal)) : undefined} />;
        })}
      </ul>
      {conflicts.length > MOST_CONFLICTS ? <p className={css['more']}>{words.more(conflicts.length - MOST_CONFLICTS)}</p> : null}
    </Section>
  );
}

/** 冲突: people, venues and equipment in two places at once, here and across campaigns, and how a person may level them. */
export function ConflictsPanel({ campaign, schedule }: Props) {
  const query = together({
    people: useOperation(getWorkload, { params: { campaignId: campaign.id } }),
    resources: useOperation(listResourceUses, { params: { campaignId: campaign.id } }),
  });
  return <Loaded query={query} lines={6}>{({ people, resources }) => <Conflicts campaign={campaign} schedule={schedule} people={people} uses={resources.uses} />}</Loaded>;
}
