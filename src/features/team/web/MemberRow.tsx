import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { IconButton } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { absenceWebMessages } from '../team.absence.web.messages.ts';
import type { Absence, Member } from '../team.contract.ts';
import { teamMessages } from '../team.messages.ts';
import { teamWebMessages } from '../team.web.messages.ts';
import { isStandInAway } from '../team.workload.rules.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import css from './team.module.css';

interface MemberRowProps {
  readonly member: Member;
  /** Of the whole team. */
  readonly absences: readonly Absence[];
  readonly canEnterAbsence: boolean;
  readonly onRemove: (() => void) | undefined;
}

/** “10月16日–18日休假，由张三代”, and for the one who stands in “10月16日–18日代王芳”. */
function AbsenceMarks({ member, absences, onOpen }: Pick<MemberRowProps, 'member' | 'absences'> & { readonly onOpen: (absence: Absence) => void }) {
  const words = useMessages(absenceWebMessages);
  const formats = useFormats();
  const own = absences.filter((absence) => absence.userId === member.userId);
  const others = absences.filter((absence) => absence.standInId === member.userId);
  if (own.length + others.length === 0) return null;
  return (
    <span className={css['marks']}>
      {own.map((absence) => {
        const away = absence.standInName !== null && isStandInAway(absence, absences) ? ` · ${words.standInAway(absence.standInName)}` : '';
        const text = `${words.mark(formats.days(absence.fromOn, absence.toOn), absence.standInName)}${away}`;
        return <small key={absence.id} className={css['away']}><Icon name="calendar" size={12} />{absence.can.change ? <button type="button" onClick={() => onOpen(absence)}>{text}</button> : text}</small>;
      })}
      {others.map((absence) => <small key={absence.id} className={css['standsIn']}><Icon name="swap" size={12} />{words.standsIn(formats.days(absence.fromOn, absence.toOn), absence.name)}</small>)}
    </span>
  );
}

/** One member of a group: who, how busy, when away. */
export function MemberRow({ member, absences, canEnterAbsence, onRemove }: MemberRowProps) {
  const words = useMessages(teamWebMessages);
  const away = useMessages(absenceWebMessages);
  const { groups } = useMessages(teamMessages);
  const [open, setOpen] = useState<Absence | 'new'>();
  const { name, tasks, tasksDone } = member;
  const role = [member.title, member.departmentName].filter(Boolean).join(' · ');
  return (
    <li className={css['member']}>
      <span className={css['face']} aria-hidden="true">{[...name][0]}</span>
      <span className={css['who']}>
        <b>{name}</b>
        {role ? <small>{role}</small> : null}
      </span>
      <span className={css['work']} title={words.tasksTitle(tasksDone, tasks)}>
        {tasks > 0 ? <><small>{words.tasks(tasksDone, tasks)}</small><Progress label={name} value={tasksDone / tasks} tone={tasksDone === tasks ? 'jade' : 'indigo'} /></> : <small>{words.noTasks}</small>}
      </span>
      {canEnterAbsence ? <IconButton small icon="calendar" label={away.enterFor(name)} onClick={() => setOpen('new')} /> : null}
      {onRemove ? <IconButton small icon="close" label={words.remove(name, groups[member.group])} onClick={onRemove} /> : null}
      <AbsenceMarks member={member} absences={absences} onOpen={setOpen} />
      {open ? <AbsenceDialog whose={[{ userId: member.userId, name }]} absence={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
    </li>
  );
}
