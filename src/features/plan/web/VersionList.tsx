import { approvalMessages } from '#features/approval/approval.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Hash } from '#platform/web/ui/Hash.tsx';
import { Seal, StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import type { Plan, PlanVersion } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './plan.module.css';

/** Every version that was submitted, with its decision, newest first. */
export function VersionList({ plan }: { readonly plan: Plan }) {
  const words = useMessages(planWebMessages).versions;
  return (
    <Section title={words.title}>
      {plan.versions.length === 0 ? <EmptyState title={words.empty}>{words.emptyText}</EmptyState> : null}
      <ol className={css['versions']}>{plan.versions.map((version) => <Version key={version.id} version={version} />)}</ol>
    </Section>
  );
}

function Version({ version }: { readonly version: PlanVersion }) {
  const words = useMessages(planWebMessages);
  const { decisions } = useMessages(approvalMessages);
  const formats = useFormats();
  const says = words.versions;
  const tone = { approved: 'done', returned: 'late', withdrawn: 'off' } as const;
  return (
    <li>
      <div className={css['head']}>
        <Link to={`/approvals/${version.approvalId}`}>{words.seal.version(version.number)}</Link>
        {version.decision === 'approved' ? (
          <Seal lines={[words.seal.approved]} label={words.seal.label(version.number, version.decidedBy ?? '', formats.dateTime(version.decidedAt))} />
        ) : (
          <StateTag tone={version.decision ? tone[version.decision] : 'doing'}>{version.decision ? decisions[version.decision] : says.waiting}</StateTag>
        )}
      </div>
      <dl className={css['facts']}>
        <div><dt>{says.submitted}</dt><dd>{says.by(version.submittedBy, formats.dateTime(version.submittedAt))}</dd></div>
        {version.decidedBy ? <div><dt>{says.decision}</dt><dd>{says.by(version.decidedBy, formats.dateTime(version.decidedAt))}</dd></div> : null}
        <div><dt>{says.hash}</dt><dd><Hash value={version.sha256} /></dd></div>
      </dl>
      {version.note ? <p className={css['words']}>{says.note(version.note)}</p> : null}
      {version.reason ? <p className={css['words']}>{says.reason(version.reason)}</p> : null}
    </li>
  );
}
