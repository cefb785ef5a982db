import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { updateRule, type RuleView } from '../check.contract.ts';
import { checkMessages } from '../check.messages.ts';
import { SEVERITIES, type Severity } from '../check.rule.value.ts';
import { checkWebMessages } from '../check.web.messages.ts';
import { withChange } from './rule-change.ts';
import css from './rules.module.css';

interface CellProps {
  readonly rule: RuleView;
  readonly name: string;
  readonly canSave: boolean;
}

/** Saves a change at once, with the way back. */
function useSaving({ rule, name }: CellProps) {
  const words = useMessages(checkWebMessages);
  const toast = useToast();
  const update = useAction(updateRule);
  const params = { rule: rule.id };
  const save = async (change: Parameters<typeof withChange>[1]) => {
    const before = withChange(rule, {});
    try {
      await update.mutateAsync({ params, body: withChange(rule, change) });
      toast.show({ text: words.saved(name), key: rule.id, undo: () => update.mutateAsync({ params, body: before }) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return { save, busy: update.isPending };
}

export function SeverityCell(props: CellProps) {
  const { rule, name, canSave } = props;
  const words = useMessages(checkWebMessages);
  const { severities } = useMessages(checkMessages);
  const { save, busy } = useSaving(props);
  if (!canSave || rule.essential) return <span title={rule.essential ? words.essential : undefined}>{severities[rule.severity]}</span>;
  return (
    <select className={css['control']} aria-label={words.severityOf(name)} value={rule.severity} disabled={busy} onChange={(event) => void save({ severity: event.target.value as Severity })}>
      {SEVERITIES.map((severity) => <option key={severity} value={severity}>{severities[severity]}{severity === rule.ownSeverity ? words.own : ''}</option>)}
    </select>
  );
}

export function OnCell(props: CellProps) {
  const { rule, name, canSave } = props;
  const words = useMessages(checkWebMessages);
  const { save, busy } = useSaving(props);
  if (!canSave) return <span>{rule.off ? words.isOff : words.isOn}</span>;
  return (
    <label className={css['switch']} title={rule.essential ? words.essential : undefined}>
      <input type="checkbox" aria-label={words.switchOf(name)} checked={!rule.off} disabled={rule.essential || busy} onChange={(event) => void save({ off: !event.target.checked })} />
    </label>
  );
}

const readWhole = (text: string, { from, to }: { readonly from: number; readonly to: number }): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
};

/** The bounds of a rule; each is saved when the field is left. */
export function BoundsCell(props: CellProps) {
  const { rule, name, canSave } = props;
  const words = useMessages(checkWebMessages);
  const { save, busy } = useSaving(props);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  if (rule.bounds.length === 0) return null;
  const leave = async (bound: RuleView['bounds'][number]) => {
    const wanted = readWhole(drafts[bound.name] ?? String(bound.value), bound);
    if (wanted === undefined || wanted === bound.value) return;
    await save({ bounds: { ...withChange(rule, {}).bounds, [bound.name]: wanted } });
  };
  return (
    <span className={css['bounds']}>
      {rule.bounds.map((bound) => {
        const [before = '', after = ''] = words.bounds[bound.name] ?? [];
        const draft = drafts[bound.name] ?? String(bound.value);
        const isWrong = readWhole(draft, bound) === undefined;
        if (!canSave) return <span key={bound.name}>{before} {bound.value} {after}</span>;
        return (
          <label key={bound.name}>
            <span>{before}</span>
            <input
              className={css['control']} inputMode="numeric" maxLength={4} value={draft} disabled={busy}
              aria-label={words.boundOf(name, `${before} ${after}`)} aria-invalid={isWrong || undefined} title={isWrong ? words.wrong(bound.from, bound.to) : words.was(String(bound.own))}
              onChange={(event) => setDrafts({ ...drafts, [bound.name]: event.target.value })}
              onBlur={() => void leave(bound)}
              onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }}
            />
            <span>{after}</span>
            {isWrong ? <small>{words.wrong(bound.from, bound.to)}</small> : null}
          </label>
        );
      })}
    </span>
  );
}
