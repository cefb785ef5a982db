import { squeeze } from '#features/reading/reading.normal.rules.ts';
import type { Candidate } from './approval.decider.rules.ts';
import { bandsLeft, bandsMeet, EVERY_BAND, type Band } from './approval.band.rules.ts';
import { inOrder, type ApprovalKind, type Approver, type Route, type RouteStep } from './approval.route.rules.ts';

/** Who and what routes can name. */
export interface Roster {
  readonly people: readonly Candidate[];
  readonly departments: readonly { readonly id: string; readonly name: string; readonly headId: string | null }[];
}

export type Finding =
  /** Never reached: earlier routes take all of it. */
  | { readonly code: 'shadowed'; readonly routeId: string; readonly by: readonly string[] }
  /** An earlier route takes these amounts of it. */
  | { readonly code: 'partly'; readonly routeId: string; readonly by: string; readonly band: Band }
  /** Beside this route, these amounts have none: management decides. */
  | { readonly code: 'gap'; readonly routeId: string; readonly band: Band }
  /** What no route of the kind names has none: management decides. */
  | { readonly code: 'rest'; readonly kind: ApprovalKind }
  | { readonly code: 'no_route'; readonly kind: ApprovalKind }
  /** A step names someone who is not here (any more). */
  | { readonly code: 'person'; readonly routeId: string; readonly step: number; readonly name: string }
  /** Nobody has the role, or the route's department has no head: management decides instead. */
  | { readonly code: 'nobody'; readonly routeId: string; readonly step: number; readonly departments: readonly string[] }
  /** The same for the routes of every department, told once a kind. */
  | { readonly code: 'headless'; readonly kind: ApprovalKind; readonly departments: readonly string[] }
  /** Not even management is there: nobody can ever decide it. */
  | { readonly code: 'dead'; readonly routeId: string; readonly step: number };

/** What fits `route` also fits `earlier`, amounts aside. */
function coversBesideBand(earlier: Route, route: Route): boolean {
  const wide = squeeze(earlier.category).toLowerCase();
  const narrow = squeeze(route.category).toLowerCase();
  return (wide === '' || (narrow !== '' && narrow.includes(wide))) && (earlier.departmentId === null || earlier.departmentId === route.departmentId);
}

const isOpen = (band: Band): boolean => band.fromCents === null && band.toCents === null;

/** What the earlier routes of its kind leave of a route. */
function overlapsOf(route: Route, earlier: readonly Route[]): Finding[] {
  const covering = earlier.filter((one) => coversBesideBand(one, route) && bandsMeet(one, route));
  if (covering.length === 0) return [];
  // A request without an amount goes past every band, to the route that has none.
  const shadowed = isOpen(route) ? covering.some(isOpen) : bandsLeft(route, covering).length === 0;
  if (shadowed) {
    const whole = covering.filter((one) => bandsLeft(route, [one]).length === 0);
    return [{ code: 'shadowed', routeId: route.id, by: (whole[0] ? [whole[0]] : covering).map((one) => one.id) }];
  }
  if (isOpen(route)) return [];
  return covering.map((one) => ({ code: 'partly', routeId: route.id, by: one.id, band: bandsMeet(one, route) ?? EVERY_BAND }));
}

/** The amounts that no route takes for the category and department of one that has a band. Told once, at the last such route below the gap. */
function gapsOf(routes: readonly Route[]): Finding[] {
  const told = new Set<string>();
  return routes.filter((route) => !isOpen(route)).flatMap((route) => {
    const group = `${squeeze(route.category).toLowerCase()} ${route.departmentId ?? ''}`;
    if (told.has(group)) return [];
    told.add(group);
    const peers = routes.filter((one) => !isOpen(one) && coversBesideBand(one, route) && coversBesideBand(route, one));
    return bandsLeft(EVERY_BAND, routes.filter((one) => coversBesideBand(one, route))).map((band) => ({ code: 'gap' as const, routeId: (peers.findLast((one) => one.toCents !== null && one.toCents + 1 === band.fromCents) ?? route).id, band }));
  });
}

function nobodyFor(approver: Approver, route: Route, roster: Roster): readonly string[] | undefined {
  const active = (id: string | null): boolean => roster.people.some((person) => person.id === id && person.active);
  if (approver.type === 'role') return roster.people.some((person) => person.active && person.orgRole === approver.role) ? undefined : [];
  if (approver.type !== 'head') return undefined;
  const headless = roster.departments.filter((one) => (route.departmentId === null || one.id === route.departmentId) && !active(one.headId));
  return headless.length > 0 ? headless.map((one) => one.name) : undefined;
}

function stepFindings(step: RouteStep, index: number, route: Route, roster: Roster): Finding[] {
  const found: Finding[] = [];
  const at = { routeId: route.id, step: index + 1 };
  const managed = roster.people.some((person) => person.active && person.orgRole === 'management');
  const missing = [step.approver, step.escalate].flatMap((approver) => (approver?.type === 'person' ? [approver.userId] : []))
    .filter((id) => !roster.people.some((person) => person.id === id && person.active));
  const departments = nobodyFor(step.approver, route, roster);
  const stuck = departments !== undefined || (step.approver.type === 'person' && missing.includes(step.approver.userId));
  if (stuck && !managed) return [{ code: 'dead', ...at }];
  for (const id of missing) found.push({ code: 'person', ...at, name: roster.people.find((person) => person.id === id)?.name ?? '' });
  if (departments && !headlessHere(step, route)) found.push({ code: 'nobody', ...at, departments });
  return found;
}

const headlessHere = (step: RouteStep, route: Route): boolean => step.approver.type === 'head' && route.departmentId === null;

function headlessOf(kind: ApprovalKind, routes: readonly Route[], roster: Roster): Finding[] {
  const route = routes.find((one) => one.steps.some((step) => headlessHere(step, one)));
  const departments = route && nobodyFor({ type: 'head' }, route, roster);
  const managed = roster.people.some((person) => person.active && person.orgRole === 'management');
  return departments && managed ? [{ code: 'headless', kind, departments }] : [];
}

/** All that is worth knowing about the routes of one kind before a request meets them. */
export function findingsOf(kind: ApprovalKind, all: readonly Route[], roster: Roster): Finding[] {
  const routes = inOrder(all.filter((route) => route.kind === kind));
  if (routes.length === 0) return [{ code: 'no_route', kind }];
  const perRoute = routes.flatMap((route, index) => [...overlapsOf(route, routes.slice(0, index)), ...route.steps.flatMap((step, at) => stepFindings(step, at, route, roster))]);
  const rest: Finding[] = routes.some((route) => route.category === '' && route.departmentId === null) ? [] : [{ code: 'rest', kind }];
  return [...perRoute, ...gapsOf(routes), ...headlessOf(kind, routes, roster), ...rest];
}
