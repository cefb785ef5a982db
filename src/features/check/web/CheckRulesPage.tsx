import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Filters, FilterSelect, SearchBox } from '#platform/web/ui/Filters.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { listRules, type RuleView } from '../check.contract.ts';
import { checkMessages, ruleWords } from '../check.messages.ts';
import { SEVERITIES } from '../check.rule.value.ts';
import { checkWebMessages } from '../check.web.messages.ts';
import { BoundsCell, OnCell, SeverityCell } from './RuleCells.tsx';
import { isChanged } from './rule-change.ts';
import css from './rules.module.css';

type Rules = OutputOf<typeof listRules>;
type Subject = keyof (typeof checkMessages)['zh-CN']['subjects'];
const SUBJECTS = ['P', 'G', 'B', 'T', 'S', 'C', 'M', 'O', 'R', 'D', 'W'] as const satisfies readonly Subject[];

/** 设置 → 检查规则: every rule of 过审检查 with its clause, severity, bounds and switch. */
export function CheckRulesPage() {
  const words = useMessages(checkWebMessages);
  const query = useOperation(listRules, {});
  const found = query.data;
  return (
    <Page
      title={words.title}
      meta={[found && !found.can.save ? words.readOnly : undefined]}
      verdict={found ? words.verdict(found.rules.length, found.rules.filter((rule) => rule.off).length, found.rules.filter(isChanged).length) : undefined}
    >
      <Loaded query={query} lines={12}>{(rules) => <RuleList {...rules} />}</Loaded>
    </Page>
  );
}

function useFiltered(rules: readonly RuleView[]) {
  const locale = useLocale();
  const [search, setSearch] = useSearch();
  const { q = '', severity = '', state = '' } = search;
  const wanted = q.toLowerCase();
  const shown = rules.filter((rule) => {
    const isNamed = [rule.id, rule.clause, ruleWords(rule.id, locale).name].some((text) => text.toLowerCase().includes(wanted));
    const isInState = state === '' || (state === 'off' ? rule.off : isChanged(rule));
    return isNamed && isInState && (severity === '' || rule.severity === severity);
  });
  return { q, severity, state, setSearch, shown };
}

function RuleList({ rules, can }: Rules) {
  const words = useMessages(checkWebMessages);
  const { subjects, severities } = useMessages(checkMessages);
  const { q, severity, state, setSearch, shown } = useFiltered(rules);
  const says = words.filters;
  return (
    <>
      <Filters label={says.label} search={<SearchBox label={says.search} value={q} onChange={(text) => setSearch({ q: text || undefined })} />}>
        <FilterSelect label={says.severity} all={says.allSeverities} value={severity} choices={SEVERITIES.map((value) => ({ value, label: severities[value] }))} onChange={(value) => setSearch({ severity: value || undefined })} />
        <FilterSelect label={says.state} all={says.allStates} value={state} choices={[{ value: 'changed', label: says.changed }, { value: 'off', label: says.off }]} onChange={(value) => setSearch({ state: value || undefined })} />
      </Filters>
      {shown.length === 0 ? <Section><EmptyState title={words.none}>{words.noneHint}</EmptyState></Section> : null}
      {SUBJECTS.map((letter) => ({ letter, own: shown.filter((rule) => rule.id.startsWith(letter)) })).filter(({ own }) => own.length > 0).map(({ letter, own }) => (
        <Section key={letter} title={subjects[letter]}>
          {letter === 'B' ? <p className={css['note']}>{words.reserve}<Link to="/settings/budget-rules">{words.reserveLink}</Link></p> : null}
          <RuleTable label={subjects[letter]} rules={own} canSave={can.save} />
        </Section>
      ))}
    </>
  );
}

function RuleTable({ label, rules, canSave }: { readonly label: string; readonly rules: readonly RuleView[]; readonly canSave: boolean }) {
  const words = useMessages(checkWebMessages);
  const locale = useLocale();
  const formats = useFormats();
  const nameOf = (rule: RuleView) => ruleWords(rule.id, locale).name;
  const columns: readonly DataColumn<RuleView>[] = [
    {
      key: 'rule', title: words.columns.rule, heading: true,
      render: (rule) => (
        <span className={css['rule']} data-off={rule.off || undefined}>
          {nameOf(rule)}
          <small>{[rule.id, rule.fixable ? words.fixable : '', rule.updatedBy && isChanged(rule) ? words.changedBy(rule.updatedBy, formats.dateTime(rule.updatedAt)) : ''].filter(Boolean).join(' · ')}</small>
        </span>
      ),
    },
    { key: 'clause', title: words.columns.clause, width: '72px', render: (rule) => rule.clause },
    { key: 'severity', title: words.columns.severity, width: '168px', render: (rule) => <SeverityCell rule={rule} name={nameOf(rule)} canSave={canSave} /> },
    { key: 'bounds', title: words.columns.bounds, width: '264px', render: (rule) => <BoundsCell key={JSON.stringify(rule.bounds)} rule={rule} name={nameOf(rule)} canSave={canSave} /> },
    { key: 'on', title: words.columns.on, width: '72px', render: (rule) => <OnCell rule={rule} name={nameOf(rule)} canSave={canSave} /> },
  ];
  return <DataTable label={label} columns={columns} rows={rules} rowKey={(rule) => rule.id} />;
}
