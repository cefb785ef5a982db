import { useState } from 'react';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { writeDuties, type GroupDuty } from '../team.contract.ts';
import { divisionWebMessages } from '../team.division.web.messages.ts';
import { teamMessages } from '../team.messages.ts';
import { standardTeamMessages } from '../team.standard.messages.ts';
import css from './team.module.css';

type Conflict = OutputOf<typeof writeDuties>['conflicts'][number];

/** Writes both texts of a group. What someone else has changed meanwhile is shown; saving again puts this text in its place, knowingly. */
function DutyForm({ campaignId, duty, start, onClose }: { readonly campaignId: string; readonly duty: GroupDuty; readonly start: Pick<GroupDuty, 'duties' | 'worksWith'>; readonly onClose: () => void }) {
  const words = useMessages(divisionWebMessages).duties;
  const { groups } = useMessages(teamMessages);
  const toast = useToast();
  const write = useAction(writeDuties);
  const [seen, setSeen] = useState<Pick<GroupDuty, 'duties' | 'worksWith'>>(duty);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const form = useForm({
    initial: { duties: start.duties, worksWith: start.worksWith },
    submit: async ({ duties, worksWith }) => {
      const answer = await write.mutateAsync({ params: { campaignId }, body: { groups: [{ group: duty.group, duties: { from: seen.duties, to: duties }, worksWith: { from: seen.worksWith, to: worksWith } }] } });
      setConflicts(answer.conflicts);
      if (answer.conflicts.length > 0) {
        // What was not in conflict is written; the rest is seen now.
        setSeen({ duties, worksWith, ...Object.fromEntries(answer.conflicts.map(({ field, current }) => [field, current])) });
        return;
      }
      toast.show({ text: words.saved(groups[duty.group]) });
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={words.save} onCancel={onClose}>
      {conflicts.map(({ field, current, by }) => <Banner key={field} tone="warn">{words.conflict(by ?? words.someone)}<p className={css['theirs']}><small>{words.theirs}</small>{current}</p></Banner>)}
      <TextAreaField label={words.title} hint={words.dutiesHint} rows={4} maxLength={1000} {...form.field('duties')} />
      <TextAreaField label={words.worksWith} hint={words.worksWithHint} rows={2} maxLength={500} {...form.field('worksWith')} />
    </Form>
  );
}

/** What a group does and how it works with the others (P3.2): written, or the standard's suggestion for those who may write it. */
export function DutyText({ campaignId, duty, canDivide }: { readonly campaignId: string; readonly duty: GroupDuty; readonly canDivide: boolean }) {
  const words = useMessages(divisionWebMessages).duties;
  const labels = useMessages(teamMessages);
  const standard = useMessages(standardTeamMessages);
  const [editing, setEditing] = useState(false);
  const { group } = duty;
  const isWritten = duty.duties !== '' || duty.worksWith !== '';
  const suggestion = { duties: standard.duties[group], worksWith: standard.worksWith[group] };
  if (editing) return <div className={css['dutyForm']}><DutyForm campaignId={campaignId} duty={duty} start={isWritten ? duty : suggestion} onClose={() => setEditing(false)} /></div>;
  if (!canDivide && !isWritten) return <p className={css['duty']}>{labels.duties[group]}</p>;
  const shown = isWritten ? duty : suggestion;
  return (
    <div className={`${css['duties']} ${isWritten ? '' : css['suggested']}`}>
      {isWritten ? null : <small className={css['suggestion']}>{words.suggested}</small>}
      {shown.duties === '' ? null : <p>{shown.duties}</p>}
      {shown.worksWith === '' ? null : <p className={css['worksWith']}><b>{words.worksWith}</b>{shown.worksWith}</p>}
      {canDivide ? <div className={css['dutyActs']}>{isWritten ? <IconButton small icon="edit" label={words.edit(labels.groups[group])} onClick={() => setEditing(true)} /> : <Button kind="quiet" small icon="edit" aria-label={words.writeFor(labels.groups[group])} onClick={() => setEditing(true)}>{words.write}</Button>}</div> : null}
    </div>
  );
}
