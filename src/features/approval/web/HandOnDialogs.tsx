import { useId } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { addStep, transferApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import css from './decision.module.css';
import { useColleagues } from './people.ts';
import { useAfterwards } from './useAfterwards.ts';

interface DialogOf {
  readonly approval: ApprovalDetail;
  readonly onClose: () => void;
}

/** Codes that are about the chosen person. */
const PERSON_PROBLEMS = { 'approval.own_request': 'toId', 'approval.person_gone': 'toId', 'approval.already_asked': 'toId' } as const;

/** The open step goes to another person, who decides it instead. */
export function TransferDialog({ approval, onClose }: DialogOf) {
  const words = useMessages(approvalDecisionMessages);
  const { nameOf } = useColleagues(approval.requestedById);
  const transfer = useAction(transferApproval);
  const afterwards = useAfterwards(approval);
  const form = useForm({
    initial: { toId: '', words: '' },
    check: ({ toId }) => ({ toId: toId ? undefined : words.personMissing }),
    problemFields: PERSON_PROBLEMS,
    submit: async (body) => {
      await transfer.mutateAsync({ params: { approvalId: approval.id }, body });
      await afterwards(words.transferred(nameOf(body.toId)));
    },
  });
  return <HandOn approval={approval} form={form} onClose={onClose} title={words.transferTitle} verb={words.transfer} to={words.transferTo}><p>{words.transferText}</p></HandOn>;
}

/** 加签: one more person, before or after the one who adds them. */
export function AddStepDialog({ approval, onClose }: DialogOf) {
  const words = useMessages(approvalDecisionMessages);
  const { nameOf } = useColleagues(approval.requestedById);
  const add = useAction(addStep);
  const afterwards = useAfterwards(approval);
  const form = useForm({
    initial: { toId: '', words: '', when: 'before' as 'before' | 'after' },
    check: ({ toId }) => ({ toId: toId ? undefined : words.personMissing }),
    problemFields: PERSON_PROBLEMS,
    submit: async (body) => {
      await add.mutateAsync({ params: { approvalId: approval.id }, body });
      await afterwards(words.added(nameOf(body.toId)));
    },
  });
  const chosen = form.values.when;
  return (
    <HandOn approval={approval} form={form} onClose={onClose} title={words.addTitle} verb={words.add} to={words.addTo}>
      <fieldset className={css['when']}>
        <legend>{words.when}</legend>
        {(['before', 'after'] as const).map((when) => (
          <label key={when} data-chosen={chosen === when || undefined}>
            <input type="radio" name="when" value={when} checked={chosen === when} onChange={() => form.set({ when })} />
            <span>{words[when]}<small>{when === 'before' ? words.beforeText : words.afterText}</small></span>
          </label>
        ))}
      </fieldset>
    </HandOn>
  );
}

interface HandOnProps<T> extends DialogOf {
  readonly form: FormState<T>;
  readonly title: string;
  readonly verb: string;
  readonly to: string;
  readonly children: ReactNode;
}

function HandOn<T extends { readonly toId: string; readonly words: string }>({ approval, form, onClose, title, verb, to, children }: HandOnProps<T>) {
  const words = useMessages(approvalDecisionMessages);
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const { choices, meId, failed } = useColleagues(approval.requestedById);
  return (
    <Dialog open title={title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{verb}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        {failed ? <Banner tone="warn">{words.noPeople}</Banner> : null}
        <Combobox label={to} required placeholder={words.person} choices={choices.filter((choice) => choice.value !== meId)} {...form.field('toId')} />
        {children}
        <TextAreaField label={words.note} hint={words.noteHint} rows={2} maxLength={1000} {...form.field('words')} />
      </Form>
    </Dialog>
  );
}
