import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { createMetric, GOAL_KINDS, updateMetric, type MetricFields, type MetricView, type MetricWords } from '../goal.contract.ts';
import { metricWebMessages } from '../goal.metric.web.messages.ts';
import { goalWebMessages } from '../goal.web.messages.ts';

const EMPTY: MetricWords = { name: '', unit: '', formula: '', numerator: '', denominator: '', source: '' };

interface Values {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly direction: string;
  readonly unit: string;
  readonly formula: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly source: string;
}

/**
 * The words as they are edited go into the language of the page; the other language keeps its own, or takes the same where it had none or the same.
 */
function fieldsOf(values: Values, metric: MetricView | undefined, locale: string): MetricFields {
  const { unit, formula, numerator, denominator, source } = values;
  const written = { unit: unit.trim(), formula: formula.trim(), numerator: numerator.trim(), denominator: denominator.trim(), source: source.trim() };
  const other = metric && (locale === 'en' ? metric.zh : metric.en);
  const own = metric && (locale === 'en' ? metric.en : metric.zh);
  const kept = Object.fromEntries((Object.keys(written) as (keyof typeof written)[]).map((field) => [field, other && own && other[field] !== '' && other[field] !== own[field] && written[field] !== '' ? other[field] : written[field]])) as typeof written;
  const [zh, en] = locale === 'en' ? [kept, written] : [written, kept];
  return { kind: values.kind as MetricFields['kind'], direction: values.direction as MetricFields['direction'], zh: { name: values.name.trim(), ...zh }, en: { name: values.nameEn.trim() || values.name.trim(), ...en } };
}

/** One metric: what it is called, which way is better, how it is computed and where the figure comes from. */
export function MetricDialog({ metric, onClose }: { readonly metric: MetricView | undefined; readonly onClose: () => void }) {
  const words = useMessages(metricWebMessages).dialog;
  const { kinds, directions } = useMessages(goalWebMessages);
  const locale = useLocale();
  const create = useAction(createMetric);
  const update = useAction(updateMetric);
  const toast = useToast();
  const { name, ...said } = (metric && (locale === 'en' ? metric.en : metric.zh)) ?? EMPTY;
  const form = useForm<Values>({
    initial: { name: metric?.zh.name ?? '', nameEn: metric?.en.name ?? '', kind: metric?.kind ?? 'count', direction: metric?.direction ?? 'up', ...said },
    check: (values) => ({
      name: values.name.trim() ? undefined : words.missing,
      denominator: (values.numerator.trim() === '') === (values.denominator.trim() === '') ? undefined : words.both,
    }),
    problemFields: { 'goal.metric_taken': 'name' },
    submit: async (values) => {
      const body = fieldsOf(values, metric, locale);
      await (metric ? update.mutateAsync({ params: { key: metric.key }, body: { ...body, revision: metric.revision } }) : create.mutateAsync({ body }));
      toast.show({ text: words.saved(values.name.trim()) });
    },
  });
  const named = (labels: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <Dialog open dismissable={!form.dirty} title={metric ? words.edit(name) : words.add} onClose={onClose}>
      <Form form={form} submitLabel={words.save} onCancel={onClose} onDone={onClose}>
        <FieldRow>
          <TextField label={words.name} required maxLength={60} autoComplete="off" {...form.field('name')} />
          <TextField label={words.nameEn} hint={words.hints.nameEn} maxLength={60} autoComplete="off" {...form.field('nameEn')} />
        </FieldRow>
        <FieldRow>
          <SelectField label={words.kind} choices={named(kinds, GOAL_KINDS)} {...form.field('kind')} />
          <SelectField label={words.direction} choices={named(directions, ['up', 'down'])} {...form.field('direction')} />
          <TextField label={words.unit} maxLength={12} autoComplete="off" {...form.field('unit')} />
        </FieldRow>
        <TextAreaField label={words.formula} hint={words.hints.formula} maxLength={300} rows={2} {...form.field('formula')} />
        <FieldRow>
          <TextField label={words.numerator} maxLength={60} autoComplete="off" {...form.field('numerator')} />
          <TextField label={words.denominator} hint={words.hints.ratio} maxLength={60} autoComplete="off" {...form.field('denominator')} />
        </FieldRow>
        <TextField label={words.source} hint={words.hints.source} maxLength={200} autoComplete="off" {...form.field('source')} />
      </Form>
    </Dialog>
  );
}
