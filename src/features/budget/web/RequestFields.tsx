import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { SelectField, TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow } from '#platform/web/ui/Form.tsx';
import { PersonSelect } from '#platform/web/ui/PersonSelect.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { REQUEST_KINDS, type Budget, type BudgetLine } from '../budget.contract.ts';
import type { RequestKind } from '../budget.draft.rules.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { nameLines } from '../budget.order.rules.ts';
import { CAUSE_KINDS, listPayees } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { isReserve } from '../budget.rules.ts';
import { RequestFiles } from './RequestFiles.tsx';
import type { RequestDraft } from './useRequestDraft.ts';
import css from './request.module.css';

const PAYEE_LIMIT = 100;
const TEXT_LIMIT = 500;

/** The lines that a kind may take from (or, of a supplement, give to). The reserve has a kind of its own (P2.2). */
function sourcesOf(kind: RequestKind, lines: readonly BudgetLine[]): readonly BudgetLine[] {
  if (kind === 'reserve') return lines.filter(isReserve);
  return kind === 'supplement' || kind === 'cut' ? lines : lines.filter((line) => !isReserve(line));
}

function useLineChoices(budget: Budget): (lines: readonly BudgetLine[]) => readonly Choice[] {
  const words = useMessages(draftWebMessages);
  const formats = useFormats();
  const names = nameLines(budget.lines);
  return (lines) => lines.map((line) => ({ value: line.id, label: names.get(line.id) ?? '', hint: words.free(formats.money(line.balance?.freeCents)), keywords: line.detail }));
}

interface Part {
  readonly draft: RequestDraft;
  readonly budget: Budget;
}

export function KindField({ draft, budget }: Part) {
  const words = useMessages(draftWebMessages);
  const { form } = draft;
  const { kind, lineId } = form.values;
  const kinds = REQUEST_KINDS.filter((one) => one !== 'reserve' || budget.lines.some(isReserve));
  const change = (next: RequestKind) => {
    const sources = sourcesOf(next, budget.lines);
    const kept = sources.some(({ id }) => id === lineId) ? lineId : next === 'reserve' ? (sources[0]?.id ?? '') : '';
    form.set({ kind: next, lineId: kept, toLineId: next === 'reserve' && kind !== 'reserve' && kind !== 'transfer' ? lineId : '' });
  };
  return (
    <div className={css['kind']}>
      <Switch label={words.kind} items={kinds.map((key) => ({ key, label: words.kinds[key] }))} value={kind} onChange={change} />
      <p>{words.about[kind]}</p>
    </div>
  );
}

/** Which line, which other line, how much. */
export function GoalFields({ draft, budget }: Part) {
  const words = useMessages(draftWebMessages);
  const choicesOf = useLineChoices(budget);
  const { form } = draft;
  const { kind, lineId } = form.values;
  const sources = sourcesOf(kind, budget.lines);
  const others = budget.lines.filter((line) => line.id !== lineId && (kind !== 'reserve' || !isReserve(line)));
  const onlyReserve = kind === 'reserve' && sources.length === 1;
  return (
    <>
      {onlyReserve ? null : <Combobox label={words.line[kind]} required placeholder={words.linePlaceholder} choices={choicesOf(sources)} {...form.field('lineId')} />}
      {kind === 'transfer' ? <Combobox label={words.toLine.transfer} required placeholder={words.linePlaceholder} choices={choicesOf(others)} {...form.field('toLineId')} /> : null}
      {kind === 'reserve' ? <SelectField label={words.toLine.reserve} placeholder={words.direct} choices={choicesOf(others)} {...form.field('toLineId')} /> : null}
      <TextField label={words.amount} required inputMode="decimal" autoComplete="off" placeholder={words.amountPlaceholder} {...form.field('amount')} />
    </>
  );
}

function PayeeField({ draft, campaignId }: { readonly draft: RequestDraft; readonly campaignId: string }) {
  const words = useMessages(draftWebMessages);
  const payees = useOperation(listPayees, { params: { campaignId } }).data?.payees ?? [];
  const { value, onChange, ...field } = draft.form.field('payee');
  const choices = payees.map(({ name, orders }): Choice => ({ value: name, label: name, hint: words.orders(orders) }));
  return <PersonSelect label={words.payee} required hint={words.payeeHint} people={choices} {...field} value={{ text: value, id: null }} onChange={({ text }) => onChange(text.slice(0, PAYEE_LIMIT))} />;
}

/** What for, for whom, until when, with which papers. */
export function AskedFields({ draft, campaignId }: { readonly draft: RequestDraft; readonly campaignId: string }) {
  const words = useMessages(draftWebMessages);
  const { causes } = useMessages(requestWebMessages);
  const { form, order } = draft;
  const reserve = form.values.kind === 'reserve';
  const { value, onChange, error } = form.field('files');
  return (
    <>
      {reserve ? (
        <>
          <SelectField label={words.causeKind} required placeholder={words.causeChoose} choices={CAUSE_KINDS.map((key) => ({ value: key, label: causes[key] }))} {...form.field('causeKind')} />
          <TextAreaField label={words.cause} required hint={words.causeHint} rows={2} maxLength={TEXT_LIMIT} {...form.field('cause')} />
        </>
      ) : null}
      {order ? <PayeeField draft={draft} campaignId={campaignId} /> : null}
      <TextAreaField label={words.purpose} required placeholder={words.purposePlaceholder} rows={2} maxLength={TEXT_LIMIT} {...form.field('purpose')} />
      <TextAreaField label={words.effect} hint={words.effectHint} rows={2} maxLength={TEXT_LIMIT} {...form.field('effect')} />
      {order ? <FieldRow><TextField label={words.needed} type="date" {...form.field('neededOn')} /></FieldRow> : null}
      <RequestFiles campaignId={campaignId} value={value} onChange={onChange} onBusy={draft.setUploading} error={error} />
    </>
  );
}
