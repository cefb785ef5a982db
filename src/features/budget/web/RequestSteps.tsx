import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { ORDER_STEPS, orderStep, type OrderStep } from '../budget.order.rules.ts';
import type { RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import css from './request.module.css';

/** 申请 → 执行 → 核销 → 结清, with the day or the amount of each. */
export function RequestSteps({ request }: { readonly request: RequestDetail }) {
  const { page: { steps, stepText }, states } = useMessages(requestWebMessages);
  const formats = useFormats();
  const zone = useTimeZone();
  const day = (at: string) => formats.day(dayIn(zone, new Date(at)));
  const { state, submittedAt, decidedAt } = request;
  const running = state === 'approved' || state === 'closed';
  const current = orderStep(request);
  const at = state === 'closed' ? ORDER_STEPS.length : ORDER_STEPS.indexOf(current);
  const texts: Readonly<Record<OrderStep, string>> = {
    ask: state === 'submitted' ? stepText.inApproval : submittedAt && running ? stepText.asked(day(submittedAt)) : states[state],
    execute: running && decidedAt ? stepText.approved(day(decidedAt)) : '',
    settle: running ? stepText.settled(formats.amount(request.spentCents), formats.amount(request.amountCents)) : '',
    close: state === 'closed' ? stepText.closed : '',
  };
  return (
    <ol className={css['steps']} aria-label={steps.label}>
      {ORDER_STEPS.map((step, index) => (
        <li key={step} data-state={index < at ? 'done' : index === at ? 'now' : undefined} aria-current={index === at ? 'step' : undefined}>
          <i aria-hidden="true">{index < at ? <Icon name="check" size={12} /> : index + 1}</i>
          <span><b>{steps[step]}</b><small>{texts[step] || (index > at ? stepText.notYet : '')}</small></span>
        </li>
      ))}
    </ol>
  );
}
