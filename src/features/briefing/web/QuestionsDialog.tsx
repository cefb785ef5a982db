import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { saveQuestions, type Briefing, type KeptQuestion } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { QuestionFields } from './QuestionFields.tsx';
import type { BriefingFacts } from './useBriefing.ts';

const MOST = 20;
const blank = (): KeptQuestion => ({ id: crypto.randomUUID(), group: null, question: '', choices: ['', ''], answer: 0, reason: '' });
const keptOf = ({ id, group, question, choices, answer, reason }: NonNullable<Briefing['questions']>[number]): KeptQuestion => ({ id, group, question, choices, answer, reason });

/** The whole list of questions, saved at once. */
export function QuestionsDialog({ campaignId, briefing, questions, onClose }: BriefingFacts & { readonly questions: NonNullable<Briefing['questions']>; readonly onClose: () => void }) {
  const [revision] = useState(briefing.revision);
  const words = useMessages(briefingWebMessages).editor;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const save = useAction(saveQuestions);
  const id = useId();
  const form = useForm({
    initial: { questions: questions.length > 0 ? questions.map(keptOf) : [blank()] },
    submit: async (values) => {
      await save.mutateAsync({ params: { campaignId }, body: { questions: values.questions, revision } });
      toast.show({ text: words.saved });
    },
  });
  const list = form.values.questions;
  const change = (index: number, question: KeptQuestion) => form.set({ questions: list.map((one, place) => (place === index ? question : one)) });
  return (
    <Dialog open wide title={words.dialog} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.save}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        <p className={css['quiet']}>{words.max}{words.keep}</p>
        {list.map((question, index) => (
          <QuestionFields key={question.id} question={question} index={index} onChange={(next) => change(index, next)} onRemove={() => form.set({ questions: list.filter((_, place) => place !== index) })} />
        ))}
        {list.length < MOST ? <div><Button icon="add" onClick={() => form.set({ questions: [...list, blank()] })}>{words.add}</Button></div> : null}
      </Form>
    </Dialog>
  );
}
