import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Menu, type MenuItem } from '#platform/web/ui/Menu.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { listApprovals, type ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import { byUrgency } from '../approval.list.rules.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { COMMENT_ID } from './ApprovalRecord.tsx';
import css from './decision.module.css';
import { AddStepDialog, TransferDialog } from './HandOnDialogs.tsx';
import { ReturnDialog, WithdrawDialog } from './TakeBackDialogs.tsx';
import { useWho } from './useWho.ts';

type Act = 'approve' | 'return' | 'transfer' | 'add' | 'withdraw';

/** What can be done with the request, at the thumb on a phone; or who decided, when, and why. */
export function Decision({ approval }: { readonly approval: ApprovalDetail }) {
  const [act, setAct] = useState<Act | undefined>();
  const close = () => setAct(undefined);
  const { can, decision, step } = approval;
  const open = decision === null;
  return (
    <>
      {decision ? <Made approval={approval} decision={decision} /> : <Standing approval={approval} />}
      {open ? <Bar approval={approval} onAct={setAct} /> : null}
      {can.decide && step ? null : <NextOne approval={approval} />}
      {/* One at a time; each brings its own form, so that what was typed in one never shows in another. */}
      {act === 'approve' ? <ApproveDialog approval={approval} onClose={close} /> : null}
      {act === 'return' ? <ReturnDialog approval={approval} onClose={close} /> : null}
      {act === 'withdraw' ? <WithdrawDialog approval={approval} onClose={close} /> : null}
      {act === 'transfer' ? <TransferDialog approval={approval} onClose={close} /> : null}
      {act === 'add' ? <AddStepDialog approval={approval} onClose={close} /> : null}
    </>
  );
}

function Made({ approval: { decidedBy, decidedAt, reason }, decision }: { readonly approval: ApprovalDetail; readonly decision: NonNullable<ApprovalDetail['decision']> }) {
  const words = useMessages(approvalDecisionMessages);
  const formats = useFormats();
  const tone = decision === 'approved' ? 'done' : decision === 'returned' ? 'warn' : 'plain';
  return <Banner tone={tone}>{words.made[decision](decidedBy ?? '', formats.dateTime(decidedAt))}{reason ? ` ${words.reasonWas(reason)}` : null}</Banner>;
}

/** Whose turn it is; on whose behalf the reader would decide. */
function Standing({ approval: { can, forName, step, requestedById } }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages);
  const who = useWho();
  const me = useOperation(getMe, {}).data;
  if (can.decide) return forName ? <Banner tone="doing">{words.onBehalf(forName)}</Banner> : null;
  if (!step) return null;
  const yours = can.withdraw && me?.id === requestedById;
  return <Banner tone="doing">{words.waiting(who.list(step.who))}{yours ? ` ${words.yours}` : null}</Banner>;
}

function Bar({ approval: { can }, onAct }: { readonly approval: ApprovalDetail; readonly onAct: (act: Act) => void }) {
  const words = useMessages(approvalDecisionMessages);
  const { more } = useMessages(webMessages);
  const comment = () => {
    const box = document.getElementById(COMMENT_ID);
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
  };
  const item = (key: Act, icon: NonNullable<MenuItem['icon']>): MenuItem => ({ key, label: words[key], icon, onSelect: () => onAct(key) });
  // Whoever decides returns it, with a reason.
  const withdraws = can.withdraw && !can.decide;
  const items: readonly MenuItem[] = [
    ...(can.handOn ? [item('transfer', 'swap')] : []),
    ...(can.decide ? [item('add', 'add')] : []),
    ...(can.comment ? [{ key: 'comment', label: words.comment, icon: 'comment' as const, onSelect: comment }] : []),
  ];
  if (!can.decide && !can.withdraw && !can.handOn) return null;
  return (
    <div className={css['bar']} data-thumb role="group" aria-label={words.bar}>
      {withdraws ? <Button onClick={() => onAct('withdraw')}>{words.withdraw}</Button> : null}
      {can.decide ? <><Button onClick={() => onAct('return')}>{words.return}</Button><Button kind="primary" onClick={() => onAct('approve')}>{words.approve}</Button></> : null}
      {items.length > 0 ? <Menu label={more} icon="more" items={items} /> : null}
    </div>
  );
}

/** The way on, so that ten requests are ten times two taps and no way back through the list. */
function NextOne({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages);
  const waiting = byUrgency(useOperation(listApprovals, {}).data?.waiting ?? []).filter((row) => row.id !== approval.id);
  const [next] = waiting;
  return next ? <p className={css['next']}><Link to={`/approvals/${next.id}`}>{words.next(waiting.length)}</Link></p> : null;
}
