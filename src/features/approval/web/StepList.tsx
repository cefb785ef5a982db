import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Icon, type IconName } from '#platform/web/ui/Icon.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import { dueOf } from '../approval.list.rules.ts';
import { deedsOf, type Act, type Step } from '../approval.step.rules.ts';
import css from './steps.module.css';
import { useToday } from './useToday.ts';
import { useWho } from './useWho.ts';

const marks: { readonly [S in Step['state']]: IconName | undefined } = { passed: 'check', returned: 'left', open: 'right', pending: undefined, dropped: undefined };

/** The way of the request: who passed it and when, whose turn it is and until when, who comes. */
export function StepList({ approval: { steps, acts } }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages).steps;
  return (
    <Section title={words.title}>
      <ol className={css['steps']}>
        {steps.map((step, index) => {
          const mark = marks[step.state];
          return (
            <li key={step.id} data-state={step.state} aria-current={step.state === 'open' ? 'step' : undefined}>
              <span className={css['mark']} aria-hidden="true">{mark ? <Icon name={mark} size={12} /> : index + 1}</span>
              <div>
                <b>{step.name}</b> <small className={css['state']}>{words.states[step.state]}</small>
                <StepFacts step={step} acts={acts} />
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function StepFacts({ step, acts }: { readonly step: Step; readonly acts: readonly Act[] }): ReactNode {
  const words = useMessages(approvalDecisionMessages).steps;
  const who = useWho();
  if (step.state === 'pending') {
    // One that was open before, and handed on: it comes back to whom it was handed.
    const handed = step.assignees.length > 0 ? acts.findLast((act) => act.kind === 'transferred' && act.step === step.name)?.to : undefined;
    return <p>{handed ?? who.approver(step.approver)}</p>;
  }
  const deeds = deedsOf(step, acts);
  const waiting = step.assignees.filter((one) => one.decidedAt === null);
  const sources = new Set(step.assignees.map((one) => one.source));
  return (
    <>
      {deeds.map((deed) => <Deed key={`${deed.at} ${deed.by ?? ''}`} deed={deed} />)}
      {step.state === 'open' && waiting.length > 0 ? <p className={css['turn']}>{who.list(waiting)}{step.mode === 'all' && step.assignees.length > 1 ? <small>{words.all(step.assignees.length - waiting.length, step.assignees.length)}</small> : null}</p> : null}
      {step.state === 'open' ? <StepDue step={step} /> : null}
      {sources.has('instead') ? <small>{words.instead}</small> : null}
      {step.state === 'open' && sources.has('transferred') ? <small>{words.transferred}</small> : null}
      {step.state === 'open' && sources.has('escalated') ? <small className={css['late']}>{words.escalated}</small> : null}
    </>
  );
}

function Deed({ deed }: { readonly deed: Act }) {
  const words = useMessages(approvalDecisionMessages).steps;
  const formats = useFormats();
  const at = formats.dateTime(deed.at);
  return <p>{deed.forName ? words.byFor(deed.by ?? '', deed.forName, at) : words.by(deed.by ?? '', at)}</p>;
}

function StepDue({ step }: { readonly step: Step }): ReactNode {
  const words = useMessages(approvalDecisionMessages).steps;
  const formats = useFormats();
  const { today } = useToday();
  const due = dueOf(step.dueOn, today);
  if (due === null) return null;
  const day = formats.day(due.on);
  if (due.state === 'late') return <p className={css['late']}><Icon name="late" size={12} /> {words.late(due.days, day)}</p>;
  return due.state === 'today' ? <p className={css['today']}>{words.dueToday}</p> : <small>{words.due(day)}</small>;
}
