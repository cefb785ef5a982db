/** `npm run -s muster -- <command>`. Each command loads only what it needs. */
import { terminalLocale } from '#platform/server/terminal-locale.ts';
import { cliMessages } from './cli.messages.ts';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('#features/reading/server/reading.command.ts')).runReadCommand,
  check: async () => (await import('#features/plan/server/plan.check.command.ts')).runCheckCommand,
  schedule: async () => (await import('#features/schedule/server/files/schedule.command.ts')).runScheduleCommand,
  verify: async () => (await import('#features/archive/server/archive.command.ts')).runVerifyCommand,
  openapi: async () => {
    const [{ allHandlers }, { openApiDocument }, { VERSION }] = await Promise.all([import('./features.ts'), import('#platform/server/openapi.ts'), import('./version.ts')]);
    return async () => {
      const operations = allHandlers({} as Parameters<typeof allHandlers>[0]).map((handler) => handler.operation);
      process.stdout.write(`${JSON.stringify(openApiDocument(operations, VERSION), null, 2)}\n`);
      return 0;
    };
  },
};

const USAGE_ERROR = 2;
const [name = 'help', ...args] = process.argv.slice(2);
const words = cliMessages[terminalLocale()];
const load = commands[name];
if (load) process.exitCode = await (await load())(args);
else if (name === 'help' || name === '--help' || name === '-h') console.log(words.usage);
else {
  console.error(`${words.unknown(name)}\n\n${words.usage}`);
  process.exitCode = USAGE_ERROR;
}
