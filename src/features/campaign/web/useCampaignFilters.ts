import { dayIn } from '#platform/shared/calendar.ts';
import { useTimeZone } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { PERIODS, periodDays } from '../campaign.calendar.rules.ts';
import type { PeriodName } from '../campaign.calendar.rules.ts';
import { STAGES } from '../campaign.rules.ts';
import type { Stage } from '../campaign.rules.ts';

const NAMES = ['q', 'stage', 'scenario', 'department', 'mine', 'when'] as const;
type FilterName = (typeof NAMES)[number];

export type CampaignView = 'table' | 'board' | 'calendar';

export interface CampaignFilters {
  readonly values: Readonly<Record<FilterName, string>>;
  readonly view: CampaignView;
  /** What the operation takes; without the days in the calendar, which has its own. */
  readonly query: { readonly q?: string; readonly stage?: Stage; readonly scenario?: string; readonly departmentId?: string; readonly mine?: 'true'; readonly from?: string; readonly to?: string };
  readonly isNarrowed: boolean;
  readonly change: (part: Partial<Record<FilterName | 'view' | 'month', string | undefined>>) => void;
  readonly clear: () => void;
}

const one = <Key extends string>(name: Key, value: string) => (value ? ({ [name]: value } as Record<Key, string>) : {});

/** The filters of the list, kept in the address so that a view can be shared and comes back. */
export function useCampaignFilters(): CampaignFilters {
  const [search, change] = useSearch();
  const today = dayIn(useTimeZone());
  const values = Object.fromEntries(NAMES.map((name) => [name, search[name] ?? ''])) as Record<FilterName, string>;
  const stage = STAGES.find((name) => name === values.stage);
  const when = PERIODS.find((name) => name === values.when) as PeriodName | undefined;
  const view = (['board', 'calendar'] as const).find((name) => name === search['view']) ?? 'table';
  return {
    values,
    view,
    query: {
      ...one('q', values.q), ...(stage ? { stage } : {}), ...one('scenario', values.scenario), ...one('departmentId', values.department),
      ...(values.mine ? { mine: 'true' as const } : {}), ...(when && view !== 'calendar' ? periodDays(when, today) : {}),
    },
    isNarrowed: NAMES.some((name) => values[name] !== ''),
    change,
    clear: () => change(Object.fromEntries(NAMES.map((name) => [name, undefined]))),
  };
}
