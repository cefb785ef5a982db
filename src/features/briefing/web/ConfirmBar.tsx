import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { confirmBriefing } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { QUESTIONS_ID } from './QuestionCards.tsx';
import type { BriefingFacts } from './useBriefing.ts';

/** 已阅读并理解, at the thumb on a phone. While questions are open it leads to them. */
export function ConfirmBar({ campaignId, briefing, can }: BriefingFacts) {
  const words = useMessages(briefingWebMessages).confirm;
  const toast = useToast();
  const confirm = useAction(confirmBriefing);
  const open = briefing.mine?.questions.filter((question) => question.state === 'open').length ?? 0;
  const run = async () => {
    try {
      await confirm.mutateAsync({ params: { campaignId }, body: { briefingId: briefing.id } });
      toast.show({ text: words.done });
    } catch (error) {
      toast.showError(error);
    }
  };
  const toQuestions = () => {
    const box = document.getElementById(QUESTIONS_ID);
    box?.scrollIntoView({ block: 'start' });
    box?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)')?.focus({ preventScroll: true });
  };
  return (
    <div className={css['bar']} data-thumb role="group" aria-label={words.label}>
      <p>{open > 0 ? words.hintQuestions : can.hold ? words.hintLead : words.hint}</p>
      {open > 0 ? <Button kind="primary" onClick={toQuestions}>{words.questions(open)}</Button> : <Button kind="primary" icon="check" busy={confirm.isPending} onClick={() => void run()}>{words.action}</Button>}
    </div>
  );
}
