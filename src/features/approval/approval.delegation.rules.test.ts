import { expect, test } from 'vitest';
import { loopOf, type Absence } from './approval.delegation.rules.ts';

const away = (fromId: string, toId: string, fromOn = '2025-10-01', toOn = '2025-10-07'): Absence => ({ fromId, toId, fromOn, toOn });

test.each([
  ['nobody else is away', [], away('周正', '吴迪'), undefined],
  ['a chain that ends', [away('吴迪', '陈婧')], away('周正', '吴迪'), undefined],
  ['back at once', [away('吴迪', '周正')], away('周正', '吴迪'), ['周正', '吴迪', '周正']],
  ['back over a third', [away('吴迪', '陈婧'), away('陈婧', '周正')], away('周正', '吴迪'), ['周正', '吴迪', '陈婧', '周正']],
  ['back, but on other days', [away('吴迪', '周正', '2025-10-08', '2025-10-09')], away('周正', '吴迪'), undefined],
  ['back on the one day that both hold', [away('吴迪', '周正', '2025-10-07', '2025-10-09')], away('周正', '吴迪'), ['周正', '吴迪', '周正']],
  ['links that never hold on one day', [away('吴迪', '陈婧', '2025-10-01', '2025-10-03'), away('陈婧', '周正', '2025-10-04', '2025-10-07')], away('周正', '吴迪'), undefined],
  ['a loop of others is not this one', [away('吴迪', '陈婧'), away('陈婧', '吴迪')], away('周正', '吴迪'), undefined],
])('%s', (_, others, added, expected) => expect(loopOf(others, added)).toEqual(expected));
