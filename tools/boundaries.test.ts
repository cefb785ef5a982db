import { describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.ts';
import { makeSampleTree } from './sample-tree.ts';

type Files = Record<string, string>;
const budget = 'src/features/budget';
const plan = 'src/features/plan';
const team = 'src/features/team';

/** A small tree in which every allowed way of importing occurs. */
const sound: Files = {
  'src/platform/shared/money.ts': 'export type Cents = number;',
  'src/platform/server/session.ts': "import { sql } from 'kysely';\nexport const now = sql`select now()`;",
  'src/platform/web/theme.css': 'a { color: red }',
  'src/platform/web/client.ts': "import './theme.css';\nimport type { Cents } from '#platform/shared/money.ts';\nexport const zero: Cents = 0;",
  [`${budget}/budget.contract.ts`]: "import { z } from 'zod';\nimport type { Cents } from '#platform/shared/money.ts';\nexport type Line = Cents;\nexport const line = z.int();",
  [`${budget}/server/budget.store.ts`]: "import type { Line } from '../budget.contract.ts';\nexport const read = (db: any): Line => db.selectFrom('line');",
  [`${budget}/server/budget.api.ts`]: "export { read } from './budget.store.ts';",
  [`${budget}/server/budget.factory.ts`]: "export const insert = (db: any) => db.insertInto('line');",
  [`${plan}/server/plan.service.ts`]: "import { read } from '#features/budget/server/budget.api.ts';\nexport const go = () => read(1);",
  [`${plan}/server/plan.http.test.ts`]: "import { insert } from '#features/budget/server/budget.factory.ts';\nimport { main } from '#apps/server/start.ts';\nmain(insert);",
  [`${plan}/web/PlanPage.tsx`]: "import type { Line } from '#features/budget/budget.contract.ts';\nimport { zero } from '#platform/web/client.ts';\nexport const PlanPage = (): Line => zero;",
  'src/apps/server/start.ts': "import { go } from '#features/plan/server/plan.service.ts';\nexport const main = (_: unknown) => go();",
};

/** Each row breaks one rule; the text is what was added to the sound tree. */
const faults: [rule: string, what: string, files: Files][] = [
  ['cycle', 'a circle of values', { 'src/platform/shared/a.ts': "export * from './b.ts';\nexport const a = 1;", 'src/platform/shared/b.ts': "import { a } from './a.ts';\nexport const b = a;" }],
  ['cycle', 'a circle of types only', { 'src/platform/shared/a.ts': "import type { B } from './b.ts';\nexport type A = B;", 'src/platform/shared/b.ts': "export type B = import('./a.ts').A;" }],
  ['cycle', 'a circle through a dynamic import', { 'src/platform/shared/a.ts': "export const a = () => import('./b.ts');", 'src/platform/shared/b.ts': "import { a } from './a.ts';\nexport const b = a;" }],
  ['layers', 'platform imports a feature', { 'src/platform/server/x.ts': "import type { Line } from '#features/budget/budget.contract.ts';\nexport type X = Line;" }],
  ['layers', 'platform imports an app', { 'src/platform/server/x.ts': "import { main } from '#apps/server/start.ts';\nmain(1);" }],
  ['layers', 'a feature imports an app', { [`${budget}/server/x.ts`]: "import { main } from '#apps/server/start.ts';\nmain(1);" }],
  ['layers', 'source imports a tool', { 'tools/x.ts': 'export const x = 1;', 'src/platform/server/x.ts': "export { x } from '../../../tools/x.ts';\nexport const y = 1;" }],
  ['feature-order', 'an earlier feature imports a later one', { [`${plan}/plan.contract.ts`]: 'export type Plan = 1;', [`${team}/team.contract.ts`]: "import type { Plan } from '#features/plan/plan.contract.ts';\nexport type Team = Plan;" }],
  ['feature-order', 'a feature that is in no order', { 'src/features/gossip/gossip.contract.ts': 'export type Gossip = 1;' }],
  ['feature-door', 'another feature by its store', { [`${plan}/server/x.ts`]: "import { read } from '#features/budget/server/budget.store.ts';\nread(1);" }],
  ['feature-door', 'another feature by its page, lazily', { [`${budget}/web/Grid.tsx`]: 'export const Grid = 1;', [`${plan}/web/x.ts`]: "export const x = import('#features/budget/web/Grid.tsx');" }],
  ['purity', 'rules with Node', { [`${budget}/budget.rules.ts`]: "import { readFileSync } from 'node:fs';\nreadFileSync('x');" }],
  ['purity', 'rules with a server package', { [`${budget}/budget.rules.ts`]: "import type { Kysely } from 'kysely';\nexport type Db = Kysely<1>;" }],
  ['purity', 'a contract with the store', { [`${budget}/budget.policy.ts`]: "import { read } from './server/budget.store.ts';\nread(1);" }],
  ['purity', 'platform/shared with the web', { 'src/platform/shared/x.ts': "import { zero } from '#platform/web/client.ts';\nexport const x = zero;" }],
  ['sides', 'web imports server', { [`${budget}/web/x.ts`]: "import type { now } from '#platform/server/session.ts';\nexport type X = typeof now;" }],
  ['sides', 'server imports web', { [`${budget}/server/x.ts`]: "import { zero } from '#platform/web/client.ts';\nexport const x = zero;" }],
  ['sides', 'web uses a server package', { [`${budget}/web/x.ts`]: "import pg from 'pg';\nexport const x = pg;" }],
  ['sides', 'server uses a web package', { [`${budget}/server/x.ts`]: "import { useState } from 'react';\nexport const x = useState;" }],
  ['routes', 'routes import the store', { [`${budget}/server/budget.routes.ts`]: "import { read } from './budget.store.ts';\nread(1);" }],
  ['sql', 'a query in a service', { [`${budget}/server/budget.service.ts`]: "export const x = (db: any) => db.updateTable('line').set({});" }],
  ['sql', 'a tagged template in a service', { [`${budget}/server/budget.service.ts`]: 'export const x = (sql: any) => sql`now()`;' }],
  ['sql', 'a query as text', { [`${budget}/server/budget.service.ts`]: "export const x = (db: any) => db.query('select 1 from line where id = $1');" }],
  ['barrel', 'an index file', { [`${budget}/index.ts`]: 'export const x = 1;' }],
  ['barrel', 'a file that only passes on', { [`${budget}/all.ts`]: "export * from './budget.contract.ts';" }],
  ['barrel', 'an api that passes on everything', { [`${budget}/server/second.api.ts`]: "export * from './budget.store.ts';" }],
  ['default-export', 'a default export', { [`${budget}/x.ts`]: 'export default 1;' }],
  ['default-export', 'a value named as default', { [`${budget}/x.ts`]: 'const x = 1;\nexport { x as default };' }],
  ['enum', 'an enum', { [`${budget}/x.ts`]: 'export enum State { open }' }],
  ['drawer', 'a folder named utils', { [`${budget}/utils/text.ts`]: 'export const x = 1;' }],
  ['drawer', 'a file named dateHelpers', { [`${budget}/dateHelpers.ts`]: 'export const x = 1;' }],
  ['import-path', 'an import of nothing', { [`${budget}/x.ts`]: "import { y } from './y.ts';\nexport const x = y;" }],
  ['import-path', 'an import without its ending', { [`${budget}/x.ts`]: "import type { Line } from './budget.contract';\nexport type X = Line;" }],
  ['import-path', 'a relative path into another feature', { [`${plan}/x.ts`]: "import type { Line } from '../budget/budget.contract.ts';\nexport type X = Line;" }],
  ['import-path', 'a subpath inside the same feature', { [`${budget}/x.ts`]: "import type { Line } from '#features/budget/budget.contract.ts';\nexport type X = Line;" }],
];

describe('boundaries', () => {
  test('a sound tree has no violation, and every module of it was seen', () => {
    const result = checkBoundaries(makeSampleTree(sound));
    expect(result.violations).toEqual([]);
    expect(result.moduleCount).toBe(Object.keys(sound).filter((file) => file.endsWith('.ts') || file.endsWith('.tsx')).length);
    expect(result.edgeCount).toBe(13);
  });

  test.each(faults)('%s: %s', (rule, _what, files) => {
    const { violations } = checkBoundaries(makeSampleTree({ ...sound, ...files }));
    expect(violations.map((violation) => violation.rule)).toEqual([rule]);
    expect(Object.keys(files).some((file) => file.startsWith(violations[0]!.file))).toBe(true);
  });

  test('a tree without modules fails instead of passing', () => {
    const { violations } = checkBoundaries(makeSampleTree({ 'src/readme.md': 'nothing' }));
    expect(violations.map((violation) => violation.rule)).toEqual(['coverage']);
  });

  test('a file that cannot be parsed fails instead of being skipped', () => {
    expect(() => checkBoundaries(makeSampleTree({ 'src/platform/shared/x.ts': 'export const = ;' }))).toThrow('src/platform/shared/x.ts');
  });

  test('a violation names the line of the import', () => {
    const tree = makeSampleTree({ ...sound, [`${budget}/x.ts`]: "\n// why\nimport { readFileSync } from 'node:fs';\nreadFileSync('x');" });
    expect(checkBoundaries(tree).violations).toMatchObject([{ file: `${budget}/x.ts`, line: 3 }]);
  });
});
