import { describe, expect, it, test } from 'vitest';
import { isReserve, RESERVE_BOUNDS } from '#features/budget/budget.rules.ts';
import { PROMOTION_PHASES, type RISK_KINDS } from '#features/plan/plan.lists.contract.ts';
import { PHASES } from '#features/schedule/schedule.rules.ts';
import type { WhenReading } from '#features/schedule/times/schedule.when.rules.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { readOwners } from '#features/team/team.owner.rules.ts';
import { addDays, addWorkingDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { readTaskWhen } from '#features/schedule/times/schedule.when.rules.ts';
import { campaignDays, eventEnd, type EventDays } from './playbook.dates.rules.ts';
import { playbookFile, type PlaybookFile } from './playbook.file.contract.ts';
import { fileFaults } from './playbook.file.rules.ts';
import brand from './playbooks/brand.json' with { type: 'json' };
import exhibition from './playbooks/exhibition.json' with { type: 'json' };
import festival from './playbooks/festival.json' with { type: 'json' };
import launch from './playbooks/launch.json' with { type: 'json' };
import loyalty from './playbooks/loyalty.json' with { type: 'json' };

const PLAYBOOKS = { launch, brand, festival, loyalty, exhibition };
const playbooks = Object.entries(PLAYBOOKS).map(([scenario, content]): [string, PlaybookFile] => [scenario, playbookFile.parse(content)]);

/** The source's own event, the two long holidays, and a day that the shops live by. */
const EVENT_DAYS: readonly Day[] = ['2025-10-16', '2026-05-01', '2026-02-14', '2026-11-11'];

const campaignOf = ({ period }: PlaybookFile, eventFrom: Day): EventDays => campaignDays(period, eventFrom, eventEnd(period, eventFrom));

type Task = PlaybookFile['tasks'][number];
type Period = { readonly startOn: Day; readonly endOn: Day };
const periodOf = ({ startOn, endOn, question }: WhenReading): Period | null => (question === null && startOn !== null && endOn !== null ? { startOn, endOn } : null);
const periodsOf = (playbook: PlaybookFile, campaign: EventDays): ReadonlyMap<string, Period | null> =>
  new Map(playbook.tasks.map(({ key, when }) => [key, periodOf(readTaskWhen(when, campaign))]));

/** The day from which the successor may run, or may end, by one link. */
function holds(link: Task['after'][number], before: Period, after: Period): boolean {
  const { type, lagDays, lagUnit } = link;
  const later = (day: Day): Day => (lagUnit === 'workday' && lagDays > 0 ? addWorkingDays(day, lagDays) : addDays(day, lagDays));
  switch (type) {
    case 'FS':
      return after.startOn > later(before.endOn);
    case 'SS':
      return after.startOn >= later(before.startOn);
    case 'FF':
      return after.endOn >= later(before.endOn);
    case 'SF':
      return after.endOn >= later(before.startOn);
  }
}

const brokenLinks = (playbook: PlaybookFile, campaign: EventDays): string[] => {
  const periods = periodsOf(playbook, campaign);
  return playbook.tasks.flatMap(({ key, after }) => after.flatMap((link) => {
    const [before, own] = [periods.get(link.key), periods.get(key)];
    return before && own && holds(link, before, own) ? [] : [`${link.key} → ${key}`];
  }));
};

function isAcyclic(tasks: readonly Task[]): boolean {
  const left = new Map(tasks.map(({ key, after }) => [key, new Set(after.map((link) => link.key))]));
  for (;;) {
    const free = [...left].filter(([, before]) => [...before].every((key) => !left.has(key))).map(([key]) => key);
    if (free.length === 0) return left.size === 0;
    for (const key of free) left.delete(key);
  }
}

const GROUPS = Object.values(teamMessages['zh-CN'].groups);
const strangers = (owners: readonly string[]): string[] => owners.filter((owner) => readOwners(owner).length === 0 || readOwners(owner).some(({ kind }) => kind === 'name'));
const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const titled = (playbook: PlaybookFile, word: string): Task[] => playbook.tasks.filter(({ title }) => title.includes(word));
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test('each built-in scenario has its playbook (S1)', () => {
  expect(playbooks.map(([scenario]) => scenario)).toEqual(['launch', 'brand', 'festival', 'loyalty', 'exhibition']);
  for (const [scenario, playbook] of playbooks) expect(playbook.scenario).toBe(scenario);
});

describe.each(playbooks)('%s', (_, playbook) => {
  it('is read whole: no field that the form does not know, no text cut or trimmed, no fault', () => {
    expect(playbook).toMatchObject(PLAYBOOKS[playbook.scenario as keyof typeof PLAYBOOKS]);
    expect(fileFaults(playbook)).toEqual([]);
  });

  it('is of the size of a real plan', () => {
    const between = (count: number, from: number, to: number) => { expect(count).toBeGreaterThanOrEqual(from); expect(count).toBeLessThanOrEqual(to); };
    between(playbook.tasks.length, 25, 40);
    between(playbook.goals.length, 4, 6);
    between(playbook.team.areas.length, 8, 14);
    between(playbook.materials.length, 10, 20);
    between(playbook.risks.length, 8, 12);
    between(playbook.questions.length, 6, 9);
    between(playbook.personas.length, 2, 4);
    expect(playbook.team.groups.map(({ group }) => group)).toEqual(Object.keys(teamMessages['zh-CN'].groups));
    for (const phase of PHASES) expect(playbook.tasks.some((task) => task.phase === phase), phase).toBe(true);
    for (const phase of PROMOTION_PHASES) expect(playbook.channels.some((channel) => channel.phase === phase), phase).toBe(true);
    expect(['theme', 'period', 'audience', 'channels', 'process', 'materials', 'compliance', 'risks'].filter((key) => !playbook.sections.some((section) => section.key === key && section.text.length >= 100))).toEqual([]);
  });

  it('spends the whole budget once, 10–15 % of it held back (P2.2)', () => {
    const { lines } = playbook.budget;
    expect(sum(lines.map(({ share }) => share))).toBeCloseTo(100, 9);
    const reserve = lines.filter((line) => line.reserve);
    expect(reserve.map(({ category }) => category)).toEqual(lines.filter(isReserve).map(({ category }) => category));
    expect(sum(reserve.map(({ share }) => share))).toBeGreaterThanOrEqual(RESERVE_BOUNDS.fromPercent);
    expect(sum(reserve.map(({ share }) => share))).toBeLessThanOrEqual(RESERVE_BOUNDS.toPercent);
    for (const word of ['物料制作费', '线上推广费', '人员成本', '应急备用金']) expect(lines.map(({ category }) => category)).toContain(word);
  });

  it('pays channels and materials from lines that it has, each line used up once', () => {
    const categories = playbook.budget.lines.map(({ category }) => category);
    expect(playbook.channels.filter(({ category }) => !categories.includes(category))).toEqual([]);
    expect(playbook.materials.filter(({ category }) => !categories.includes(category)).map(({ name }) => name)).toEqual([]);
    for (const category of new Set(playbook.channels.map((channel) => channel.category))) {
      expect(categories.filter((one) => one === category), category).toHaveLength(1);
      expect(sum(playbook.channels.filter((channel) => channel.category === category).map(({ share }) => share)), category).toBeCloseTo(100, 9);
    }
  });

  it('names every row once and every owner by a group or a grade of the team', () => {
    expect(repeated(playbook.tasks.map(({ key }) => key))).toEqual([]);
    expect(repeated(playbook.tasks.map(({ title }) => title))).toEqual([]);
    expect(repeated(playbook.goals.map(({ metric }) => metric))).toEqual([]);
    expect(repeated(playbook.materials.map(({ name }) => name))).toEqual([]);
    expect(repeated(playbook.budget.lines.map(({ category }) => category))).toEqual([]);
    expect(repeated(playbook.team.areas.map(({ area }) => area))).toEqual([]);
    expect(repeated(playbook.channels.map(({ channel, phase }) => `${channel} ${phase}`))).toEqual([]);
    const owned = [...playbook.channels, ...playbook.materials, ...playbook.steps, ...playbook.zones, ...playbook.risks, ...playbook.data].map(({ ownerText }) => ownerText);
    expect(strangers([...playbook.tasks, ...playbook.budget.lines].map(({ owner }) => owner))).toEqual([]);
    expect(strangers(owned)).toEqual([]);
    expect(strangers(playbook.team.areas.flatMap(({ responsible, accountable, consulted, informed }) => [responsible, accountable, consulted, informed]))).toEqual([]);
    // One work area, one who answers for it (P3.2).
    expect(playbook.team.areas.filter(({ accountable }) => !GROUPS.includes(accountable)).map(({ area }) => area)).toEqual([]);
    const people = new Set(playbook.personas.map(({ name }) => name));
    expect(playbook.channels.filter(({ persona }) => !people.has(persona)).map(({ channel, persona }) => `${channel} ${persona}`)).toEqual([]);
  });

  it('holds its promises in rows: triggers, responses, measures, choices, sizes', () => {
    expect(playbook.goals.filter(({ measure, reason, unit }) => measure === '' || reason === '' || unit === '')).toEqual([]);
    expect(playbook.goals.filter(({ level }) => level === 'key').length).toBeGreaterThan(0);
    expect(playbook.risks.filter(({ trigger, prevention, response }) => trigger === '' || prevention === '' || response.length < 20).map(({ risk }) => risk)).toEqual([]);
    // The three incidents of E3.2.
    for (const kind of ['crowd', 'equipment', 'complaint'] satisfies (typeof RISK_KINDS)[number][]) expect(playbook.risks.some((risk) => risk.kind === kind), kind).toBe(true);
    expect(playbook.questions.filter(({ kind, choices }) => (kind === 'single' || kind === 'multiple') !== choices.includes('、') && kind !== 'rating').map(({ question }) => question)).toEqual([]);
    expect(playbook.questions.some(({ kind }) => kind === 'nps') && playbook.questions.some(({ kind }) => kind === 'rating') && playbook.questions.some(({ kind }) => kind === 'text')).toBe(true);
    expect(playbook.channels.filter(({ content, metric, target }) => content === '' || metric === '' || target === null)).toEqual([]);
    expect(playbook.materials.filter(({ spec, quantity, unit }) => spec === '' || quantity === null || unit === '').map(({ name }) => name)).toEqual([]);
    expect(playbook.data.filter(({ purpose, consent }) => purpose === '' || consent === '').map(({ item }) => item)).toEqual([]);
    for (const zone of ['签到区', '体验区', '咨询台', '应急组']) expect(playbook.zones.map(({ name }) => name)).toContain(zone);
    expect(playbook.zones.filter(({ duty, staff }) => duty === '' || !staff).map(({ name }) => name)).toEqual([]);
  });

  it('runs every day of the sheet in order, with people there two hours before the doors open (E3.1)', () => {
    const days = [...new Set(playbook.steps.map(({ day }) => day))];
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]).toBeLessThanOrEqual(0);
    expect(days.at(-1)).toBeLessThanOrEqual(playbook.period.eventDays);
    for (const day of days) {
      const steps = playbook.steps.filter((step) => step.day === day);
      const starts = steps.map(({ startTime }) => minutesOf(startTime ?? '99:99'));
      expect(starts, `day ${day}`).toEqual(starts.toSorted((a, b) => a - b));
      const arrival = steps.find(({ title }) => title.includes('到岗'));
      const opening = steps.find(({ title }) => /开场|开放|开展|开幕|开馆/.test(title) && !title.includes('到岗'));
      if (day < 1 || !opening) continue;
      expect(minutesOf(opening.startTime ?? '') - minutesOf(arrival?.startTime ?? '99:99'), `day ${day}`).toBeGreaterThanOrEqual(120);
    }
  });

  it('says every step of the standard flow (S2)', () => {
    for (const word of ['目标', '预算', '专项小组', '审批', '宣贯会', '设计', '打样', '验收', '布置', '提前2小时到岗', '数据日报', '每日21:00复盘', '问卷', '撤场', '评估报告', '归档', '经验复盘', '剩余', '用户运营']) {
      expect(titled(playbook, word).length, word).toBeGreaterThan(0);
    }
  });

  it('knows only tasks that it has, and never in a circle', () => {
    const keys = new Set(playbook.tasks.map(({ key }) => key));
    expect(playbook.tasks.flatMap(({ after }) => after).filter(({ key }) => !keys.has(key))).toEqual([]);
    expect(isAcyclic(playbook.tasks)).toBe(true);
    // Whatever is not where it all starts waits for something.
    expect(playbook.tasks.filter(({ after }) => after.length === 0).length).toBeLessThanOrEqual(2);
  });

  describe.each(EVENT_DAYS)('with the event on %s', (eventFrom) => {
    const campaign = campaignOf(playbook, eventFrom);
    const unread = (texts: readonly string[]) => texts.filter((text) => periodOf(readTaskWhen(text, campaign)) === null);

    it('has days for everything, inside the campaign', () => {
      expect(unread(playbook.tasks.map(({ when }) => when))).toEqual([]);
      expect(unread(playbook.channels.map(({ when }) => when))).toEqual([]);
      expect(unread(playbook.goals.map(({ due }) => due))).toEqual([]);
      expect(unread(playbook.materials.map(({ due }) => due))).toEqual([]);
      for (const { keepUntil, item } of playbook.data) expect(readTaskWhen(keepUntil, campaign).endOn ?? '', item).toMatch(/^\d{4}/);
    });

    it('starts no task before those that it waits for have ended', () => {
      expect(brokenLinks(playbook, campaign)).toEqual([]);
    });

    it('warms up for 3–5 days until the day before, bursts on the opening day, then sustains (E2.2)', () => {
      for (const { phase, when, channel } of playbook.channels) {
        const { startOn, endOn } = periodOf(readTaskWhen(when, campaign)) ?? { startOn: '', endOn: '' };
        if (phase === 'warmup') {
          expect(daysBetween(startOn, endOn) + 1, channel).toBeGreaterThanOrEqual(3);
          expect(daysBetween(startOn, endOn) + 1, channel).toBeLessThanOrEqual(5);
          expect(endOn < eventFrom, channel).toBe(true);
        } else if (phase === 'burst') expect(startOn <= eventFrom && endOn >= eventFrom, channel).toBe(true);
        else expect(startOn > eventFrom, channel).toBe(true);
      }
    });

    it('sets up one day before, with the materials there earlier', () => {
      expect(titled(playbook, '布置').some(({ when }) => readTaskWhen(when, campaign).endOn === addDays(eventFrom, -1))).toBe(true);
      expect(playbook.materials.filter(({ due }) => (readTaskWhen(due, campaign).endOn ?? '') >= addDays(eventFrom, -1)).map(({ name }) => name)).toEqual([]);
    });

    it('reports within 3 working days after the end (R1.1)', () => {
      for (const { when } of titled(playbook, '评估报告')) {
        const { endOn } = readTaskWhen(when, campaign);
        expect(endOn !== null && endOn <= addWorkingDays(campaign.eventTo, 3)).toBe(true);
      }
    });

    it('holds each phase of the schedule on its side of the event', () => {
      const periods = periodsOf(playbook, campaign);
      for (const { key, phase } of playbook.tasks) {
        const { startOn, endOn } = periods.get(key) ?? { startOn: '', endOn: '' };
        if (phase === 'preparation') expect(endOn < eventFrom, key).toBe(true);
        if (phase === 'retrospective') expect(startOn > campaign.eventTo, key).toBe(true);
      }
    });
  });

  test('no event day of two years breaks the order or leaves the period', () => {
    const broken: string[] = [];
    for (let eventFrom: Day = '2025-01-03'; eventFrom < '2026-11-01'; eventFrom = addDays(eventFrom, 5)) {
      const campaign = campaignOf(playbook, eventFrom);
      const outside = playbook.tasks.filter(({ when }) => periodOf(readTaskWhen(when, campaign)) === null).map(({ key }) => key);
      broken.push(...[...outside, ...brokenLinks(playbook, campaign)].map((what) => `${eventFrom} ${what}`));
    }
    expect(broken).toEqual([]);
  });
});
