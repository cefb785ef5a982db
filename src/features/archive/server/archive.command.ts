import { readFile } from 'node:fs/promises';
import { archiveMessages } from '../archive.messages.ts';
import { verifyArchive, type Verification } from './archive.verify.ts';
import { terminalLocale } from '#platform/server/terminal-locale.ts';

/** `muster verify ARCHIVE.zip [--json]`: exit 0 when whole, 1 when not, 2 for a wrong call. Needs no server and no database. */
export async function runVerifyCommand(args: readonly string[]): Promise<number> {
  const words = archiveMessages[terminalLocale()].verify;
  const path = args.find((arg) => !arg.startsWith('--'));
  if (!path) {
    console.error(words.usage);
    return 2;
  }
  let result: Verification;
  try {
    result = await verifyArchive(await readFile(path));
  } catch {
    console.error(words.unreadable);
    return 1;
  }
  const whole = result.manifest !== undefined && result.findings.length === 0;
  if (args.includes('--json')) console.log(JSON.stringify({ whole, campaign: result.manifest?.campaign ?? null, files: result.manifest?.files.length ?? 0, findings: result.findings }, null, 2));
  else if (!result.manifest) console.error(words.noManifest);
  else if (whole) console.log(words.good(result.manifest.files.length));
  else console.error([words.bad(result.findings.length), ...result.findings.map((finding) => `  ${words[finding.code](finding.path)}`)].join('\n'));
  return whole ? 0 : 1;
}
