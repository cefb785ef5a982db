type Row = Readonly<Record<string, unknown>>;

interface Frozen {
  readonly campaign: Readonly<Record<'name' | 'theme' | 'audience' | 'startsOn' | 'endsOn' | 'eventFrom' | 'eventTo', string | null>>;
  readonly goals: readonly Row[];
  readonly budget: readonly { readonly category: string; readonly detail: string; readonly amountCents: number }[];
  readonly schedule: readonly { readonly title: string; readonly startOn: string | null; readonly endOn: string | null; readonly dueTime: string | null }[];
  /** Absent in versions that were frozen before the plan had a text. */
  readonly sections?: readonly { readonly key: string; readonly title: string; readonly words: string }[];
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
}

/** What is kept up while the campaign runs and does not break a seal. */
const KEPT_UP = new Set(['note', 'ownerText']);

const fieldsOf = (row: Row): unknown[] => Object.entries(row).filter(([field]) => !KEPT_UP.has(field)).toSorted(([a], [b]) => (a < b ? -1 : 1));
/** Of a goal only what the approved version knew: older ones were frozen with fewer fields. */
const goalAs = (goal: Row, model: Row | undefined): unknown[] => fieldsOf(model ? Object.fromEntries(Object.keys(model).map((field) => [field, goal[field]])) : goal);

function listsAs(lists: Frozen['lists'], model: Frozen['lists']): unknown {
  return Object.keys(model ?? {}).toSorted().map((name) => [name, (lists?.[name] ?? []).map(fieldsOf)]);
}

/**
 * True while the plan says what the approved version says: an approval never silently covers a later change (P4.2).
 * Notes, owners and the team are not compared: they are kept up while the campaign runs. Parts that the approved version did not have are left aside.
 */
export function isSamePlan(approved: Frozen, current: Frozen): boolean {
  const essence = ({ campaign, goals, budget, schedule, sections, lists }: Frozen) => JSON.stringify([
    [campaign.name, campaign.theme, campaign.audience, campaign.startsOn, campaign.endsOn, campaign.eventFrom, campaign.eventTo],
    goals.map((goal) => goalAs(goal, approved.goals[0])),
    budget.map(({ category, detail, amountCents }) => [category, detail, amountCents]),
    schedule.map(({ title, startOn, endOn, dueTime }) => [title, startOn, endOn, dueTime]),
    approved.sections ? sections?.filter((section) => section.words !== '').map(({ key, title, words }) => [key, title, words]) : null,
    listsAs(lists, approved.lists),
  ]);
  return essence(approved) === essence(current);
}
