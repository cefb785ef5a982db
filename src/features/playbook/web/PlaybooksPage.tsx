import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listPlaybooks, type PlaybookRow } from '../playbook.contract.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';
import { ImportPlaybook } from './ImportPlaybook.tsx';
import { PlaybookActs } from './PlaybookActs.tsx';
import { useScenarioChoices } from './useScenarioChoices.ts';
import css from './playbook.module.css';

function PlaybookTable({ playbooks }: { readonly playbooks: readonly PlaybookRow[] }) {
  const words = useMessages(playbookEditMessages).list;
  const formats = useFormats();
  const scenarios = useScenarioChoices();
  const { columns } = words;
  return (
    <DataTable
      label={words.title}
      rows={playbooks}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', title: columns.name, heading: true, render: (row) => <span className={css['stack']}><Link to={`/playbooks/${row.key}`} className={css['named']}>{row.name}</Link><small className={css['detail']}>{row.summary}</small></span> },
        { key: 'scenario', title: columns.scenario, width: '128px', render: (row) => scenarios.find(({ value }) => value === row.scenario)?.label ?? '' },
        { key: 'contents', title: columns.contents, width: '232px', render: (row) => <span className={css['stack']}>{words.contents(row.tasks, row.goals)}<small className={css['detail']}>{words.days(row.period.leadDays, row.period.eventDays, row.period.tailDays)}</small></span> },
        { key: 'total', title: columns.total, unit: columns.yuan, align: 'end', width: '112px', render: (row) => formats.amount(row.totalCents) },
        { key: 'origin', title: columns.origin, width: '136px', render: (row) => <span className={css['stack']}><span><StateTag>{words.origins[row.origin]}</StateTag></span>{row.fromCampaign ? <small className={css['detail']}>{words.from(row.fromCampaign)}</small> : null}</span> },
        { key: 'updated', title: columns.updated, width: '120px', render: (row) => (row.updatedAt ? <span className={css['stack']}>{row.updatedBy}<small className={css['detail']}>{formats.ago(row.updatedAt)}</small></span> : null) },
        { key: 'acts', title: '', width: '148px', align: 'end', render: (row) => <span className={css['acts']}><LinkButton small kind="quiet" to={`/campaigns/new/${row.key}`}>{words.use}</LinkButton><PlaybookActs playbook={row} /></span> },
      ]}
    />
  );
}

/** The playbooks of the company: the built-in ones, its own versions of them, and those it saved or imported (S1). */
export function PlaybooksPage() {
  const words = useMessages(playbookEditMessages).list;
  const query = useOperation(listPlaybooks, {});
  const scenarios = useScenarioChoices();
  const [importing, setImporting] = useState(false);
  const playbooks = query.data?.playbooks;
  return (
    <Page
      wide
      title={words.title}
      verdict={playbooks ? words.verdict(playbooks.length, playbooks.filter(({ origin }) => origin !== 'builtIn').length) : undefined}
      actions={query.data?.can.import ? <Button icon="upload" onClick={() => setImporting(true)}>{words.import}</Button> : undefined}
    >
      <Section bare><Loaded query={query} lines={8}>{({ playbooks: rows }) => <PlaybookTable playbooks={rows} />}</Loaded></Section>
      {importing ? <ImportPlaybook scenarios={scenarios} onClose={() => setImporting(false)} /> : null}
    </Page>
  );
}
