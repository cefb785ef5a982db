import { useRef } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useLeaveGuard, useNavigate } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { Budget } from '../budget.contract.ts';
import { takeWay, type WayOut } from '../budget.draft.rules.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { nameLines, requestCode } from '../budget.order.rules.ts';
import type { RequestDetail } from '../budget.request.contract.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { AskedFields, GoalFields, KindField } from './RequestFields.tsx';
import { Questions } from './RequestQuestions.tsx';
import { RequestRoute } from './RequestRoute.tsx';
import { RequestStanding } from './RequestStanding.tsx';
import { draftAddress, type DraftSession } from './useDraftSession.ts';
import { useRequestDraft, type RequestDraft } from './useRequestDraft.ts';
import css from './request.module.css';

export interface RequestFormProps {
  readonly campaign: Campaign;
  readonly budget: Budget;
  readonly request: RequestDetail | null;
  readonly session: DraftSession;
}

const FORM = 'budget-request';

/** Asks before typed input is lost. */
function LeaveQuestion({ mayLose }: { readonly mayLose: () => boolean }) {
  const words = useMessages(draftWebMessages).leave;
  const { asking, leave, stay } = useLeaveGuard(mayLose);
  return (
    <Dialog open={asking} title={words.title} onClose={stay} footer={<><Button onClick={leave}>{words.leave}</Button><Button kind="primary" onClick={stay}>{words.stay}</Button></>}>
      <p>{words.text}</p>
    </Dialog>
  );
}

function useSaving({ campaign, session }: RequestFormProps, draft: RequestDraft, free: { current: boolean }) {
  const words = useMessages(draftWebMessages);
  const navigate = useNavigate();
  const toast = useToast();
  const waiting = session.start['for'];
  return {
    async submit() {
      const saved = await draft.save('submit');
      if (!saved) return;
      free.current = true;
      toast.show({ text: words.submitted(requestCode(saved.number)) });
      navigate(`/campaigns/${campaign.id}/budget/requests/${saved.id}${waiting ? `?for=${waiting}` : ''}`);
    },
    async keep() {
      const saved = await draft.save('draft');
      if (!saved) return undefined;
      toast.show({ text: words.saved(requestCode(saved.number)), key: 'draft' });
      navigate(draftAddress(campaign.id, { draft: saved.id }), { replace: true });
      return saved;
    },
  };
}

/** An order that exceeds is kept as a draft while what brings the money is asked for; anything else becomes the way that is taken. */
function useWays({ campaign, budget }: RequestFormProps, draft: RequestDraft) {
  const words = useMessages(draftWebMessages).ways;
  const navigate = useNavigate();
  const toast = useToast();
  const { form, amountCents = 0, save } = draft;
  const { values } = form;
  return async (way: WayOut) => {
    const { instead, draft: next } = takeWay({ kind: values.kind, lineId: values.lineId, toLineId: values.toLineId || null, amountCents }, way);
    if (instead) {
      form.set({ kind: next.kind, lineId: next.lineId, toLineId: next.toLineId ?? '', amount: formatAmount(next.amountCents) });
      return;
    }
    const kept = await save('draft');
    if (!kept) return;
    toast.show({ text: words.kept(requestCode(kept.number)), key: 'draft' });
    // Back leads to the draft, not to an empty form.
    navigate(draftAddress(campaign.id, { draft: kept.id }), { replace: true });
    const name = nameLines(budget.lines).get(values.lineId) ?? '';
    navigate(draftAddress(campaign.id, { kind: next.kind, line: next.lineId, toLine: next.toLineId, amount: next.amountCents, purpose: words.purpose(name, values.purpose).slice(0, 500), for: kept.id }));
  };
}

/** The form on the left, what it does to the money beside it; on a phone that stands right under the amount. */
export function RequestForm(props: RequestFormProps) {
  const { campaign, budget, request, session } = props;
  const words = useMessages(draftWebMessages);
  const locale = useLocale();
  const draft = useRequestDraft({ campaignId: campaign.id, session, budget, request });
  const { form, questions, verdict, saving } = draft;
  const free = useRef(false);
  const { submit, keep } = useSaving(props, draft, free);
  const take = useWays(props, draft);
  const waiting = session.start['for'];
  const ask = { ...form, submit: async () => { await submit(); return false; } };
  return (
    <>
      {waiting ? <Banner tone="doing" action={<LinkButton small to={draftAddress(campaign.id, { draft: waiting })}>{words.ways.toDraft}</LinkButton>}>{words.ways.first}</Banner> : null}
      <Form form={{ ...ask, problem: undefined }} formId={FORM}>
        <div className={css['layout']}>
          <div className={css['sheet']}>
            <KindField draft={draft} budget={budget} />
            <GoalFields draft={draft} budget={budget} />
          </div>
          <aside className={css['standing']} aria-label={words.standing.title}>
            <RequestStanding values={form.values} amountCents={draft.amountCents} verdict={verdict} budget={budget} onTake={take} />
            <RequestRoute campaign={campaign} budget={budget} values={form.values} amountCents={draft.amountCents} />
          </aside>
          <div className={`${css['sheet']} ${css['rest']}`}>
            <AskedFields draft={draft} campaignId={campaign.id} />
            <Questions questions={questions} field={form.field('explanation')} />
            {form.problem ? <Banner tone="late">{problemText(form.problem, locale)}</Banner> : null}
            <div className={css['bar']} data-thumb>
              <Button busy={saving === 'draft'} onClick={() => void keep()}>{words.save}</Button>
              <Button kind="primary" type="submit" form={FORM} busy={saving === 'submit'}>{questions.length > 0 ? words.submitAnyway : words.submit}</Button>
            </div>
          </div>
        </div>
      </Form>
      <LeaveQuestion mayLose={() => form.dirty && !free.current} />
    </>
  );
}
