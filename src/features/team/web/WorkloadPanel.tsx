import { useMemo, useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { useSearch } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { SelectField } from '#platform/web/ui/Field.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import type { WorkloadFacts } from '../team.contract.ts';
import { FULL_WEEK, workloadOf, type Load, type PersonLoad, type WorkFinding, type Workload } from '../team.workload.rules.ts';
import { workloadWebMessages } from '../team.workload.web.messages.ts';
import { WorkDialog } from './WorkDialog.tsx';
import { WorkloadCards, WorkloadTable } from './WorkloadTable.tsx';
import css from './workload.module.css';

const LIMITS = [5, 8, FULL_WEEK, 15];

/** One finding as a sentence that says what to do. */
function useSentence(workload: Workload): (finding: WorkFinding) => string {
  const words = useMessages(workloadWebMessages).findings;
  const formats = useFormats();
  const nameOf = (userId: string): string => workload.people.find(({ person }) => person.userId === userId)?.person.name ?? '';
  return (finding) => {
    const name = nameOf(finding.userId);
    if (finding.kind === 'idle') return words.idle(name);
    const days = formats.days(finding.fromOn, finding.toOn);
    switch (finding.kind) {
      case 'clash':
        return words.clash(name, days, ...finding.tasks);
      case 'elsewhere':
        return words.elsewhere(name, days, finding.task, finding.campaignName === null ? words.another : words.quoted(finding.campaignName));
      case 'away':
        return `${words.away(name, days, finding.task)}${finding.standInName === null ? words.noStandIn : words.standIn(finding.standInName)}`;
      case 'over':
        return words.over(name, days, formats.number(finding.days));
    }
  };
}

function Summary({ workload }: { readonly workload: Workload }) {
  const words = useMessages(workloadWebMessages);
  const formats = useFormats();
  const sentence = useSentence(workload);
  const of = (...kinds: readonly WorkFinding['kind'][]) => workload.findings.filter((finding) => kinds.includes(finding.kind));
  const names = (findings: readonly WorkFinding[]) => formats.list(workload.people.filter(({ person }) => findings.some((one) => one.userId === person.userId)).map(({ person }) => person.name));
  if (workload.findings.length === 0) return <p className={css['fine']}>{words.summary.fine}</p>;
  const [clashes, away, over, idle] = [of('clash', 'elsewhere'), of('away'), of('over'), of('idle')];
  const first = [words.summary.problems(clashes.length, away.length), over.length > 0 ? words.summary.over(names(over)) : '', idle.length > 0 ? words.summary.idle(names(idle)) : ''].filter((part) => part !== '');
  const shown = [...clashes, ...away, ...over];
  return (
    <div className={css['summary']}>
      <p>{first.map((part, index) => <span key={part} className={index === 0 && clashes.length + away.length > 0 ? css['urgent'] : ''}>{part}</span>)}</p>
      {shown.length > 0 ? <ul aria-label={words.findings.title}>{shown.map((finding) => <li key={JSON.stringify(finding)}>{sentence(finding)}</li>)}</ul> : null}
    </div>
  );
}

/** 工作量: people × weeks, with what does not fit above it (P3.2). */
export function WorkloadPanel({ campaignId, facts }: { readonly campaignId: string; readonly facts: WorkloadFacts }) {
  const words = useMessages(workloadWebMessages);
  const isPhone = usePhone();
  const [search, setSearch] = useSearch();
  const [open, setOpen] = useState<{ readonly load: PersonLoad; readonly week: Load }>();
  const limit = LIMITS.find((days) => String(days) === search['limit']) ?? FULL_WEEK;
  const workload = useMemo(() => workloadOf({ ...facts, limit }), [facts, limit]);
  if (facts.tasks.length === 0) return <Section><EmptyState title={words.empty} actions={<LinkButton kind="primary" to={`/campaigns/${campaignId}/schedule`}>{words.openSchedule}</LinkButton>}>{words.emptyText}</EmptyState></Section>;
  const View = isPhone ? WorkloadCards : WorkloadTable;
  return (
    <>
      <Summary workload={workload} />
      <Section title={words.title} bare>
        <div className={css['bar']}>
          <p className={css['unit']}>{words.unit}</p>
          <SelectField label={words.limit} name="limit" error={undefined} value={String(limit)} onChange={(value) => setSearch({ limit: value === String(FULL_WEEK) ? undefined : value })} choices={LIMITS.map((days) => ({ value: String(days), label: words.limits(days) }))} />
        </div>
        <View workload={workload} limit={limit} onOpen={(load, week) => setOpen({ load, week })} />
      </Section>
      {open ? <WorkDialog campaignId={campaignId} facts={facts} load={open.load} week={open.week} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
