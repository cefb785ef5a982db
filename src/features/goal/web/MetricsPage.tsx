import { useState } from 'react';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { listMetrics, retireMetric, type MetricView } from '../goal.contract.ts';
import { metricWebMessages } from '../goal.metric.web.messages.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { MetricDialog } from './MetricDialog.tsx';
import css from './metrics.module.css';

function Acts({ metric, name, onEdit }: { readonly metric: MetricView; readonly name: string; readonly onEdit: () => void }) {
  const words = useMessages(metricWebMessages);
  const toast = useToast();
  const retire = useAction(retireMetric);
  const set = async (retired: boolean) => {
    await retire.mutateAsync({ params: { key: metric.key }, body: { retired } });
    toast.show({ text: retired ? words.retiredDone(name) : words.restoredDone(name), undo: async () => void (await retire.mutateAsync({ params: { key: metric.key }, body: { retired: !retired } })) });
  };
  return (
    <span className={css['acts']}>
      <IconButton icon="edit" label={words.edit(name)} onClick={onEdit} />
      {metric.retired ? <Button small onClick={() => void set(false)}>{words.restore}</Button> : (
        <ConfirmAction small kind="quiet" label={words.retire} title={words.retireTitle(name)} onConfirm={() => set(true)}><p>{words.retireText(metric.used)}</p></ConfirmAction>
      )}
    </span>
  );
}

function useMetricColumns(canEdit: boolean, onEdit: (metric: MetricView) => void): readonly DataColumn<MetricView>[] {
  const words = useMessages(metricWebMessages);
  const { kinds, directions } = useMessages(goalWebMessages);
  const locale = useLocale();
  const said = (metric: MetricView) => (locale === 'en' ? metric.en : metric.zh);
  const { columns } = words;
  return [
    {
      key: 'name', title: columns.name, heading: true, width: '18%',
      render: (metric) => <span className={css['name']}>{said(metric).name}{said(metric).unit ? <small>{said(metric).unit}</small> : null}{metric.retired ? <StateTag tone="off">{words.retired}</StateTag> : metric.builtIn ? null : <StateTag tone="doing">{words.own}</StateTag>}</span>,
    },
    { key: 'kind', title: columns.kind, width: '72px', render: (metric) => kinds[metric.kind] },
    { key: 'direction', title: columns.direction, width: '104px', render: (metric) => directions[metric.direction] },
    { key: 'formula', title: columns.formula, render: (metric) => said(metric).formula },
    { key: 'source', title: columns.source, width: '18%', render: (metric) => said(metric).source },
    { key: 'used', title: columns.used, align: 'end', width: '84px', render: (metric) => words.used(metric.used) },
    ...(canEdit ? [{ key: 'acts', title: columns.acts, width: '148px', render: (metric: MetricView) => <Acts metric={metric} name={said(metric).name} onEdit={() => onEdit(metric)} /> }] : []),
  ];
}

function MetricsTable({ metrics, canEdit, onEdit }: { readonly metrics: readonly MetricView[]; readonly canEdit: boolean; readonly onEdit: (metric: MetricView) => void }) {
  const words = useMessages(metricWebMessages);
  const columns = useMetricColumns(canEdit, onEdit);
  return <DataTable<MetricView> label={words.table} columns={columns} rows={metrics} rowKey={({ key }) => key} />;
}

/** 设置 → 指标库: what the company measures, with formula and source (P1). */
export function MetricsPage() {
  const words = useMessages(metricWebMessages);
  const query = useOperation(listMetrics, {});
  const [edited, setEdited] = useState<MetricView | 'new' | undefined>();
  const { data } = query;
  const inUse = data?.metrics.filter((metric) => !metric.retired) ?? [];
  return (
    <Page
      wide
      title={words.title}
      verdict={data ? words.verdict(inUse.length, inUse.filter((metric) => !metric.builtIn).length) : undefined}
      meta={[data && !data.can.edit ? words.readOnly : undefined]}
      actions={data?.can.edit ? <Button kind="primary" icon="add" onClick={() => setEdited('new')}>{words.add}</Button> : undefined}
    >
      <Loaded query={query} lines={10}>{({ metrics, can }) => <Section title={words.table}><MetricsTable metrics={metrics} canEdit={can.edit} onEdit={setEdited} /></Section>}</Loaded>
      {edited ? <MetricDialog metric={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} /> : null}
    </Page>
  );
}
