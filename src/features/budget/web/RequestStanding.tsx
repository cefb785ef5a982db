import { Fragment, useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { MoneyBar, type MoneyShare } from '#platform/web/ui/Marks.tsx';
import type { Budget } from '../budget.contract.ts';
import { isOrder, type DraftVerdict, type WayOut } from '../budget.draft.rules.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { nameLines, requestCode } from '../budget.order.rules.ts';
import type { RequestValues } from './useRequestDraft.ts';
import css from './request.module.css';

type Verdict = DraftVerdict<Budget['waiting'][number]>;

interface StandingProps {
  readonly values: RequestValues;
  readonly amountCents: number | undefined;
  readonly verdict: Verdict | undefined;
  readonly budget: Budget;
  readonly onTake: (way: WayOut) => Promise<void>;
}

/** How many of the waiting requests, and of the lines that could give, are named. */
const NAMED = 3;
const GIVERS = 2;

/** Free now, free after, or by how much it exceeds. */
function Sentence({ values, amountCents, verdict, budget }: Omit<StandingProps, 'onTake' | 'verdict'> & { readonly verdict: Verdict }) {
  const words = useMessages(draftWebMessages).standing;
  const formats = useFormats();
  const names = nameLines(budget.lines);
  const { freeCents, afterCents, exceedsCents, toFreeCents, toAfterCents } = verdict;
  const free = words.free(names.get(values.lineId) ?? '', formats.money(freeCents));
  if (amountCents === undefined) return <p>{free}{words.full}</p>;
  const order = isOrder({ kind: values.kind, toLineId: values.toLineId || null });
  const after = values.kind === 'supplement' ? words.afterPlus : order || values.kind === 'cut' ? words.after : words.afterMove;
  return (
    <>
      <p>{free}{words.comma}{exceedsCents > 0 ? <em>{words.exceeds(formats.money(exceedsCents))}</em> : after(formats.money(afterCents))}</p>
      {toFreeCents !== null && toAfterCents !== null && exceedsCents === 0 ? <p>{words.to(names.get(values.toLineId) ?? '', formats.money(toFreeCents), formats.money(toAfterCents))}</p> : null}
    </>
  );
}

/** The line as a picture: what is gone, what is bound, this request, what is left or too much. */
function Picture({ values, amountCents = 0, verdict, budget }: Omit<StandingProps, 'onTake' | 'verdict'> & { readonly verdict: Verdict }) {
  const words = useMessages(draftWebMessages).standing;
  const balance = budget.lines.find(({ id }) => id === values.lineId)?.balance;
  if (!balance || values.kind === 'supplement') return null;
  const { exceedsCents } = verdict;
  const parts: readonly MoneyShare[] = [
    { label: words.spent, cents: balance.spentCents, tone: 'indigo' },
    { label: words.committed, cents: balance.committedCents, tone: 'indigo2' },
    { label: words.reserved, cents: balance.reservedCents, tone: 'indigo3' },
    { label: words.asked, cents: amountCents - exceedsCents, tone: 'amber' },
    { label: words.over, cents: exceedsCents, tone: 'rose' },
    { label: words.left, cents: balance.freeCents - amountCents + exceedsCents, tone: 'rest' },
  ];
  return <MoneyBar label={words.bar} totalCents={balance.allocatedCents} parts={parts.filter(({ cents }) => cents > 0)} />;
}

/** Who else waits on the line: the money that is already taken off. */
function Waiting({ verdict }: { readonly verdict: Verdict }) {
  const words = useMessages(draftWebMessages).standing;
  const formats = useFormats();
  const { waiting, waitingCents } = verdict;
  if (waiting.length === 0) return null;
  return (
    <div className={css['waiting']}>
      <p>{words.waiting(waiting.length, formats.money(waitingCents))}</p>
      <ul>
        {waiting.slice(0, NAMED).map((one) => <li key={one.id}><span>{words.holder(requestCode(one.number), one.purpose, one.requestedBy)}</span><b>{formats.money(one.amountCents)}</b></li>)}
        {waiting.length > NAMED ? <li>{words.more(waiting.length - NAMED)}</li> : null}
      </ul>
    </div>
  );
}

function useWayText(values: RequestValues, budget: Budget) {
  const words = useMessages(draftWebMessages).ways;
  const formats = useFormats();
  const names = nameLines(budget.lines);
  const order = isOrder({ kind: values.kind, toLineId: values.toLineId || null });
  return (way: WayOut): { readonly label: string; readonly hint: string } => {
    const amount = formats.money(way.amountCents);
    switch (way.way) {
      case 'smaller':
        return { label: words.smaller(amount), hint: words.smallerHint };
      case 'transfer':
        return { label: words.transfer(names.get(way.lineId) ?? '', amount), hint: order ? words.free(words.transferFirst, formats.money(way.freeCents)) : formats.money(way.freeCents) };
      case 'reserve':
        return { label: words.reserve(amount), hint: words.free(order ? words.reserveFirst : words.reserveHint, formats.money(way.freeCents)) };
      case 'supplement':
        return { label: words.supplement(amount), hint: order ? words.supplementFirst : words.supplementHint };
    }
  };
}

function Ways({ values, verdict, budget, onTake }: Omit<StandingProps, 'verdict'> & { readonly verdict: Verdict }) {
  const words = useMessages(draftWebMessages).ways;
  const text = useWayText(values, budget);
  const [all, setAll] = useState(false);
  const [taking, setTaking] = useState(false);
  const givers = verdict.ways.filter(({ way }) => way === 'transfer');
  const hidden = all ? [] : givers.slice(GIVERS);
  const shown = verdict.ways.filter((way) => !hidden.includes(way));
  const lastGiver = shown.findLast(({ way }) => way === 'transfer');
  const take = async (way: WayOut) => {
    if (taking) return;
    setTaking(true);
    await onTake(way);
    setTaking(false);
  };
  return (
    <div className={css['ways']}>
      <h3>{words.title}</h3>
      {shown.map((way) => {
        const { label, hint } = text(way);
        return (
          <Fragment key={`${way.way}-${'lineId' in way ? way.lineId : ''}`}>
            <button type="button" className={css['way']} aria-disabled={taking || undefined} onClick={() => void take(way)}>
              <span><b>{label}</b><small>{hint}</small></span>
              <Icon name="right" />
            </button>
            {hidden.length > 0 && way === lastGiver ? <button type="button" className={css['more']} onClick={() => setAll(true)}>{words.all(hidden.length)}</button> : null}
          </Fragment>
        );
      })}
    </div>
  );
}

/** What the draft does to its line, while it is typed, and what can be done when it is too much. Others' requests change it live. */
export function RequestStanding({ verdict, ...props }: StandingProps) {
  const words = useMessages(draftWebMessages).standing;
  if (!verdict) return <div className={css['card']}><p className={css['quiet']}>{words.empty}</p></div>;
  return (
    <div className={`${css['card']} ${verdict.exceedsCents > 0 ? css['over'] : ''}`}>
      <div className={css['said']} role="status"><Sentence {...props} verdict={verdict} /></div>
      <Picture {...props} verdict={verdict} />
      <Waiting verdict={verdict} />
      {verdict.exceedsCents > 0 ? <Ways {...props} verdict={verdict} /> : null}
    </div>
  );
}
