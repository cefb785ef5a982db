import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidersOf } from './approval.decider.rules.ts';
import { findingsOf, type Finding, type Roster } from './approval.route.check.rules.ts';
import { categoryFits, routeFits, routeFor, type Approver, type Route } from './approval.route.rules.ts';

const management: Approver = { type: 'role', role: 'management' };
const step = (approver: Approver = management) => ({ name: '核准', approver, mode: 'any' as const, dueDays: 1, escalate: null });
let made = 0;
const route = (part: Partial<Route> = {}): Route => {
  made += 1;
  return { id: String(made), kind: 'spending', category: '', departmentId: null, fromCents: null, toCents: null, steps: [step()], position: made, revision: 1, ...part };
};
const roster: Roster = {
  people: [
    { id: 'zhou', name: '周正', orgRole: 'management', active: true }, { id: 'sun', name: '孙丽', orgRole: 'finance', active: true },
    { id: 'chen', name: '陈婧', orgRole: 'member', active: true }, { id: 'gone', name: '老何', orgRole: 'member', active: false },
  ],
  departments: [{ id: 'east', name: '华东市场部', headId: 'chen' }, { id: 'north', name: '华北市场部', headId: null }],
};
const asked = (part: object = {}) => ({ kind: 'spending' as const, amountCents: 1_200_000, category: '线上推广费', departmentId: null, ...part });

describe('the route of a request', () => {
  test.each([['线上推广费', '线上推广', true], ['线上推广', '线上推广费', true], ['线上推广费', ' 线上 推广费 ', true], ['ＫＯＬ投放', 'kol投放', true], ['', '', true], ['', '场地', true], ['线上推广费', '', false], ['费', '线上推广费', false], ['线上推广费', '线下推广费', false]])('%j takes %j: %s', (own, other, fits) => {
    expect(categoryFits(own, other)).toBe(fits);
  });

  test('is the first in order that fits, both ends of a band included', () => {
    const [low, middle, high] = [route({ toCents: 499_999 }), route({ fromCents: 500_000, toCents: 1_000_000 }), route({ fromCents: 1_000_001 })];
    const routes = [high, middle, low];
    expect([0, 499_999, 500_000, 1_000_000, 1_000_001].map((amountCents) => routeFor(routes, asked({ amountCents }))?.id)).toEqual([low.id, low.id, middle.id, middle.id, high.id]);
    expect(routeFor(routes, asked({ amountCents: null }))).toBeUndefined();
    expect(routeFor([route({ kind: 'plan' })], asked())).toBeUndefined();
  });

  test('of a department or category is taken before the general one when it stands before it', () => {
    const [east, general] = [route({ departmentId: 'east', category: '线上推广' }), route()];
    expect(routeFor([general, east], asked({ departmentId: 'east' }))?.id).toBe(east.id);
    expect(routeFor([general, east], asked({ departmentId: 'north' }))?.id).toBe(general.id);
    expect(routeFor([{ ...general, position: 0 }, east], asked({ departmentId: 'east' }))?.id).toBe(general.id);
  });
});

describe('who decides', () => {
  const around = { people: roster.people, leadId: 'chen', headId: 'chen', requesterId: null };
  test.each<[Approver, object, string[], boolean]>([
    [{ type: 'role', role: 'finance' }, {}, ['sun'], false], [{ type: 'lead' }, {}, ['chen'], false], [{ type: 'head' }, { headId: null }, ['zhou'], true],
    [{ type: 'person', userId: 'gone' }, {}, ['zhou'], true], [{ type: 'lead' }, { requesterId: 'chen' }, ['zhou'], true], [management, { requesterId: 'zhou' }, [], true],
  ])('%j with %j is %j', (approver, part, ids, instead) => {
    const { people, instead: by } = decidersOf(approver, { ...around, ...part });
    expect([people.map((person) => person.id), by]).toEqual([ids, instead]);
  });
});

describe('what is found', () => {
  const of = (routes: Route[], kind: Route['kind'] = 'spending') => findingsOf(kind, routes, roster);
  const bare = ({ code, ...rest }: Finding) => [code, rest];

  test('nothing in bands that follow each other', () => {
    expect(of([route({ toCents: 499_999 }), route({ fromCents: 500_000 })])).toEqual([]);
  });

  test('a route that an earlier one takes whole, or several together', () => {
    const [all, later] = [route(), route({ category: '线上推广费', fromCents: 5 })];
    expect(of([all, later]).map(bare)).toEqual([['shadowed', { routeId: later.id, by: [all.id] }]]);
    const [a, b, c] = [route({ toCents: 100 }), route({ fromCents: 101 }), route({ fromCents: 50, toCents: 200 })];
    expect(of([a, b, c]).map(bare)).toEqual([['shadowed', { routeId: c.id, by: [a.id, b.id] }]]);
    expect(of([a, b, route()])).toEqual([]);
    expect(of([route({ departmentId: 'east' }), route()])).toEqual([]);
  });

  test('amounts that two take, and amounts that none takes', () => {
    const [a, b] = [route({ toCents: 500_000 }), route({ fromCents: 500_000, toCents: 1_000_000 })];
    expect(of([a, b]).map(bare)).toEqual([
      ['partly', { routeId: b.id, by: a.id, band: { fromCents: 500_000, toCents: 500_000 } }],
      ['gap', { routeId: b.id, band: { fromCents: 1_000_001, toCents: null } }],
    ]);
    const [low, high] = [route({ toCents: 499_999 }), route({ fromCents: 1_000_001 })];
    expect(of([low, high]).map(bare)).toEqual([['gap', { routeId: low.id, band: { fromCents: 500_000, toCents: 1_000_000 } }]]);
    expect(of([low, high, route()])).toEqual([]);
  });

  test('a kind without a route, and what is not named', () => {
    expect(of([], 'plan')).toEqual([{ code: 'no_route', kind: 'plan' }]);
    expect(of([route({ category: '线上推广费' })])).toEqual([{ code: 'rest', kind: 'spending' }]);
  });

  test('people who are gone, roles that nobody has, departments without a head, a step that nobody can ever decide', () => {
    const one = route({ steps: [step({ type: 'person', userId: 'gone' }), step({ type: 'role', role: 'admin' }), step({ type: 'head' })] });
    const found = [['person', { routeId: one.id, step: 1, name: '老何' }], ['nobody', { routeId: one.id, step: 2, departments: [] }], ['headless', { kind: 'spending', departments: ['华北市场部'] }]];
    expect(of([one]).map(bare)).toEqual(found);
    expect(of([{ ...one, departmentId: 'east' }]).map(bare)).toEqual([...found.slice(0, 2), ['rest', { kind: 'spending' }]]);
    expect(of([{ ...one, departmentId: 'north' }]).map(bare)).toContainEqual(['nobody', { routeId: one.id, step: 3, departments: ['华北市场部'] }]);
    const without = { ...roster, people: roster.people.filter((person) => person.orgRole !== 'management') };
    expect(findingsOf('spending', [one], without).map(bare)).toEqual([1, 2, 3].map((at) => ['dead', { routeId: one.id, step: at }]));
  });
});

describe('properties', () => {
  const cents = fc.integer({ min: 1, max: 9 });
  const routes = fc.array(fc.record({ band: fc.tuple(fc.option(cents), fc.option(cents)), category: fc.constantFrom('', '场地费', '推广费'), departmentId: fc.constantFrom(null, 'east', 'north') }), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(({ band: [a, b], ...part }, position): Route => route({ ...part, id: `r${position}`, position, fromCents: a !== null && b !== null ? Math.min(a, b) : a, toCents: a !== null && b !== null ? Math.max(a, b) : b })));
  const questions = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((amountCents) => ['场地费', '推广费', '其他'].flatMap((category) => [null, 'east', 'north'].map((departmentId) => ({ kind: 'spending' as const, amountCents, category, departmentId }))));

  test('a route is said to be never reached only when no request reaches it', () => {
    fc.assert(fc.property(routes, (all) => {
      const reached = new Set(questions.map((question) => routeFor(all, question)?.id));
      for (const finding of findingsOf('spending', all, roster)) if (finding.code === 'shadowed') expect(reached.has(finding.routeId)).toBe(false);
    }), { numRuns: 300 });
  });

  test('a gap is an amount that no route takes', () => {
    fc.assert(fc.property(routes, (all) => {
      for (const finding of findingsOf('spending', all, roster)) {
        if (finding.code !== 'gap') continue;
        const beside = all.find((one) => one.id === finding.routeId);
        const amountCents = finding.band.fromCents ?? 0;
        expect(routeFor(all, { kind: 'spending', amountCents, category: beside?.category ?? '', departmentId: beside?.departmentId ?? null })).toBeUndefined();
      }
    }), { numRuns: 300 });
  });

  test('the route found is the first that fits', () => {
    fc.assert(fc.property(routes, fc.constantFrom(...questions), (all, question) => {
      expect(routeFor(all.toReversed(), question)?.id).toBe(all.find((one) => routeFits(one, question))?.id);
    }));
  });
});
