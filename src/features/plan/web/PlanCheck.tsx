import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Plan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './plan.module.css';

type Code = Plan['gaps'][number]['code'];

/** Where each gap is mended. */
const pageOf: Record<Code, string> = { goals: '/goals', budget: '/budget', schedule: '/schedule', lead: '/team', theme: '?edit=1', audience: '?edit=1', event: '?edit=1' };

/** 过审检查: what must be mended before a submission, what should be, and why. */
export function PlanCheck({ campaignId, gaps }: { readonly campaignId: string; readonly gaps: Plan['gaps'] }) {
  const words = useMessages(planWebMessages).check;
  return (
    <Section title={words.title}>
      {gaps.some((gap) => gap.blocking) ? null : <p className={css['complete']}><Icon name="check" />{words.complete}</p>}
      <ul className={css['gaps']}>
        {gaps.map((gap) => (
          <li key={gap.code}>
            <StateTag tone={gap.blocking ? 'late' : 'plain'}>{gap.blocking ? words.blocking : words.advice}</StateTag>
            <div>
              <Link to={`/campaigns/${campaignId}${pageOf[gap.code]}`}>{words.mend[gap.code]}</Link>
              <p>{words.why[gap.code]}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
