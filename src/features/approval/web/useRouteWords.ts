import { accountMessages } from '#features/account/account.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { bandShape, type Band } from '../approval.band.rules.ts';
import type { Finding } from '../approval.route.check.rules.ts';
import type { RouteBook, RouteFields } from '../approval.route.contract.ts';
import { inOrder, type Approver, type RouteStep } from '../approval.route.rules.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';

const CIRCLED_ONE = 0x2460;
export const circled = (index: number): string => String.fromCodePoint(CIRCLED_ONE + index);

export interface RouteWords {
  readonly approver: (approver: Approver) => string;
  /** `>1万`; both languages can be read back by `readBand`. */
  readonly band: (band: Band) => string;
  /** The band in words, for whoever types one. */
  readonly said: (band: Band) => string;
  /** `线上推广费 · >1万 · 华东市场部`. */
  readonly fit: (route: Pick<RouteFields, 'category' | 'departmentId' | 'fromCents' | 'toCents'>) => string;
  /** `2 个工作日，超期转管理层`; '' when there is nothing to say. */
  readonly terms: (step: RouteStep) => string;
  readonly number: (routeId: string) => string;
  readonly finding: (finding: Finding) => string;
}

/** Routes in the reader's language, with the names of this company. */
export function useRouteWords(book: RouteBook): RouteWords {
  const words = useMessages(approvalRouteWebMessages);
  const { roles } = useMessages(accountMessages);
  const formats = useFormats();
  const amount = (cents: number): string => words.amount(cents / 100);
  const approver = (one: Approver): string => {
    if (one.type === 'role') return roles[one.role];
    if (one.type !== 'person') return words.approver[one.type];
    const person = book.people.find(({ id }) => id === one.userId);
    return person ? `${person.name}${person.active ? '' : words.approver.gone}` : words.approver.unknown;
  };
  const band = (one: Band): string => {
    const shape = bandShape(one);
    if (shape.shape === 'every') return words.band.every;
    if (shape.shape !== 'between') return words.band[shape.shape](amount(shape.cents));
    const [from, to] = [amount(shape.from), amount(shape.to)];
    if (!shape.fromOut && !shape.toOut) return words.band.between(from, to);
    return words.band.mixed(shape.fromOut ? words.band.above(from) : words.band.from(from), shape.toOut ? words.band.below(to) : words.band.upTo(to));
  };
  const said = (one: Band): string => {
    const shape = bandShape(one);
    if (shape.shape === 'every') return words.said.every;
    return shape.shape === 'between' ? words.said.between(amount(shape.from), shape.fromOut, amount(shape.to), shape.toOut) : words.said[shape.shape](amount(shape.cents));
  };
  const number = (routeId: string): string => {
    const route = book.routes.find(({ id }) => id === routeId);
    return words.routeNumber(inOrder(book.routes.filter(({ kind }) => kind === route?.kind)).findIndex(({ id }) => id === routeId) + 1);
  };
  const fit: RouteWords['fit'] = (route) => {
    const department = book.departments.find(({ id }) => id === route.departmentId)?.name;
    const stated = route.fromCents !== null || route.toCents !== null;
    return [route.category, stated ? band(route) : '', department].filter(Boolean).join(' · ') || words.everything;
  };
  /** The amounts that are missing, with the category and department of the route beside them. */
  const gap = (routeId: string, missing: Band): string => {
    const route = book.routes.find(({ id }) => id === routeId);
    return route ? fit({ ...route, ...missing }) : band(missing);
  };
  return {
    approver, band, said, number, fit,
    terms: (step) => [step.mode === 'all' ? words.everyone : '', step.dueDays === null ? '' : words.due(step.dueDays), step.escalate ? words.escalated(approver(step.escalate)) : ''].filter(Boolean).join(words.join),
    finding: (one) => findingText(one, words.finding, { band, gap, number, list: formats.list, unknown: words.approver.unknown }),
  };
}

interface FindingParts {
  readonly band: (band: Band) => string;
  readonly gap: (routeId: string, band: Band) => string;
  readonly number: (routeId: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly unknown: string;
}

function findingText(one: Finding, words: (typeof approvalRouteWebMessages)['zh-CN']['finding'], { band, gap, number, list, unknown }: FindingParts): string {
  switch (one.code) {
    case 'shadowed': return words.shadowed(list(one.by.map(number)));
    case 'partly': return words.partly(band(one.band), number(one.by));
    case 'gap': return words.gap(gap(one.routeId, one.band));
    case 'person': return words.person(one.step, one.name || unknown);
    case 'nobody': return one.departments.length > 0 ? words.headless(one.step, list(one.departments)) : words.nobody(one.step);
    case 'dead': return words.dead(one.step);
    case 'headless': return words.headlessAll(list(one.departments));
    case 'rest': case 'no_route': return words[one.code];
  }
}
