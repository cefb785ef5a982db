import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DownloadMenu } from '#platform/web/ui/DownloadMenu.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { budgetFields, editBudget, listBudget, type Budget, type BudgetLine } from '../budget.contract.ts';
import { totalsOf } from '../budget.rules.ts';
import { budgetWebMessages, type BudgetWords } from '../budget.web.messages.ts';
import { BudgetShares } from './BudgetShares.tsx';
import { BudgetVerdict } from './BudgetVerdict.tsx';
import { useBudgetColumns } from './budgetColumns.tsx';
import css from './budget.module.css';

/** T1 writes "-" while nothing is spent: not yet is not 0. */
const actualTotal = (lines: readonly BudgetLine[]): string => {
  const { actualCents } = totalsOf(lines);
  return actualCents === null ? '-' : formatAmount(actualCents);
};

const FIELDS = Object.keys(budgetFields.shape);
const newRow = () => ({ category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' });

/** What may be done here now, in one line. */
function stateText(words: BudgetWords, { stage }: Campaign, can: Budget['can']): string {
  const { state } = words;
  if (can.write) return state.draft;
  if (stage === 'draft') return state.notPlanner;
  if (stage === 'submitted' || stage === 'archived' || stage === 'cancelled') return state[stage];
  return can.recordCost || !isRunning(stage) ? state.running : state.runningRead;
}

function Preview({ words }: { readonly words: BudgetWords }) {
  return <ul className={css['preview']}>{words.empty.sample.map((line, index) => <li key={line}><span>{line}</span><span>{words.empty.amounts[index]}</span></li>)}</ul>;
}

function BudgetContent({ campaign, budget }: { readonly campaign: Campaign; readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages);
  const { lines, can } = budget;
  const columns = useBudgetColumns(can);
  const save = useRowsOperation(editBudget, campaign.id, FIELDS);
  const importTo = `/campaigns/${campaign.id}/import`;
  const isEmpty = lines.length === 0;
  return (
    <>
      {isEmpty ? (
        <Section>
          <EmptyState title={words.empty.title} preview={<Preview words={words} />} actions={can.write ? <LinkButton kind="primary" to={importTo}>{words.empty.import}</LinkButton> : undefined}>
            {can.write ? words.empty.text : words.empty.readOnly}
          </EmptyState>
        </Section>
      ) : <BudgetShares lines={lines} totals={budget.totals} />}
      {isEmpty && !can.write ? null : (
        <Section bare title={words.table} actions={<span className={css['state']}>{stateText(words, campaign, can)}</span>}>
          <Grid<BudgetLine>
            label={words.table}
            rows={lines}
            columns={columns}
            onChange={save}
            readOnly={!can.write && !can.recordCost}
            canInsert={can.write}
            canDelete={can.write}
            canMove={can.write}
            newRow={newRow}
            rowNumber={words.columns.number}
            {...(isEmpty ? {} : { footer: { category: { text: words.total }, amountCents: 'sum', actualCents: actualTotal } })}
          />
        </Section>
      )}
    </>
  );
}

/** T1 活动预算表: written while the campaign is a draft, filled with actual cost while it runs (P2). */
export function BudgetPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(budgetWebMessages);
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    budget: useOperation(listBudget, { params: { campaignId } }),
  });
  const { data } = query;
  const address = (format: string) => `/api/campaigns/${campaignId}/export/budget.${format}`;
  const actions = (
    <>
      {data?.budget.can.write && data.budget.lines.length > 0 ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton> : null}
      {data && data.budget.lines.length > 0 ? (
        <DownloadMenu label={words.actions.export} items={(['xlsx', 'docx', 'csv'] as const).map((format) => ({ label: words.exports[format], hint: `.${format}`, address: address(format) }))} />
      ) : null}
    </>
  );
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={data && data.budget.lines.length > 0 ? <BudgetVerdict budget={data.budget} /> : undefined}
      actions={actions}
    >
      <Loaded query={query} lines={8}>{(loaded) => <BudgetContent {...loaded} />}</Loaded>
    </Page>
  );
}
