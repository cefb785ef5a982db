import { getCampaign } from '#features/campaign/campaign.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { deleteAttached, listAttached } from '../document.contract.ts';
import { importWebMessages } from '../document.import.web.messages.ts';
import { readingMessages } from '#features/reading/reading.messages.ts';
import css from './import.module.css';

type Attached = OutputOf<typeof listAttached>;

function AttachedTable({ table, campaignId, canDelete }: { readonly table: Attached['tables'][number]; readonly campaignId: string; readonly canDelete: boolean }) {
  const words = useMessages(importWebMessages).attached;
  const { kinds } = useMessages(readingMessages);
  const remove = useAction(deleteAttached);
  const toast = useToast();
  const kind = kinds[table.kind as keyof typeof kinds] ?? table.kind;
  const onConfirm = async () => {
    await remove.mutateAsync({ params: { campaignId, tableId: table.id } });
    toast.show({ text: words.removed });
  };
  return (
    <Section
      title={table.title ? `${kind} · ${table.title}` : kind}
      actions={canDelete ? <ConfirmAction label={words.remove} title={words.removeTitle} confirmLabel={words.remove} danger onConfirm={onConfirm}>{words.removeText}</ConfirmAction> : undefined}
    >
      <div className={css['scroll']} tabIndex={0} role="region" aria-label={table.title || kind}>
        <table className={css['plain']}>
          <thead><tr>{table.headers.map((header, index) => <th key={index} scope="col">{header}</th>)}</tr></thead>
          <tbody>{table.rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </Section>
  );
}

/** Tables of an imported document whose own page is not built yet, as they stood. */
export function AttachedPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(importWebMessages).attached;
  const campaign = useOperation(getCampaign, { params: { campaignId } });
  const query = useOperation(listAttached, { params: { campaignId } });
  return (
    <Page
      wide
      title={words.title}
      crumbs={campaign.data ? [{ label: campaign.data.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={query.data && query.data.tables.length > 0 ? words.verdict(query.data.tables.length) : undefined}
    >
      <Loaded query={query}>
        {({ tables, can }) => (tables.length === 0
          ? <Section><EmptyState title={words.empty} actions={can.write ? <LinkButton kind="primary" to={`/campaigns/${campaignId}/import`}>{words.import}</LinkButton> : undefined}>{words.emptyHint}</EmptyState></Section>
          : tables.map((table) => <AttachedTable key={table.id} table={table} campaignId={campaignId} canDelete={can.write} />))}
      </Loaded>
    </Page>
  );
}
