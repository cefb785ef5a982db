import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan, type FrozenPlan } from './approval.content.rules.ts';
import { isUnchanged, planDifference } from './approval.difference.rules.ts';
import { listChanges, sectionChanges } from './approval.plan.rules.ts';
import { nearby, wordDifference } from './approval.words.rules.ts';

const base = readPlan({
  campaign: { name: '秋季新品上市', theme: '', audience: '', leadName: null, departmentName: null, startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: null, eventTo: null },
  goals: [{ metric: '新品订单量', kind: 'count', unit: '单', direction: 'up', target: 2000, parts: [{ name: '预热', target: 300 }, { name: '爆发', target: 1700 }] }],
  budget: [], schedule: [], team: [],
  sections: [{ key: 'theme', title: '', words: '秋日焕新，一口入秋' }, { key: 'own', title: '会员回访', words: '一周内回访' }],
  lists: {
    risks: [{ risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', response: '开启第二通道', ownerText: '陈婧', note: '' }],
    channels: [{ channel: '公众号', phase: 'warmup', amountCents: 200_000, ownerText: '', note: '' }, { channel: '公众号', phase: 'burst', amountCents: 100_000, ownerText: '', note: '' }],
    materials: [{ name: '海报', quantity: 500, unit: '张', ownerText: '', note: '' }],
  },
  check: [{ rule: 'B02', clause: 'P2.2', severity: 'warning', what: '备用金低于 10%', answer: '场地为自有门店' }],
}) as FrozenPlan;
const withLists = (lists: object): FrozenPlan => ({ ...base, lists: { ...base.lists, ...lists } });

test('an older version without text and tables is compared with neither', () => {
  const { sections: _sections, lists: _lists, ...old } = base;
  const olden = { ...old, goals: old.goals.map(({ parts: _parts, ...goal }) => goal) } as FrozenPlan;
  expect([sectionChanges(olden, base), listChanges(olden, base), planDifference(olden, base).parts]).toEqual([[], [], []]);
});

describe('the text', () => {
  test.each([
    ['changed', [{ key: 'theme', title: '', words: '秋日焕新，一杯入秋' }, base.sections?.[1]], [{ key: 'theme', title: '', state: 'changed', pieces: [{ kind: 'same', text: '秋日焕新，' }, { kind: 'removed', text: '一口' }, { kind: 'added', text: '一杯' }, { kind: 'same', text: '入秋' }] }]],
    ['removed', [base.sections?.[0]], [{ key: 'own', title: '会员回访', state: 'removed', pieces: [{ kind: 'removed', text: '一周内回访' }] }]],
    ['added', [...(base.sections ?? []), { key: 'risks', title: '', words: '先行处置' }], [{ key: 'risks', title: '', state: 'added', pieces: [{ kind: 'added', text: '先行处置' }] }]],
    ['emptied', [{ key: 'theme', title: '', words: '' }, base.sections?.[1]], [{ key: 'theme', title: '', state: 'removed', pieces: [{ kind: 'removed', text: '秋日焕新，一口入秋' }] }]],
    ['the same', base.sections, []],
  ])('%s', (_, sections, expected) => {
    expect(sectionChanges(base, { ...base, sections } as FrozenPlan)).toEqual(expected);
  });
});

describe('the tables', () => {
  test.each([
    ['a response rewritten', { risks: [{ ...base.lists?.['risks']?.[0], response: '暂停引流' }] }, [{ list: 'risks', name: '人流过多', phase: '', state: 'changed', fields: [{ name: 'response', before: '开启第二通道', after: '暂停引流' }] }]],
    ['another owner or note is no change', { risks: [{ ...base.lists?.['risks']?.[0], ownerText: '王芳', note: '已联系' }] }, []],
    ['a risk added', { risks: [...(base.lists?.['risks'] ?? []), { risk: '停电' }] }, [{ list: 'risks', name: '停电', phase: '', state: 'added', fields: [] }]],
    ['a material removed', { materials: [] }, [{ list: 'materials', name: '海报', phase: '', state: 'removed', fields: [] }]],
    ['one phase of a channel', { channels: [{ ...base.lists?.['channels']?.[0] }, { ...base.lists?.['channels']?.[1], amountCents: 150_000 }] }, [{ list: 'channels', name: '公众号', phase: 'burst', state: 'changed', fields: [{ name: 'amountCents', before: 100_000, after: 150_000 }] }]],
  ])('%s', (_, lists, expected) => {
    expect(listChanges(base, withLists(lists)).map(({ row: _row, ...change }) => change)).toEqual(expected);
  });
});

test('a row that was added is told whole, one that was removed by its name', () => {
  expect(listChanges(base, withLists({ risks: [{ risk: '停电', response: '启用发电机' }] })).map(({ state, row }) => [state, row])).toEqual([['added', { risk: '停电', response: '启用发电机' }], ['removed', {}]]);
});

test('a target that is split differently is seen, though the whole is the same', () => {
  const moved = { ...base, goals: base.goals.map((goal) => ({ ...goal, parts: [{ name: '预热', target: 500 }, { name: '爆发', target: 1500 }] })) };
  const difference = planDifference(base, moved);
  expect(difference.parts.map((part) => [part.name, part.before?.target, part.after?.target])).toEqual([['新品订单量 · 预热', 300, 500], ['新品订单量 · 爆发', 1700, 1500]]);
  expect(isUnchanged(difference)).toBe(false);
});

test('the findings of the check are read with their answers', () => {
  expect(base.check).toEqual([{ rule: 'B02', clause: 'P2.2', severity: 'warning', what: '备用金低于 10%', answer: '场地为自有门店' }]);
});

describe('word by word', () => {
  const texts = fc.array(fc.constantFrom('预热', '爆发', '渠道', '，', '。', '\n', '2,000 单', ' ', 'KOL'), { maxLength: 30 }).map((words) => words.join(''));

  test('the pieces make up both texts', () => {
    fc.assert(fc.property(texts, texts, (before, after) => {
      const pieces = wordDifference(before, after);
      expect(pieces.filter((piece) => piece.kind !== 'added').map((piece) => piece.text).join('')).toBe(before);
      expect(pieces.filter((piece) => piece.kind !== 'removed').map((piece) => piece.text).join('')).toBe(after);
    }));
  });

  test('what did not change is cut to what stands beside a change', () => {
    const pieces = nearby(wordDifference(`${'甲'.repeat(200)}预热五天${'乙'.repeat(200)}`, `${'甲'.repeat(200)}预热三天${'乙'.repeat(200)}`));
    expect(pieces.map((piece) => [...piece.text].length)).toEqual([25, expect.any(Number), expect.any(Number), 25]);
    expect(pieces[0]?.text.startsWith('…')).toBe(true);
    expect(pieces.at(-1)?.text.endsWith('…')).toBe(true);
  });
});
