import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { RuleView } from '../check.contract.ts';

let product: TestProduct;
let boss: TestPerson;
let member: TestPerson;
beforeAll(async () => {
  product = await startTestProduct();
  boss = await product.join({ name: '周正', email: 'zhou@example.com', orgRole: 'management' });
  member = await product.join({ name: '王芳', email: 'wang@example.com' });
});
afterAll(() => product.close());

const rulesFor = (person: TestPerson) => person.must<{ rules: RuleView[]; can: { save: boolean } }>('GET', '/api/check-rules');
const ruleOf = async (id: string): Promise<RuleView | undefined> => (await rulesFor(boss)).rules.find((rule) => rule.id === id);

test('the rules are read by everyone and changed by management and administrators', async () => {
  const read = await rulesFor(member);
  expect(read.rules.length).toBeGreaterThan(40);
  expect(read.can).toEqual({ save: false });
  expect((await rulesFor(boss)).can).toEqual({ save: true });
  const wish = { off: true, severity: null, bounds: {} };
  expect((await member.ask('PUT', '/api/check-rules/C02', wish)).status).toBe(403);
  expect((await boss.ask('PUT', '/api/check-rules/C02', wish)).status).toBe(200);
  expect((await product.admin.ask('PUT', '/api/check-rules/C02', { ...wish, off: false })).status).toBe(200);
});

test('a change is kept with who made it: off, severity, bounds', async () => {
  await boss.must('PUT', '/api/check-rules/M02', { off: false, severity: 'error', bounds: { slackDays: 3 } });
  expect(await ruleOf('M02')).toMatchObject({ off: false, severity: 'error', ownSeverity: 'warning', bounds: [{ name: 'slackDays', value: 3, own: 1, from: 0, to: 30 }], updatedBy: '周正' });
  await boss.must('PUT', '/api/check-rules/M02', { off: true, severity: 'warning' });
  expect(await ruleOf('M02')).toMatchObject({ off: true, severity: 'warning', bounds: [{ value: 1 }] });
});

test.each([
  ['an unknown rule', 'Z99', {}, 404, 'check.rule_unknown', '没有这条检查规则'],
  ['an essential rule switched off', 'G01', { off: true }, 409, 'check.rule_fixed', '提交方案的前提'],
  ['an essential rule softened', 'P01', { severity: 'hint' }, 409, 'check.rule_fixed', '不能停用或降级'],
  ['a bound out of range', 'M02', { bounds: { slackDays: 31 } }, 400, 'check.bound_outside', '请填写 0 到 30 之间的整数'],
  ['bounds the wrong way round', 'C02', { bounds: { from: 6, to: 5 } }, 400, 'check.bounds_order', '下限不能高于上限'],
])('%s is refused', async (_, rule, body, status, code, title) => {
  expect(await boss.ask('PUT', `/api/check-rules/${rule}`, { off: false, severity: null, ...body })).toMatchObject({ status, body: { code, title: expect.stringContaining(title) } });
});
