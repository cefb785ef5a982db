import type { RouteStep } from '../approval.route.rules.ts';
import { circled, type RouteWords } from './useRouteWords.ts';
import css from './routes.module.css';

/** `① 审核 总负责人 → ② 审批 财务`. */
export function RouteSteps({ steps, words }: { readonly steps: readonly RouteStep[]; readonly words: RouteWords }) {
  return (
    <ol className={css['steps']}>
      {steps.map((step, index) => {
        const terms = words.terms(step);
        return (
          <li key={index}>
            <span aria-hidden="true">{circled(index)}</span> {step.name} <b>{words.approver(step.approver)}</b>
            {terms ? <small>{terms}</small> : null}
          </li>
        );
      })}
    </ol>
  );
}
