import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow } from '#platform/web/ui/Form.tsx';
import type { KeptQuestion } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';

interface Props {
  readonly question: KeptQuestion;
  readonly index: number;
  readonly onChange: (question: KeptQuestion) => void;
  readonly onRemove: () => void;
}

const MOST_CHOICES = 6;

/** One question in the editor: of whom, with which choices, which is right and why. */
export function QuestionFields({ question, index, onChange, onRemove }: Props) {
  const words = useMessages(briefingWebMessages);
  const { editor } = words;
  const { groups } = useMessages(teamMessages);
  const set = (patch: Partial<KeptQuestion>) => onChange({ ...question, ...patch });
  const bind = <V,>(name: string, value: V, write: (value: V) => void) => ({ name: `questions.${String(index)}.${name}`, value, onChange: write, error: undefined });
  const isChoice = question.choices.length > 0;
  return (
    <fieldset className={css['editing']}>
      <legend>{words.questions.number(index + 1)}</legend>
      <IconButton small icon="remove" label={editor.remove(index + 1)} className={css['removing']} onClick={onRemove} />
      <TextField label={editor.question} required maxLength={300} {...bind('question', question.question, (text) => set({ question: text }))} />
      <FieldRow>
        <SelectField label={editor.group} choices={TEAM_GROUPS.map((group) => ({ value: group, label: groups[group] }))} placeholder={editor.everyone} {...bind('group', question.group ?? '', (group) => set({ group: group === '' ? null : (group as TeamGroup) }))} />
        <SelectField
          label={editor.kind} choices={[{ value: 'single', label: editor.kinds.single }, { value: 'words', label: editor.kinds.words }]}
          {...bind('kind', isChoice ? 'single' : 'words', (kind) => set(kind === 'single' ? { choices: ['', ''], answer: 0 } : { choices: [], answer: null }))}
        />
      </FieldRow>
      {isChoice ? <Choices question={question} set={set} /> : null}
      {isChoice ? <TextField label={editor.reason} maxLength={500} {...bind('reason', question.reason, (reason) => set({ reason }))} /> : null}
    </fieldset>
  );
}

function Choices({ question, set }: { readonly question: KeptQuestion; readonly set: (patch: Partial<KeptQuestion>) => void }) {
  const words = useMessages(briefingWebMessages).editor;
  const { choices, answer, id } = question;
  const remove = (place: number) => set({ choices: choices.filter((_, index) => index !== place), answer: answer === place ? 0 : answer !== null && answer > place ? answer - 1 : answer });
  return (
    <div className={css['choices']} role="radiogroup" aria-label={words.right}>
      {choices.map((choice, place) => (
        <div key={place}>
          <label className={css['pick']}>
            <input type="radio" name={`right-${id}`} aria-label={words.isRight(place + 1)} checked={answer === place} onChange={() => set({ answer: place })} />
            <span aria-hidden="true">{answer === place ? words.right : ''}</span>
          </label>
          <input type="text" className={css['choice']} aria-label={words.choice(place + 1)} placeholder={words.choice(place + 1)} maxLength={200} value={choice} onChange={(event) => set({ choices: choices.map((one, index) => (index === place ? event.target.value : one)) })} />
          {choices.length > 2 ? <IconButton small icon="close" label={words.removeChoice(place + 1)} onClick={() => remove(place)} /> : null}
        </div>
      ))}
      {choices.length < MOST_CHOICES ? <div><Button kind="quiet" small icon="add" onClick={() => set({ choices: [...choices, ''] })}>{words.addChoice}</Button></div> : null}
    </div>
  );
}
