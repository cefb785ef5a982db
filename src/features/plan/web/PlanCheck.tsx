import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { PLAN_GAPS, type Plan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './plan.module.css';

type Code = Plan['gaps'][number]['code'];

/** Where each gap is mended. */
const pageOf: Record<Code, string> = { goals: '/goals', budget: '/budget', schedule: '/schedule', lead: '/team', theme: '?edit=now', audience: '?edit=now', event: '?edit=now' };

/** 过审检查: what must be mended before a submission, what should be, and why. */
export function PlanCheck({ campaignId, gaps }: { readonly campaignId: string; readonly gaps: Plan['gaps'] }) {
  const words = useMessages(planWebMessages).check;
  return (
    <Section title={words.title}>
      <ul className={css['gaps']}>
        {gaps.toSorted((a, b) => Number(b.blocking) - Number(a.blocking)).map((gap) => (
          <li key={gap.code}>
            <StateTag tone={gap.blocking ? 'late' : 'warn'}>{gap.blocking ? words.blocking : words.advice}</StateTag>
            <div>
              <Link to={`/campaigns/${campaignId}${pageOf[gap.code]}`}>{words.mend[gap.code]}</Link>
              <p>{words.why[gap.code]}</p>
            </div>
          </li>
        ))}
      </ul>
      <ul className={css['complete']}>
        {PLAN_GAPS.filter((code) => !gaps.some((gap) => gap.code === code)).map((code) => <li key={code}><Icon name="check" size={14} />{words.has[code]}</li>)}
      </ul>
    </Section>
  );
}
