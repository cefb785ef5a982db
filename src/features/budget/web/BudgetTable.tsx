import { type Campaign } from '#features/campaign/campaign.contract.ts';
import { isClosed, isDraft } from '#features/campaign/campaign.rules.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { budgetFields, editBudget, type Budget, type BudgetLine } from '../budget.contract.ts';
import { totalsOf } from '../budget.rules.ts';
import { budgetWebMessages, type BudgetWords } from '../budget.web.messages.ts';
import { AddLine } from './AddLine.tsx';
import { quantityQuestion, useBudgetColumns } from './budgetColumns.tsx';
import css from './budget.module.css';

/** T1 writes "-" while nothing is spent: not yet is not 0. */
const actualTotal = (lines: readonly BudgetLine[]): string => {
  const { actualCents } = totalsOf(lines);
  return actualCents === null ? '-' : formatAmount(actualCents);
};

const FIELDS = Object.keys(budgetFields.shape);
const newRow = () => ({ category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' });

/** What may be done here now, in one line. */
function stateText({ state }: BudgetWords, { stage, revised }: Campaign, can: Budget['can']): string {
  if (can.write) return state.draft;
  if (revised) return can.note ? state.revised : state.revisedRead;
  if (isDraft(stage)) return state.notPlanner;
  if (stage === 'submitted' || stage === 'archived' || stage === 'cancelled') return state[stage];
  return can.note ? state.running : state.runningRead;
}

/** Lines whose words give another amount, beside the table: 10 名 × 3 天 × 200 元 = 6,000 and not 6,500. */
function QuantityQuestions({ lines }: { readonly lines: readonly BudgetLine[] }) {
  const words = useMessages(budgetWebMessages);
  const asked = lines.flatMap((line) => {
    const question = quantityQuestion(line);
    return question ? [{ line, question }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <div className={css['questions']}>
      <Icon name="warn" />
      <div>
        <p>{words.quantities.title(asked.length)}</p>
        <ul>{asked.map(({ line, question }) => <li key={line.id}>{words.quantities.line(line.category || words.shares.unnamed, question.product, formatAmount(line.amountCents))}</li>)}</ul>
      </div>
    </div>
  );
}

/** T1 活动预算表 (P2): exactly its seven columns and 合计. */
export function BudgetTable({ campaign, budget }: { readonly campaign: Campaign; readonly budget: Budget }) {
  const words = useMessages(budgetWebMessages);
  const { lines, can } = budget;
  const columns = useBudgetColumns(can);
  const save = useRowsOperation(editBudget, campaign.id, FIELDS);
  return (
    <Section bare title={words.table} actions={<><span className={css['state']}>{stateText(words, campaign, can)}</span>{can.addLine && budget.opened ? <AddLine campaignId={campaign.id} /> : null}</>}>
      {isClosed(campaign.stage) ? null : <QuantityQuestions lines={lines} />}
      <Grid<BudgetLine>
        label={words.table}
        rows={lines}
        columns={columns}
        onChange={save}
        readOnly={!can.write && !can.note}
        canInsert={can.write}
        canDelete={can.write}
        canMove={can.write}
        newRow={newRow}
        rowNumber={words.columns.number}
        {...(lines.length === 0 ? {} : { footer: { category: { text: words.total }, amountCents: 'sum', actualCents: actualTotal } })}
      />
    </Section>
  );
}
