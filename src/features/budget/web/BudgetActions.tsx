import { useMessages } from '#platform/web/i18n.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { Menu } from '#platform/web/ui/Menu.tsx';
import type { Budget } from '../budget.contract.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { budgetWebMessages } from '../budget.web.messages.ts';
import { budgetAddress } from './budgetAddress.ts';

const CHANGES = ['transfer', 'reserve', 'supplement', 'cut'] as const;
const FORMATS = ['xlsx', 'docx', 'pdf', 'csv'] as const;

/** What may be done with the whole budget; the primary act last. */
export function BudgetActions({ campaignId, budget }: { readonly campaignId: string; readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages);
  const more = useMessages(overviewWebMessages);
  const { can, lines, opened, waiting } = budget;
  return (
    <>
      {can.write && lines.length > 0 ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton> : null}
      {lines.length > 0 ? (
        <DownloadMenu
          label={words.actions.export}
          items={[
            ...FORMATS.map((format) => ({ label: words.exports[format], hint: `.${format}`, address: `/api/campaigns/${campaignId}/export/budget.${format}` })),
            ...(opened ? [{ label: words.exports.ledger, hint: '.xlsx', address: `/api/campaigns/${campaignId}/export/ledger.xlsx` }] : []),
          ]}
        />
      ) : null}
      {opened ? <LinkButton to={budgetAddress.requests(campaignId)}>{waiting.length > 0 ? more.actions.waiting(waiting.length) : more.actions.requests}</LinkButton> : null}
      {can.ask ? (
        <>
          <Menu label={more.actions.change} items={CHANGES.map((kind) => ({ key: kind, label: more.kinds[kind], hint: more.hints[kind], to: budgetAddress.newRequest(campaignId, kind) }))} />
          <LinkButton kind="primary" to={budgetAddress.newRequest(campaignId, 'spending')}>{more.actions.ask}</LinkButton>
        </>
      ) : null}
    </>
  );
}
