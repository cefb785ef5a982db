import { listDepartments } from '#features/account/account.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { FilterSelect, Filters, SearchBox } from '#platform/web/ui/Filters.tsx';
import { PERIODS } from '../campaign.calendar.rules.ts';
import { campaignMessages } from '../campaign.messages.ts';
import { STAGES } from '../campaign.rules.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import type { CampaignFilters } from './useCampaignFilters.ts';
import type { Scenarios } from './useScenarios.ts';

/** Search and choices above the list; the calendar has its own months, the board its own stages. */
export function CampaignFilterBar({ filters, scenarios }: { readonly filters: CampaignFilters; readonly scenarios: Scenarios }) {
  const words = useMessages(campaignWebMessages);
  const { stages } = useMessages(campaignMessages);
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const { values, change } = filters;
  const text = words.filters;
  return (
    <Filters label={text.label} search={<SearchBox label={text.search} value={values.q} onChange={(q) => change({ q })} />}>
      {filters.view === 'board' ? null : <FilterSelect label={text.stage} all={text.allStages} value={values.stage} choices={STAGES.map((value) => ({ value, label: stages[value] }))} onChange={(stage) => change({ stage })} />}
      <FilterSelect label={text.scenario} all={text.allScenarios} value={values.scenario} choices={scenarios.choices} onChange={(scenario) => change({ scenario })} />
      {departments.length > 0 ? <FilterSelect label={text.department} all={text.allDepartments} value={values.department} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={(department) => change({ department })} /> : null}
      {filters.view === 'calendar' ? null : <FilterSelect label={text.period} all={text.allPeriods} value={values.when} choices={PERIODS.map((value) => ({ value, label: words.periods[value] }))} onChange={(when) => change({ when })} />}
      <FilterSelect label={text.whose} all={text.all} value={values.mine} choices={[{ value: 'true', label: text.mine }]} onChange={(mine) => change({ mine })} />
      {filters.isNarrowed ? <Button kind="quiet" icon="close" onClick={filters.clear}>{text.clear}</Button> : null}
    </Filters>
  );
}
