import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartProblem } from './start-problem.ts';

test('an empty environment gives the defaults of the one command', () => {
  expect(readConfig({ PATH: '/bin', PORT: '', DATABASE_URL: '  ' })).toEqual({
    port: 3000, host: '127.0.0.1', dataDir: resolve('data'), databaseUrl: undefined, publicUrl: undefined, smtpUrl: undefined, logLevel: 'info',
  });
});

test('every variable is read', () => {
  expect(readConfig({
    PORT: '0', HOST: '::1', MUSTER_DATA: '/srv/muster', DATABASE_URL: 'postgresql://u:p%40@db:5432/muster?sslmode=require',
    MUSTER_URL: 'https://muster.example.com/', SMTP_URL: 'smtps://u:p@mail:465', LOG_LEVEL: 'warn',
  })).toEqual({
    port: 0, host: '::1', dataDir: '/srv/muster', databaseUrl: 'postgresql://u:p%40@db:5432/muster?sslmode=require',
    publicUrl: 'https://muster.example.com', smtpUrl: 'smtps://u:p@mail:465', logLevel: 'warn',
  });
});

test.each([
  ['PORT', '65536'], ['PORT', '-1'], ['PORT', '3000x'], ['HOST', 'a b'], ['DATABASE_URL', 'mysql://localhost/x'], ['DATABASE_URL', 'localhost'],
  ['MUSTER_URL', 'muster.example.com'], ['SMTP_URL', 'https://mail'], ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in a sentence that names the variable', (name, value) => {
  const problem = refusal({ [name]: value });
  expect(problem.sentence('zh-CN')).toContain(`${name} 应为`);
  expect(problem.sentence('en')).toContain(`${name} should be`);
});

test('all that is wrong is said at once, and no value is repeated (it may be a password)', () => {
  const sentence = refusal({ PORT: 'x', DATABASE_URL: 'secret', LOG_LEVEL: 'loud' }).sentence('zh-CN');
  expect(sentence).toMatch(/PORT .*DATABASE_URL .*LOG_LEVEL /);
  expect(sentence).not.toContain('secret');
});

function refusal(environment: Record<string, string>): StartProblem {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof StartProblem) return error;
  }
  throw new Error('the environment was accepted');
}
