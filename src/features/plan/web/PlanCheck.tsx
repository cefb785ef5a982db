import { useState } from 'react';
import type { FindingView } from '#features/check/check.contract.ts';
import type { Severity } from '#features/check/check.rules.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { checkPlan } from '../plan.check.contract.ts';
import { planCheckWebMessages } from '../plan.check.web.messages.ts';
import { CheckFinding } from './CheckFinding.tsx';
import css from './check.module.css';

const TONE = { error: 'late', warning: 'warn', hint: 'plain' } as const;
/** So many are shown at once: the gravest stand first. */
const SHOWN = 5;

/** 过审检查: what is wrong with the plan as it is now, how to mend it, and one click where that is enough. Follows every change of the campaign. */
export function PlanCheck({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(planCheckWebMessages);
  const query = useOperation(checkPlan, { params: { campaignId } });
  return (
    <Section title={words.title} actions={<Link to="/settings/check-rules">{words.settings}</Link>}>
      <Loaded query={query} lines={5}>
        {({ findings, counts, rules, passed, can }) => (
          <>
            <p className={css['summary']} role="status">
              {findings.length === 0
                ? <><Icon name="check" size={16} />{words.summary.clear(rules)}</>
                : <>{words.summary.found(counts.error, counts.warning, counts.hint)}{words.summary.passed(passed, rules)}</>}
            </p>
            {(['error', 'warning', 'hint'] as const).map((severity) => (
              <FindingGroup key={severity} campaignId={campaignId} severity={severity} findings={findings.filter((finding) => finding.severity === severity)} canFix={can.fix} />
            ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface GroupProps {
  readonly campaignId: string;
  readonly severity: Severity;
  readonly findings: readonly FindingView[];
  readonly canFix: boolean;
}

function FindingGroup({ campaignId, severity, findings, canFix }: GroupProps) {
  const words = useMessages(planCheckWebMessages);
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, SHOWN);
  const rest = findings.length - SHOWN;
  return (
    <section className={css['group']} aria-label={`${words.groups[severity]} ${words.count(findings.length)}`}>
      <h3><StateTag tone={TONE[severity]}>{words.groups[severity]}</StateTag><span>{words.count(findings.length)}</span></h3>
      <p className={css['about']}>{words.about[severity]}</p>
      <ul>{shown.map((finding, index) => <CheckFinding key={finding.key} campaignId={campaignId} finding={finding} before={shown[index - 1]} canFix={canFix} />)}</ul>
      {rest > 0 ? <Button kind="quiet" small icon={all ? 'up' : 'down'} onClick={() => setAll(!all)}>{all ? words.less : words.more(rest)}</Button> : null}
    </section>
  );
}
