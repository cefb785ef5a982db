import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_TYPES, type TaskLink } from '../schedule.contract.ts';
import { linkText, readLinks } from './schedule.link.rules.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';

const link = (predecessorId: string, type: TaskLink['type'] = 'FS', lagDays = 0, lagUnit: TaskLink['lagUnit'] = 'day'): TaskLink => ({ predecessorId, type, lagDays, lagUnit });
const numberOf = (id: string) => ({ a: 1, b: 2, c: 3 })[id];
const lag = (days: number, unit: TaskLink['lagUnit']) => `${days > 0 ? '+' : ''}${days}${unit === 'day' ? 'd' : 'wd'}`;

it.each([
  [[], ''],
  [[link('b')], '2'],
  [[link('c', 'SS')], '3SS'],
  [[link('a', 'FS', 1)], '1FS+1d'],
  [[link('a', 'FF', -2, 'workday'), link('b')], '1FF-2wd, 2'],
  [[link('gone'), link('b')], '2'],
])('%j is written %s', (links, text) => {
  expect(linkText(links, numberOf, lag)).toBe(text);
});

const idOf = (number: string): string | undefined => (/^[1-9]$/.test(number) ? `t${number}` : undefined);
const read = (text: string) => readLinks(text, { idOf, self: 't9' });

describe('依赖关系', () => {
  it.each<[string, TaskLink[]]>([
    ['2', [link('t2')]],
    ['2,3', [link('t2'), link('t3')]],
    ['2、3；4', [link('t2'), link('t3'), link('t4')]],
    ['2FS+3', [link('t2', 'FS', 3)]],
    ['3SS-1', [link('t3', 'SS', -1)]],
    ['5FF', [link('t5', 'FF')]],
    ['6SF+2d', [link('t6', 'SF', 2)]],
    ['3SS+2天', [link('t3', 'SS', 2)]],
    ['4FS+1个工作日', [link('t4', 'FS', 1, 'workday')]],
    ['4fs + 1 wd', [link('t4', 'FS', 1, 'workday')]],
    ['２ＦＳ＋３，３ｓｓ－１', [link('t2', 'FS', 3), link('t3', 'SS', -1)]],
    ['2+3', [link('t2', 'FS', 3)]],
    ['2FS+0d', [link('t2')]],
    ['-', []], ['无', []], ['', []],
  ])('%s', (text, links) => {
    expect(read(text)).toEqual({ links, errors: [] });
  });

  it.each([
    ['17', 'unknown', '17'],
    ['9', 'itself', '9'],
    ['场地布置', 'text', '场地布置'],
    ['2XX', 'text', '2XX'],
    ['2, 2FS+1', 'duplicate', '2FS+1'],
    ['2FS+400', 'lag', '2FS+400'],
    ['2FS+1.5d', 'text', '2FS+1.5d'],
    ['2FS+10%', 'text', '2FS+10%'],
  ])('%s is refused as %s', (text, code, piece) => {
    expect(read(text).errors).toEqual([{ code, piece }]);
  });

  it('keeps what can be read beside what cannot', () => {
    expect(read('2, 场地')).toEqual({ links: [link('t2')], errors: [{ code: 'text', piece: '场地' }] });
  });

  it('takes names that are no numbers as they are known', () => {
    const known = new Set(['A', 'B-1']);
    const context = { idOf: (text: string) => (known.has(text) ? text : undefined), self: 'C', unit: 'workday' as const };
    expect(readLinks('A, B-1, B-1SS-2, ASS+2ed', context)).toEqual({
      links: [link('A', 'FS', 0, 'workday'), link('B-1', 'FS', 0, 'workday'), link('B-1', 'SS', -2, 'workday'), link('A', 'SS', 2, 'day')], errors: [],
    });
  });
});

const someLinks = fc.uniqueArray(
  fc.record({ predecessorId: fc.integer({ min: 1, max: 40 }).map((row) => `t${row}`), type: fc.constantFrom(...LINK_TYPES), lagDays: fc.integer({ min: -365, max: 365 }), lagUnit: fc.constantFrom('day' as const, 'workday' as const) }),
  { selector: (one) => `${one.predecessorId} ${one.type}`, maxLength: 6 },
).map((links) => links.map((one) => (one.lagDays === 0 ? { ...one, lagUnit: 'day' as const } : one)));

it.each(['zh-CN', 'en'] as const)('what is written in %s is read as it was', (locale) => {
  const words = scheduleWebMessages[locale];
  fc.assert(fc.property(someLinks, (links) => {
    const text = linkText(links, (id) => Number(id.slice(1)), words.lag);
    const back = readLinks(text, { idOf: (number) => (/^\d+$/.test(number) ? `t${number}` : undefined), self: 'other' });
    expect(back).toEqual({ links, errors: [] });
  }));
});
