import { parseArgs } from 'node:util';
import { ruleWords } from '#features/check/check.messages.ts';
import { CHECK_RULES, isOff, passedRules, type Finding } from '#features/check/check.rules.ts';
import { readConfig } from '#platform/server/config.ts';
import { openDatabase, openPool, type Database } from '#platform/server/db/database.ts';
import { pendingMigrations } from '#platform/server/db/migrate.ts';
import { borrowDatabase } from '#platform/server/embedded/borrow.ts';
import { StartProblem } from '#platform/server/start-problem.ts';
import { isLocale, type Locale } from '#platform/shared/messages.ts';
import { terminalLocale } from '#platform/server/terminal-locale.ts';
import { checkCommandMessages } from '../plan.check.command.messages.ts';
import { campaignsMeant, type CheckedCampaign } from './plan.check.views.ts';
import { findingsOf, type PlanFindings } from './plan.checked.ts';

const [GOOD, FOUND, WRONG] = [0, 1, 2] as const;

interface Call {
  readonly campaign: string;
  readonly json: boolean;
  readonly locale: Locale;
}

function readCall(args: readonly string[], spoken: Locale): Call | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, locale: { type: 'string' } } });
    const [campaign] = positionals;
    const locale = values.locale ?? spoken;
    return campaign !== undefined && campaign.trim() !== '' && positionals.length === 1 && isLocale(locale) ? { campaign: campaign.trim(), json: values.json ?? false, locale } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `muster check CAMPAIGN [--json]`: 过审检查 on the command line. Exit 0 when nothing must be mended, 1 when something must, 2 for a wrong call.
 * Reads alone; works beside a running server.
 */
export async function runCheckCommand(args: readonly string[]): Promise<number> {
  const spoken = terminalLocale();
  const call = readCall(args, spoken);
  if (!call) return wrong(checkCommandMessages[spoken].usage);
  const words = checkCommandMessages[call.locale];
  try {
    const config = readConfig(process.env);
    const borrowed = await borrowDatabase(config);
    if (!borrowed) return wrong(words.noDatabase(config.dataDir));
    try {
      if ((await pendingMigrations(borrowed.url)).length > 0) return wrong(words.outdated);
      const pool = openPool(borrowed.url, 2);
      try {
        return await check(openDatabase(pool), call);
      } finally {
        await pool.end();
      }
    } finally {
      await borrowed.close();
    }
  } catch (error) {
    if (error instanceof StartProblem) return wrong(error.sentence(call.locale));
    throw error;
  }
}

function wrong(sentence: string): number {
  console.error(sentence);
  return WRONG;
}

async function check(db: Database, call: Call): Promise<number> {
  const words = checkCommandMessages[call.locale];
  const [campaign, ...others] = await campaignsMeant(db, call.campaign);
  if (!campaign) return wrong(words.unknown(call.campaign));
  if (others.length > 0) return wrong(words.ambiguous(call.campaign, [campaign, ...others].map(({ id }) => id)));
  const found = await findingsOf(db, campaign.id, campaign.timeZone);
  print(campaign, found, call);
  return found.findings.some(({ severity }) => severity === 'error') ? FOUND : GOOD;
}

function print(campaign: CheckedCampaign, { findings, settings }: PlanFindings, { json, locale }: Call): void {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), hint: count('hint') };
  const [rules, passed] = [CHECK_RULES.filter((rule) => !isOff(rule, settings)).length, passedRules(findings, settings)];
  const said = findings.map(({ rule, clause, severity, data, where, fix }) => {
    const { name, what, mend } = ruleWords(rule, locale);
    return { rule, clause, severity, name, what: what(data), mend: mend(data), where, fixable: fix !== undefined, data };
  });
  if (json) {
    console.log(JSON.stringify({ campaign: { id: campaign.id, name: campaign.name }, good: counts.error === 0, counts, rules, passed, findings: said }, null, 2));
    return;
  }
  console.log(checkCommandMessages[locale].summary(campaign.name, counts.error, counts.warning, counts.hint, passed, rules));
  for (const { rule, clause, severity, what, mend } of said) console.log(`\n${{ error: '✗', warning: '!', hint: '·' }[severity]} ${rule} (${clause}) ${what}\n  ${mend}`);
}
