import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { answerQuestion, type AskedQuestion } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import type { BriefingFacts } from './useBriefing.ts';

export const QUESTIONS_ID = 'briefing-questions';

/** One card a question. A wrong answer shows the right one with its reason, and is asked again. */
export function QuestionCards({ campaignId, can, questions }: BriefingFacts & { readonly questions: readonly AskedQuestion[] }) {
  const words = useMessages(briefingWebMessages).questions;
  const left = questions.filter((question) => question.state === 'open').length;
  return (
    <div id={QUESTIONS_ID} className={css['questions']}>
      <Section title={words.title} actions={<small>{left > 0 ? words.open(left) : words.all}</small>}>
        <ol>{questions.map((question, index) => <li key={question.id}><Card campaignId={campaignId} question={question} index={index} answerable={can.confirm} /></li>)}</ol>
      </Section>
    </div>
  );
}

function Card({ campaignId, question, index, answerable }: { readonly campaignId: string; readonly question: AskedQuestion; readonly index: number; readonly answerable: boolean }) {
  const words = useMessages(briefingWebMessages).questions;
  const toast = useToast();
  const answer = useAction(answerQuestion);
  const [choice, setChoice] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [lacking, setLacking] = useState(false);
  const isChoice = question.choices.length > 0;
  const done = question.state === 'right';
  const send = async () => {
    const missing = isChoice ? choice === null : said.trim() === '';
    setLacking(missing);
    if (missing) return;
    try {
      const { right } = await answer.mutateAsync({ params: { campaignId, questionId: question.id }, body: { choice: isChoice ? choice : null, words: isChoice ? '' : said } });
      if (!right) setChoice(null);
    } catch (error) {
      toast.showError(error);
    }
  };
  const disabled = done || !answerable;
  return (
    <fieldset className={css['card']} data-done={done || undefined}>
      <legend><small>{words.number(index + 1)}</small>{question.question}</legend>
      {isChoice ? question.choices.map((text, place) => (
        <label key={text} data-chosen={(done ? question.answer === place : choice === place) || undefined}>
          <input type="radio" name={question.id} disabled={disabled} checked={done ? question.answer === place : choice === place} onChange={() => setChoice(place)} />
          {text}
        </label>
      )) : done ? null : <textarea aria-label={words.words} rows={3} maxLength={1000} disabled={disabled} value={said} onChange={(event) => setSaid(event.target.value)} />}
      <p role="status" className={css['result']}>
        {done ? <span className={css['right']}><Icon name="check" size={14} />{isChoice ? words.right(question.reason) : words.thanks}</span> : null}
        {!done && question.answer !== null ? <span className={css['wrong']}>{words.wrong(question.choices[question.answer] ?? '', question.reason)}</span> : null}
        {lacking && !done ? <span className={css['wrong']}>{isChoice ? words.choose : words.write}</span> : null}
      </p>
      {disabled ? null : <Button busy={answer.isPending} onClick={() => void send()}>{question.answer === null ? words.submit : words.again}</Button>}
    </fieldset>
  );
}
