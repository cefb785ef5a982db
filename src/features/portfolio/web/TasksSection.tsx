import type { Task } from '#features/schedule/schedule.contract.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import type { TaskState } from '#features/schedule/schedule.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { StateTag, type Tone } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { dueTasks } from '../portfolio.overview.rules.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

const tones: Record<TaskState, Tone> = { open: 'plain', doing: 'doing', done: 'done', delayed: 'late', cancelled: 'off' };
const SHOWN = 6;

/** What is late, what belongs to today, and what starts within a week. */
export function TasksSection({ facts: { campaign, tasks, today } }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).tasks;
  const page = `/campaigns/${campaign.id}/schedule`;
  const due = dueTasks(tasks, today);
  const groups = (['late', 'today', 'soon'] as const).filter((group) => due[group].length > 0);
  if (tasks.length === 0) {
    return (
      <Section title={words.title}>
        <EmptyState title={words.empty} actions={campaign.can.writePlan ? <LinkButton to={page}>{words.write}</LinkButton> : null}>{words.emptyText}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={words.title} actions={<Link to={page}>{words.all}</Link>}>
      {groups.length === 0 ? <p className={css['owner']}>{words.none}</p> : null}
      {groups.map((group) => (
        <div key={group} className={css['tasks']}>
          <h3>{words[group]}</h3>
          <ul>{due[group].slice(0, SHOWN).map((task) => <TaskLine key={task.id} task={task} />)}</ul>
        </div>
      ))}
    </Section>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const formats = useFormats();
  const { states } = useMessages(scheduleMessages);
  return (
    <li>
      <time>{task.startOn || task.endOn ? formats.days(task.startOn, task.endOn) : task.whenText}{task.dueTime ? ` ${task.dueTime}` : ''}</time>
      <span>{task.title}</span>
      <span className={css['owner']}>{task.ownerText}</span>
      <span><StateTag tone={tones[task.effectiveState]}>{states[task.effectiveState]}</StateTag></span>
    </li>
  );
}
