import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Briefing } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { QuestionsDialog } from './QuestionsDialog.tsx';
import type { BriefingFacts } from './useBriefing.ts';

/** For the lead: the questions, how they were answered, and their editor. */
export function QuestionsSection({ questions, ...facts }: BriefingFacts & { readonly questions: NonNullable<Briefing['questions']> }) {
  const words = useMessages(briefingWebMessages).editor;
  const [open, setOpen] = useState(false);
  return (
    <Section title={words.title} actions={questions.length > 0 ? <Button kind="quiet" small icon="edit" onClick={() => setOpen(true)}>{words.edit}</Button> : null}>
      {questions.length === 0 ? <><p className={css['quiet']}>{words.none}</p><div className={css['acts']}><Button onClick={() => setOpen(true)}>{words.set}</Button></div></> : (
        <ol className={css['results']}>
          {questions.map((question) => (
            <li key={question.id}>
              <p>{question.question}</p>
              <small>{words.result(question.right, question.wrong)}</small>
              {question.said.length > 0 ? <details><summary>{words.said}</summary><ul>{question.said.map((one) => <li key={one.name}><b>{one.name}</b> {one.words}</li>)}</ul></details> : null}
            </li>
          ))}
        </ol>
      )}
      {open ? <QuestionsDialog {...facts} questions={questions} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
