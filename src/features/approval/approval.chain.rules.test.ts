import { expect, test } from 'vitest';
import { chainsOf } from './approval.chain.rules.ts';

const pass = (from: string, to: string, state: 'running' | 'coming' = 'running') => ({ fromId: from, fromName: from, toId: to, toName: to, state });

test.each([
  ['one', [pass('周正', '吴迪')], [['周正', '吴迪']]],
  ['a chain, in any order', [pass('吴迪', '陈婧'), pass('周正', '吴迪')], [['周正', '吴迪', '陈婧']]],
  ['two people to one', [pass('周正', '陈婧'), pass('吴迪', '陈婧')], [['周正', '陈婧'], ['吴迪', '陈婧']]],
  ['one that has not begun is no link', [pass('周正', '吴迪'), pass('吴迪', '陈婧', 'coming')], [['周正', '吴迪']]],
  ['none', [], []],
])('%s', (_, delegations, expected) => expect(chainsOf(delegations)).toEqual(expected));
