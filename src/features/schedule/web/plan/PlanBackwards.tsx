import { useMemo, useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { chosenAtFirst, latestPlaces, type LatestPlace } from '../../plan/schedule.latest.rules.ts';
import { scheduleConflictMessages } from '../../conflicts/schedule.conflict.web.messages.ts';
import type { listSchedule, Task } from '../../schedule.contract.ts';
import { scheduleCalendar } from '../../plan/schedule.leave.rules.ts';
import { worksBy } from '../../times/schedule.when.rules.ts';
import { useMoves } from '../useMoves.ts';
import css from './backwards.module.css';

interface Props {
  readonly campaign: Campaign;
  readonly schedule: OutputOf<typeof listSchedule>;
}

function Place({ place, task, chosen, onChoose }: { readonly place: LatestPlace; readonly task: Task; readonly chosen: boolean; readonly onChoose: (chosen: boolean) => void }) {
  const words = useMessages(scheduleConflictMessages).backwards;
  const formats = useFormats();
  const now = task.startOn || task.endOn ? formats.days(task.startOn ?? task.endOn, task.endOn ?? task.startOn) : words.unknown;
  return (
    <tr>
      <td className={css['tick']}><input type="checkbox" aria-label={words.choose(task.title)} checked={chosen} disabled={place.start === null} onChange={(event) => onChoose(event.target.checked)} /></td>
      <th scope="row">{task.title}</th>
      <td data-label={words.now}>{now}</td>
      <td data-label={words.latest}>{place.start === null ? words.until(formats.day(place.end)) : formats.days(place.start, place.end)}</td>
      <td data-label={words.spare} className={place.spare !== null && place.spare < 0 ? css['late'] : ''}>{place.spare === null ? words.undated : words.days(place.spare, place.unit)}</td>
    </tr>
  );
}

function Backwards({ campaign, schedule, onClose }: Props & { readonly onClose: () => void }) {
  const words = useMessages(scheduleConflictMessages).backwards;
  const { cancel } = useMessages(webMessages);
  const formats = useFormats();
  const { tasks, calendar, leave } = schedule;
  const places = useMemo(() => latestPlaces(tasks, campaign, scheduleCalendar({ calendar, tasks, leave })), [tasks, campaign, calendar, leave]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenAtFirst(places)));
  const [busy, setBusy] = useState(false);
  const move = useMoves(campaign, tasks, worksBy(calendar));
  const placed = places.flatMap((place) => (place.start === null ? [] : [{ ...place, start: place.start }]));
  const tight = chosenAtFirst(places).length;
  const apply = () => {
    setBusy(true);
    void move(placed.filter(({ id }) => chosen.has(id)).map(({ id, start, end }) => ({ id, to: { startOn: start, endOn: end } }))).finally(onClose);
  };
  const choose = (id: string, isChosen: boolean) => setChosen((now) => new Set(isChosen ? [...now, id] : [...now].filter((other) => other !== id)));
  const isAll = placed.length > 0 && placed.every(({ id }) => chosen.has(id));
  return (
    <Dialog open wide title={words.title} onClose={onClose} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" busy={busy} disabled={chosen.size === 0} onClick={apply}>{words.apply(chosen.size)}</Button></>}>
      {places.length === 0 ? <EmptyState title={words.empty}>{words.emptyText}</EmptyState> : (
        <>
          <p className={css['lead']}>{words.lead(formats.day(campaign.eventFrom))}<strong>{tight > 0 ? words.tight(tight) : words.fine}</strong></p>
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col" className={css['tick']}><input type="checkbox" aria-label={words.all} checked={isAll} onChange={(event) => setChosen(new Set(event.target.checked ? placed.map(({ id }) => id) : []))} /></th>
                <th scope="col">{words.task}</th><th scope="col">{words.now}</th><th scope="col">{words.latest}</th><th scope="col">{words.spare}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place) => {
                const task = tasks.find(({ id }) => id === place.id);
                return task ? <Place key={place.id} place={place} task={task} chosen={chosen.has(place.id)} onChoose={(isChosen) => choose(place.id, isChosen)} /> : null;
              })}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}

/** 从 D 日倒排: the latest dates that still hold D-day, looked at before any of them is taken. Only where there is a D-day and who may plan. */
export function PlanBackwards({ campaign, schedule }: Props) {
  const words = useMessages(scheduleConflictMessages).backwards;
  const [open, setOpen] = useState(false);
  if (campaign.eventFrom === null || !schedule.can.write) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.action}</Button>
      {open ? <Backwards campaign={campaign} schedule={schedule} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
