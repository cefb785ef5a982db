import { useState } from 'react';
import { useLocale } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction } from '#platform/web/query.ts';
import { updateEvaluation, type Evaluation } from '../evaluation.contract.ts';

export type JudgementField = keyof Evaluation['judgement'];

interface Draft {
  /** What stood there when the person began to type. */
  readonly from: string;
  readonly text: string;
}

/**
 * One text that several people may write: it follows what is stored until this person types; then it is saved with what they
 * had seen, and what someone else has stored meanwhile comes back as `theirs` to be decided on.
 */
export function useJudgementDraft(campaignId: string, field: JudgementField, stored: string) {
  const locale = useLocale();
  const update = useAction(updateEvaluation);
  const [draft, setDraft] = useState<Draft | undefined>();
  const [theirs, setTheirs] = useState<string | undefined>();
  const [state, setState] = useState<'idle' | 'unsaved' | 'saving' | 'saved' | 'failed'>('idle');
  const [problem, setProblem] = useState('');

  const type = (text: string) => {
    setDraft((now) => ({ from: now?.from ?? stored, text }));
    setState('unsaved');
  };
  const send = async (wanted: Draft) => {
    setState('saving');
    try {
      const { conflicts } = await update.mutateAsync({ params: { campaignId }, body: { [field]: { from: wanted.from, to: wanted.text } } });
      const [conflict] = conflicts;
      setTheirs(conflict?.current);
      // What was typed while it was being saved stays, on top of what is stored now.
      setDraft((now) => (conflict || now === undefined ? now : now.text === wanted.text ? undefined : { from: wanted.text.trim(), text: now.text }));
      setState(conflict ? 'unsaved' : 'saved');
    } catch (error) {
      setProblem(problemText(error, locale));
      setState('failed');
    }
  };
  const save = async () => {
    if (!draft || theirs !== undefined) return;
    if (draft.text.trim() === draft.from) {
      setDraft(undefined);
      setState('idle');
    } else await send(draft);
  };
  const settle = async (choice: 'theirs' | 'mine' | 'both') => {
    if (theirs === undefined || !draft) return;
    setTheirs(undefined);
    if (choice === 'theirs') {
      setDraft(undefined);
      setState('idle');
      return;
    }
    const next: Draft = { from: theirs, text: choice === 'mine' ? draft.text : `${theirs}\n${draft.text}` };
    setDraft(next);
    await send(next);
  };
  return { text: draft?.text ?? stored, state, problem, theirs, type, save, settle };
}
