import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { getBudgetRules, saveBudgetRules } from '../budget.contract.ts';
import { budgetSettingsMessages } from '../budget.settings.web.messages.ts';
import css from './settings.module.css';

type Rules = OutputOf<typeof getBudgetRules>;

/** The contract takes one to four levels. */
const LEVELS = ['first', 'second', 'third', 'fourth'] as const;
type Level = (typeof LEVELS)[number];

const readPercent = (text: string): number | undefined => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 100 ? Number(text) : undefined);

interface Values extends Record<Level, string> {
  readonly from: string;
  readonly to: string;
  /** How many levels are in use. */
  readonly count: number;
}

const valuesOf = ({ reserveFromPercent, reserveToPercent, warnPercents }: Rules): Values => ({
  from: String(reserveFromPercent), to: String(reserveToPercent), count: warnPercents.length,
  first: String(warnPercents[0] ?? ''), second: String(warnPercents[1] ?? ''), third: String(warnPercents[2] ?? ''), fourth: String(warnPercents[3] ?? ''),
});

function useRulesForm(rules: Rules) {
  const words = useMessages(budgetSettingsMessages);
  const save = useAction(saveBudgetRules);
  const toast = useToast();
  const levelsOf = (values: Values) => LEVELS.slice(0, values.count);
  return useForm<Values>({
    initial: valuesOf(rules),
    check: (values) => {
      const [from, to] = [readPercent(values.from), readPercent(values.to)];
      const levels = levelsOf(values).map((level) => readPercent(values[level]));
      const faults = levels.map((level, index) => {
        if (level === undefined || level === 0) return words.errors.warnPercent;
        return index > 0 && level <= (levels[index - 1] ?? 0) ? words.errors.rising : undefined;
      });
      return {
        from: from === undefined ? words.errors.percent : undefined,
        to: to === undefined ? words.errors.percent : from !== undefined && to < from ? words.errors.order : undefined,
        first: faults[0], second: faults[1], third: faults[2], fourth: faults[3],
      };
    },
    problemFields: { 'budget.rules_order': 'to' },
    submit: async (values) => {
      await save.mutateAsync({ body: { reserveFromPercent: Number(values.from), reserveToPercent: Number(values.to), warnPercents: levelsOf(values).map((level) => Number(values[level])) } });
      toast.show({ text: words.saved });
    },
  });
}

function RulesForm({ rules }: { readonly rules: Rules }) {
  const words = useMessages(budgetSettingsMessages);
  const form = useRulesForm(rules);
  const { count } = form.values;
  const last = LEVELS[count - 1];
  return (
    <Form form={form} {...(rules.can.save ? { submitLabel: words.save } : {})}>
      <div>
        <Section title={words.reserve.title}>
          <p className={css['text']}>{words.reserve.text}</p>
          <div className={css['bounds']}>
            <FieldRow>
              <TextField label={words.reserve.from} required={rules.can.save} inputMode="numeric" maxLength={3} disabled={!rules.can.save} {...form.field('from')} />
              <TextField label={words.reserve.to} required={rules.can.save} inputMode="numeric" maxLength={3} disabled={!rules.can.save} {...form.field('to')} />
            </FieldRow>
          </div>
        </Section>
        <Section title={words.warn.title}>
          <p className={css['text']}>{words.warn.text}</p>
          <div className={css['levels']}>
            {LEVELS.slice(0, count).map((level, index) => (
              <TextField key={level} label={words.warn.level(index + 1)} required={rules.can.save} inputMode="numeric" maxLength={3} disabled={!rules.can.save} {...form.field(level)} />
            ))}
            {rules.can.save && count > 1 && last ? <IconButton label={words.warn.remove(form.values[last])} icon="remove" onClick={() => form.set({ count: count - 1, [last]: '' })} /> : null}
          </div>
          {rules.can.save && count < LEVELS.length ? <Button kind="quiet" icon="add" onClick={() => form.set({ count: count + 1 })}>{words.warn.add}</Button> : null}
        </Section>
      </div>
    </Form>
  );
}

/** 设置 → 预算规则: bounds of the reserve (P2.2) and shares at which lines warn (P2.3). */
export function BudgetRulesPage() {
  const words = useMessages(budgetSettingsMessages);
  const formats = useFormats();
  const query = useOperation(getBudgetRules, {});
  const rules = query.data;
  const percent = (value: number) => formats.percent(value / 100);
  return (
    <Page
      title={words.title}
      meta={[rules && !rules.can.save ? words.readOnly : undefined]}
      verdict={rules ? words.verdict(percent(rules.reserveFromPercent), percent(rules.reserveToPercent), rules.warnPercents.map(percent)) : undefined}
    >
      <Loaded query={query} lines={6}>{(found) => <RulesForm rules={found} />}</Loaded>
    </Page>
  );
}
