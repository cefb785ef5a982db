import { useId } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import type { FieldBinding } from '#platform/web/ui/form.ts';
import { readTarget } from '../playbook.answer.rules.ts';
import type { PlaybookFile } from '../playbook.file.contract.ts';
import { playbookWebMessages } from '../playbook.web.messages.ts';
import css from './playbook.module.css';

/** One row for each goal: what it measures, the figure, the unit. */
export function TargetFields({ goals, value, onChange, error }: FieldBinding<readonly string[]> & { readonly goals: PlaybookFile['goals'] }) {
  const words = useMessages(playbookWebMessages).use;
  const id = useId();
  if (goals.length === 0) return null;
  return (
    <fieldset className={css['asked']}>
      <legend>{words.targets}</legend>
      <p id={id} className={css['hint']}>{words.targetsHint}</p>
      {goals.map(({ metric, unit, target }, index) => {
        const text = value[index] ?? '';
        return (
          <label key={`${index} ${metric}`} className={css['target']}>
            <span>{metric}</span>
            <input
              type="text" inputMode="decimal" autoComplete="off" aria-label={words.targetOf(metric)} aria-describedby={id} aria-invalid={error && readTarget(text) === undefined ? true : undefined}
              placeholder={words.asked} data-suggested={(target !== null && text === String(target)) || undefined} value={text}
              onChange={(event) => onChange(goals.map((_, place) => (place === index ? event.target.value : (value[place] ?? ''))))}
            />
            <small>{unit}</small>
          </label>
        );
      })}
      {error ? <span className={css['error']}><Icon name="warn" size={12} />{error}</span> : null}
    </fieldset>
  );
}

const ANSWER_LIMIT = 200;

/** What stands in 【】 in the playbook's texts. */
export function WordFields({ value, onChange }: FieldBinding<Readonly<Record<string, string>>>) {
  const words = useMessages(playbookWebMessages).use;
  const id = useId();
  const names = Object.keys(value);
  if (names.length === 0) return null;
  return (
    <fieldset className={css['asked']}>
      <legend>{words.words}</legend>
      <p id={id} className={css['hint']}>{words.wordsHint}</p>
      {names.map((name) => (
        <label key={name} className={css['word']}>
          <span>{name.slice(1, -1)}</span>
          <input type="text" maxLength={ANSWER_LIMIT} autoComplete="off" aria-describedby={id} value={value[name] ?? ''} onChange={(event) => onChange({ ...value, [name]: event.target.value })} />
        </label>
      ))}
    </fieldset>
  );
}
