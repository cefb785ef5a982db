import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import { STEPS_MAXIMUM } from '../approval.route.rules.ts';
import { STEP_NAMES } from '../approval.route.vocabulary.ts';
import { emptyStep, isDueDays, type StepDraft } from './route-draft.ts';
import css from './routes.module.css';

const NAMES_ID = 'step-names';

interface StepRowProps {
  readonly step: StepDraft;
  readonly index: number;
  readonly count: number;
  readonly choices: readonly Choice[];
  /** The form has been sent once: what is missing is marked. */
  readonly strict: boolean;
  readonly onChange: (part: Partial<StepDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function StepRow({ step, index, count, choices, strict, onChange, onMove, onRemove }: StepRowProps) {
  const words = useMessages(approvalRouteWebMessages).dialog;
  const bind = <K extends keyof StepDraft>(name: K) => ({ name: `${name}-${step.key}`, value: step[name], onChange: (value: string) => onChange({ [name]: value }), error: undefined });
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <fieldset className={css['step']} data-step={step.key} onKeyDownCapture={keys}>
      <legend>{words.step(index + 1)}</legend>
      <TextField label={words.name} required list={NAMES_ID} maxLength={30} {...bind('name')} error={strict && !step.name.trim() ? words.nameMissing : undefined} />
      <Combobox label={words.approver} required placeholder={words.approverPlaceholder} choices={choices} {...bind('approver')} error={strict && !step.approver ? words.approverMissing : undefined} />
      <SelectField label={words.mode} disabled={!step.approver.startsWith('role:')} choices={(['any', 'all'] as const).map((mode) => ({ value: mode, label: words.modes[mode] }))} {...bind('mode')} />
      <TextField label={words.dueDays} inputMode="numeric" placeholder={words.noDue} {...bind('dueDays')} error={isDueDays(step.dueDays) ? undefined : words.dueWrong} />
      <Combobox label={words.escalate} placeholder={words.nobody} disabled={step.dueDays.trim() === ''} choices={choices} {...bind('escalate')} />
      <div className={css['stepActs']}>
        <IconButton icon="up" label={words.up(index + 1)} disabled={index === 0} onClick={() => onMove(-1)} />
        <IconButton icon="down" label={words.down(index + 1)} disabled={index === count - 1} onClick={() => onMove(1)} />
        <IconButton icon="remove" label={words.remove(index + 1)} disabled={count === 1} onClick={onRemove} />
      </div>
    </fieldset>
  );
}

export interface StepEditorProps {
  readonly steps: readonly StepDraft[];
  readonly choices: readonly Choice[];
  readonly error: string | undefined;
  readonly onChange: (steps: readonly StepDraft[]) => void;
}

/** The ordered steps of a route: added, removed, moved by buttons or with Alt and the arrows. */
export function StepEditor({ steps, choices, error, onChange }: StepEditorProps) {
  const words = useMessages(approvalRouteWebMessages).dialog;
  const element = useRef<HTMLDivElement>(null);
  const change = (key: string, part: Partial<StepDraft>) => onChange(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const move = (key: string, by: -1 | 1) => {
    const at = steps.findIndex((step) => step.key === key);
    const [from, to] = [steps[at], steps[at + by]];
    if (!from || !to) return;
    const focused = document.activeElement;
    onChange(steps.map((step, index) => (index === at ? to : index === at + by ? from : step)));
    // A moved element loses the focus in some browsers: whoever moves a step goes on moving it.
    requestAnimationFrame(() => {
      if (focused instanceof HTMLButtonElement && focused.disabled) element.current?.querySelector<HTMLElement>(`[data-step="${key}"] input`)?.focus();
      else if (focused instanceof HTMLElement) focused.focus();
    });
  };
  return (
    <div ref={element} className={css['editor']}>
      <datalist id={NAMES_ID}>{Object.values(STEP_NAMES).map((name) => <option key={name} value={name} />)}</datalist>
      <div className={css['editorHead']}><h3>{words.steps}</h3><p>{words.stepsHint}</p></div>
      {steps.map((step, index) => (
        <StepRow
          key={step.key} step={step} index={index} count={steps.length} choices={choices} strict={error !== undefined}
          onChange={(part) => change(step.key, part)} onMove={(by) => move(step.key, by)} onRemove={() => onChange(steps.filter(({ key }) => key !== step.key))}
        />
      ))}
      {error ? <p className={css['wrong']} role="alert"><Icon name="warn" size={12} />{error}</p> : null}
      {steps.length < STEPS_MAXIMUM ? <div><Button small icon="add" onClick={() => onChange([...steps, emptyStep(steps.length === 0 ? STEP_NAMES.approve : STEP_NAMES.ratify)])}>{words.addStep}</Button></div> : null}
    </div>
  );
}
