import type { getMe } from '#features/account/account.contract.ts';
import { isDay } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { readAnswers, readLength, readTarget, readTotal, type TypedAnswers } from '../playbook.answer.rules.ts';
import { createFromPlaybook, type Playbook } from '../playbook.contract.ts';
import { placeholdersOf } from '../playbook.use.rules.ts';
import { playbookWebMessages } from '../playbook.web.messages.ts';

export interface StartValues extends TypedAnswers {
  readonly name: string;
  readonly leadId: string;
  readonly departmentId: string;
}

/** The form that makes a campaign from a playbook; ends in its plan. */
export function useNewFromPlaybook(playbook: Playbook, me: OutputOf<typeof getMe>): FormState<StartValues> {
  const words = useMessages(playbookWebMessages).use;
  const create = useAction(createFromPlaybook);
  const navigate = useNavigate();
  const toast = useToast();
  const { content } = playbook;
  return useForm<StartValues>({
    initial: {
      name: '', eventFrom: '', length: String(content.period.eventDays), total: content.budget.totalCents > 0 ? String(content.budget.totalCents / 100) : '',
      leadId: me.id, departmentId: me.departmentId ?? '',
      targets: content.goals.map(({ target }) => (target === null ? '' : String(target))), words: Object.fromEntries(placeholdersOf(content).map((placeholder) => [placeholder, ''])),
    },
    check: ({ name, eventFrom, length, total, leadId, targets }) => ({
      name: name.trim() ? undefined : words.nameMissing,
      eventFrom: isDay(eventFrom) ? undefined : words.firstMissing,
      length: readLength(length) === undefined ? words.lengthWrong : undefined,
      total: readTotal(total) === undefined ? words.totalWrong : undefined,
      leadId: leadId ? undefined : words.leadUnknown,
      targets: targets.some((target) => readTarget(target) === undefined) ? words.targetWrong : undefined,
    }),
    problemFields: { 'campaign.person_unknown': 'leadId' },
    submit: async (values) => {
      const answers = readAnswers(values, content.period);
      if (!answers) return;
      const { id } = await create.mutateAsync({
        params: { playbookKey: playbook.playbook.key },
        body: { ...answers, targets: [...answers.targets], revision: playbook.playbook.revision, name: values.name, leadId: values.leadId || null, departmentId: values.departmentId || null, timeZone: me.timeZone },
      });
      navigate(`/campaigns/${id}/plan`);
      toast.show({ text: words.created(values.name) });
    },
  });
}
