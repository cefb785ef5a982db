import { memo } from 'react';
import { dayIn, daysBetween } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { dueOf } from '../approval.list.rules.ts';
import { approvalListMessages } from '../approval.list.web.messages.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './list.module.css';
import type { ListRow } from './row.ts';
import { useWho } from './useWho.ts';

export interface ApprovalLineProps {
  readonly approval: ListRow;
  readonly tab: 'waiting' | 'requested' | 'handled';
  readonly today: Day;
  readonly timeZone: string;
  /** Undefined: it cannot be selected. */
  readonly chosen: boolean | undefined;
  readonly onToggle: (id: string) => void;
}

const tones = { approved: 'done', returned: 'late', withdrawn: 'off' } as const;

/** One request: what, how much, who, how old, which step; the facts of a request for money on one line. */
export const ApprovalLine = memo(function ApprovalLine({ approval, tab, today, timeZone, chosen, onToggle }: ApprovalLineProps) {
  const words = useMessages(approvalListMessages);
  const { seal } = useMessages(approvalWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  const { title, campaignName, amountCents, forName } = approval;
  const age = words.age(Math.max(0, daysBetween(dayIn(timeZone, new Date(approval.requestedAt)), today)));
  return (
    <li data-chosen={chosen || undefined}>
      {chosen === undefined ? null : <label className={css['pick']}><input type="checkbox" aria-label={words.select(title)} checked={chosen} onChange={() => onToggle(approval.id)} /></label>}
      <Link to={`/approvals/${approval.id}`} className={css['line']}>
        <span className={css['what']}>
          <b>{title}</b> <span className={css['kind']}>{approval.facts && approval.version === 1 ? kinds[approval.kind] : seal.version(kinds[approval.kind], approval.version)}</span>
          {forName ? <> <span className={css['behalf']}>{words.onBehalf(forName)}</span></> : null}
        </span>
        <span className={css['amount']}>{amountCents === null ? null : formats.money(amountCents)}</span>
        <LineFacts approval={approval} />
        <small className={css['meta']}>{[title === campaignName ? '' : campaignName, words.asked(approval.requestedBy, age)].filter(Boolean).join(' · ')}</small>
        <LineState approval={approval} today={today} showWho={tab !== 'waiting'} />
      </Link>
    </li>
  );
});

function LineFacts({ approval: { kind, facts, decision } }: { readonly approval: ListRow }) {
  const words = useMessages(approvalListMessages).facts;
  const formats = useFormats();
  if (!facts) return null;
  const { line, toLine, payee, freeAfterCents } = facts;
  const where = toLine ? `${line} → ${toLine}` : line;
  // As it was when it was asked, and said so; a change of the budget says its own on its page.
  const after = decision !== null || freeAfterCents === null || kind === 'budget' ? '' : freeAfterCents < 0 ? words.over(formats.money(-freeAfterCents)) : words.after(formats.money(freeAfterCents));
  return <span className={css['facts']}><span>{[where, payee].filter(Boolean).join(' · ')}</span>{after ? <span data-exceeds={(freeAfterCents ?? 0) < 0 || undefined}>{` · ${after}`}</span> : null}</span>;
}

function LineState({ approval, today, showWho }: { readonly approval: ListRow; readonly today: Day; readonly showWho: boolean }) {
  const words = useMessages(approvalListMessages);
  const { decisions } = useMessages(approvalMessages);
  const formats = useFormats();
  const who = useWho();
  const { decision, step, decidedBy, decidedAt } = approval;
  if (decision) return <span className={css['state']} title={words.decided(decisions[decision], decidedBy ?? '', formats.dateTime(decidedAt))}><StateTag tone={tones[decision]}>{decisions[decision]}</StateTag></span>;
  if (!step) return <span className={css['state']} />;
  const due = dueOf(step.dueOn, today);
  return (
    <span className={css['state']}>
      <span>{words.step(step.number, step.count, step.name)}</span>
      {showWho ? <span>{words.waitsFor(who.list(step.who))}</span> : null}
      {due ? <span className={css['due']} data-due={due.state}>{due.state === 'late' ? <><Icon name="late" size={12} />{words.due.late(due.days, formats.day(due.on))}</> : due.state === 'later' ? words.due.later(formats.day(due.on)) : words.due[due.state]}</span> : null}
    </span>
  );
}
