import type { FindingView } from '#features/check/check.contract.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import type { Fix } from '#features/check/check.rules.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { applyFix } from '../plan.check.contract.ts';
import { planCheckWebMessages } from '../plan.check.web.messages.ts';
import css from './check.module.css';

/** The address at which a finding is mended. */
function addressOf(campaignId: string, { page, part, id, field }: FindingView['where']): string {
  const at = `/campaigns/${campaignId}`;
  if (page === 'overview') return `${at}?edit=now`;
  if (page === 'goals' && id) return `${at}/goals?goal=${id}`;
  const asked = Object.entries({ part: page === 'plan' ? part : undefined, row: id, field: id ? field : undefined });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return `${at}/${page}${query ? `?${query}` : ''}`;
}

export interface CheckFindingProps {
  readonly campaignId: string;
  readonly finding: FindingView;
  /** The one that stands above it: the same advice is not given twice in a row. */
  readonly before: FindingView | undefined;
  readonly canFix: boolean;
}

/** One finding: what is wrong, how to mend it, the way there, and the one click. */
export function CheckFinding({ campaignId, finding, before, canFix }: CheckFindingProps) {
  const words = useMessages(planCheckWebMessages);
  const locale = useLocale();
  const { name, what, mend } = ruleWords(finding.rule, locale);
  const advice = mend(finding.data);
  const isRepeated = before?.rule === finding.rule && mend(before.data) === advice;
  return (
    <li className={css['finding']}>
      <p className={css['what']}>{what(finding.data)}</p>
      {isRepeated ? null : <p className={css['mend']}>{advice}</p>}
      <div className={css['acts']}>
        {canFix && finding.fix ? <FixButton campaignId={campaignId} finding={finding} fix={finding.fix as unknown as Fix} /> : null}
        <Link to={addressOf(campaignId, finding.where)}>{words.open[finding.where.page]}</Link>
        <small title={name}>{finding.rule} · {words.clause(finding.clause)}</small>
      </div>
    </li>
  );
}

function FixButton({ campaignId, finding, fix }: { readonly campaignId: string; readonly finding: FindingView; readonly fix: Fix }) {
  const words = useMessages(planCheckWebMessages);
  const locale = useLocale();
  const toast = useToast();
  const mend = useAction(applyFix);
  const label = (words.fixes[fix.kind] as (fix: Fix) => string)(fix);
  const run = async () => {
    try {
      await mend.mutateAsync({ params: { campaignId }, body: { key: finding.key } });
      toast.show({ text: words.fixed(ruleWords(finding.rule, locale).name) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return <Button small busy={mend.isPending} onClick={() => void run()}>{label}</Button>;
}
