import { PERIODS, periodDays } from '#features/campaign/campaign.calendar.rules.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import { useTimeZone } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import type { BudgetFilter } from '../portfolio.budgets.contract.ts';
import { BUDGET_SORTS, BUDGET_STATES, type BudgetSort } from '../portfolio.budgets.rules.ts';

const NAMES = ['q', 'state', 'department', 'when'] as const;
type Name = (typeof NAMES)[number] | 'view' | 'sort' | 'order';

export interface BudgetsFilters {
  readonly values: Readonly<Record<(typeof NAMES)[number], string>>;
  readonly view: 'departments' | 'campaigns';
  readonly sort: BudgetSort;
  readonly order: 'up' | 'down';
  /** What the operations take. */
  readonly query: Partial<BudgetFilter>;
  readonly isNarrowed: boolean;
  readonly change: (part: Partial<Record<Name, string | undefined>>) => void;
  readonly clear: () => void;
  /** The same page with these parts of its address. */
  readonly address: (part: Partial<Record<Name, string | undefined>>) => string;
}

/** The filters of the budgets, kept in the address so that a view can be shared and comes back. */
export function useBudgetsFilters(): BudgetsFilters {
  const [search, change] = useSearch();
  const today = dayIn(useTimeZone());
  const values = { q: search['q'] ?? '', state: search['state'] ?? '', department: search['department'] ?? '', when: search['when'] ?? '' };
  const state = BUDGET_STATES.find((one) => one === values.state);
  const when = PERIODS.find((one) => one === values.when);
  return {
    values,
    view: search['view'] === 'campaigns' ? 'campaigns' : 'departments',
    sort: BUDGET_SORTS.find((one) => one === search['sort']) ?? 'allocated',
    order: search['order'] === 'up' ? 'up' : 'down',
    query: {
      ...(values.q ? { q: values.q } : {}), ...(state ? { state } : {}), ...(values.department ? { departmentId: values.department } : {}), ...(when ? periodDays(when, today) : {}),
    },
    isNarrowed: NAMES.some((name) => values[name] !== ''),
    change,
    clear: () => change(Object.fromEntries(NAMES.map((name) => [name, undefined]))),
    address: (part) => {
      const merged = Object.entries({ ...search, ...part }).filter((entry): entry is [string, string] => Boolean(entry[1]));
      return `/budgets?${new URLSearchParams(merged).toString()}`;
    },
  };
}
