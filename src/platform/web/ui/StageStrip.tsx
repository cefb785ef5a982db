import { Link } from '../navigation.tsx';
import { Icon } from './Icon.tsx';
import css from './StageStrip.module.css';

export interface StageStep {
  readonly key: string;
  readonly title: string;
  /** `9 / 9 项已完成`. */
  readonly detail?: string;
  readonly state: 'done' | 'now' | 'next';
  readonly to?: string;
}

/** The three parts of a campaign (S2) and where it stands. */
export function StageStrip({ label, steps }: { readonly label: string; readonly steps: readonly StageStep[] }) {
  return (
    <ol className={css['strip']} aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={css[step.state]} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.to ? <Link to={step.to}>{step.title}</Link> : step.title}
          {step.state === 'done' ? <Icon name="check" size={14} /> : null}
          {step.detail ? <small>{step.detail}</small> : null}
        </li>
      ))}
    </ol>
  );
}
