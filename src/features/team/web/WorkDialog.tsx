import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { WorkloadFacts } from '../team.contract.ts';
import { shared, type Load, type PersonLoad } from '../team.workload.rules.ts';
import { workloadWebMessages } from '../team.workload.web.messages.ts';
import css from './workload.module.css';

/** What one person has to do in one week. */
export function WorkDialog({ campaignId, facts, load, week, onClose }: { readonly campaignId: string; readonly facts: WorkloadFacts; readonly load: PersonLoad; readonly week: Load; readonly onClose: () => void }) {
  const words = useMessages(workloadWebMessages).dialog;
  const formats = useFormats();
  const tasks = facts.tasks.filter((task) => week.taskIds.includes(task.id));
  const absences = facts.absences.filter((absence) => absence.userId === load.person.userId && shared(absence, week));
  return (
    <Dialog open title={words.title(load.person.name, formats.days(week.fromOn, week.toOn))} onClose={onClose} footer={<><LinkButton to={`/campaigns/${campaignId}/schedule`}>{words.schedule}</LinkButton><Button kind="primary" onClick={onClose}>{words.close}</Button></>}>
      {absences.map((absence) => <p key={absence.id} className={css['awayLine']}>{words.away(formats.days(absence.fromOn, absence.toOn))}</p>)}
      {tasks.length === 0 ? <p>{words.none}</p> : (
        <ul className={css['tasks']}>
          {tasks.map((task) => (
            <li key={task.id}>
              <b>{task.title}</b>
              <span>{[formats.days(task.startOn ?? task.endOn, task.endOn ?? task.startOn), task.dueTime, task.ownerText].filter(Boolean).join(' · ')}</span>
              {task.done ? <StateTag tone="done">{words.done}</StateTag> : null}
            </li>
          ))}
        </ul>
      )}
      {week.elsewhere > 0 ? <p className={css['unit']}>{words.elsewhere(week.elsewhere)}</p> : null}
    </Dialog>
  );
}
