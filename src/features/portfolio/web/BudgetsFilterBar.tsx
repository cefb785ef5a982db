import { listDepartments } from '#features/account/account.contract.ts';
import { PERIODS } from '#features/campaign/campaign.calendar.rules.ts';
import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { FilterSelect, Filters, SearchBox } from '#platform/web/ui/Filters.tsx';
import { BUDGET_SORTS, NO_DEPARTMENT, RUNNING_STAGES } from '../portfolio.budgets.rules.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import type { BudgetsFilters } from './useBudgetsFilters.ts';

/** Search and choices above the budgets; on a phone also the order, which the headings give elsewhere. */
export function BudgetsFilterBar({ filters }: { readonly filters: BudgetsFilters }) {
  const words = useMessages(budgetsMessages);
  const { stages } = useMessages(campaignMessages);
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const phone = usePhone();
  const { values, change } = filters;
  const text = words.filters;
  const states = [{ value: 'all', label: text.all }, ...RUNNING_STAGES.map((value) => ({ value, label: stages[value] })), { value: 'closed', label: text.closed }];
  const orders = BUDGET_SORTS.flatMap((sort) => (['down', 'up'] as const).map((order) => ({ value: `${sort}.${order}`, label: `${words.table[sort]} ${text.order[order]}` })));
  return (
    <Filters label={text.label} search={<SearchBox label={text.search} value={values.q} onChange={(q) => change({ q })} />}>
      <FilterSelect label={text.state} all={text.running} value={values.state} choices={states} onChange={(state) => change({ state })} />
      {departments.length > 0 ? (
        <FilterSelect label={text.department} all={text.allDepartments} value={values.department} choices={[...departments.map(({ id, name }) => ({ value: id, label: name })), { value: NO_DEPARTMENT, label: text.noDepartment }]} onChange={(department) => change({ department })} />
      ) : null}
      <FilterSelect label={text.period} all={text.allPeriods} value={values.when} choices={PERIODS.map((value) => ({ value, label: words.periods[value] }))} onChange={(when) => change({ when })} />
      {phone && filters.view === 'campaigns' ? (
        <FilterSelect label={text.sort} all={text.sort} value={`${filters.sort}.${filters.order}`} choices={orders} onChange={(value) => change({ sort: value.split('.')[0], order: value.split('.')[1] })} />
      ) : null}
      {filters.isNarrowed ? <Button kind="quiet" icon="close" onClick={filters.clear}>{text.clear}</Button> : null}
    </Filters>
  );
}
