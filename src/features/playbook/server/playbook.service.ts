import { listScenarioRows } from '#features/campaign/server/campaign.api.ts';
import { companyDayRows } from '#platform/server/db/company-days.ts';
import { newId } from '#platform/server/identity.ts';
import type { FileAnswer, ReadWork, Upload, Work } from '#platform/server/operation.ts';
import { issueMessage } from '#platform/server/validation.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { notFound, Problem, type FieldIssue } from '#platform/shared/problem.ts';
import type * as contract from '../playbook.contract.ts';
import { playbookFile, type PlaybookFile } from '../playbook.file.contract.ts';
import { fileFaults } from '../playbook.file.rules.ts';
import { placeOf, playbookMessages } from '../playbook.messages.ts';
import { editsPlaybook, keepsPlaybooks, restoresPlaybook, retiresPlaybook, type PlaybookFacts } from '../playbook.policy.ts';
import * as store from './playbook.store.ts';
import { findPlaybook, listFound, type FoundPlaybook } from './playbook.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

function rowOf(found: FoundPlaybook, actor: Actor): contract.PlaybookRow {
  const { key, id, builtInKey, fromCampaign, updatedBy, updatedAt, revision, content } = found;
  const { name, scenario, summary, period, budget } = content;
  return {
    key, name, scenario, summary, period, fromCampaign, updatedBy, updatedAt, revision,
    origin: builtInKey === null ? 'own' : id === null ? 'builtIn' : 'edited',
    goals: content.goals.length, tasks: content.tasks.length, totalCents: budget.totalCents,
    can: { edit: editsPlaybook(actor, found), retire: retiresPlaybook(actor, found), restore: restoresPlaybook(actor, found) },
  };
}

export async function listPlaybooks({ db, actor }: ReadWork): Promise<Output<'listPlaybooks'>> {
  return { playbooks: (await listFound(db)).map((found) => rowOf(found, actor)), can: { import: keepsPlaybooks(actor) } };
}

export async function readPlaybook({ db, actor }: ReadWork, { params }: Input<'readPlaybook'>): Promise<Output<'readPlaybook'>> {
  const found = await findPlaybook(db, params.playbookKey);
  if (!found) throw notFound();
  return { playbook: rowOf(found, actor), content: found.content, calendar: await companyDayRows(db) };
}

/** Throws with every place that does not hold together, in the caller's language. */
function checkFaults(content: PlaybookFile, locale: Locale): void {
  const words = playbookMessages[locale];
  const issues: FieldIssue[] = fileFaults(content).map(({ code, path, data }) => ({ path: placeOf(words, path), message: words.faults[code](data) }));
  if (issues.length > 0) throw new Problem('playbook.file_invalid', 400, { issues });
}

async function scenarioExists(work: Work<unknown>, scenario: string): Promise<boolean> {
  return (await listScenarioRows(work.db)).some(({ key }) => key === scenario);
}

export async function savePlaybook(work: Work<PlaybookFacts>, { body }: Input<'savePlaybook'>): Promise<Output<'savePlaybook'>> {
  const { thing, actor, db } = work;
  const { content, revision } = body;
  if (revision !== thing.revision) throw new Problem('playbook.changed', 409);
  checkFaults(content, work.caller.locale);
  if (!(await scenarioExists(work, content.scenario))) throw new Problem('campaign.scenario_unknown', 400);
  const id = thing.id ?? newId();
  let saved = 1;
  if (thing.id !== null) saved = await store.updatePlaybook(db, id, content, actor.userId);
  else if (!(await store.insertPlaybook(db, { id, builtInKey: thing.builtInKey, fromCampaignId: null, content, by: actor.userId }))) throw new Problem('playbook.changed', 409);
  await work.record({ kind: 'playbook.changed', subject: { type: 'playbook', id }, after: { playbook: content.name, revision: saved } });
  return { revision: saved };
}

async function retire(work: Work<PlaybookFacts>, kind: 'playbook.retired' | 'playbook.restored'): Promise<void> {
  const { db, thing, actor } = work;
  const found = await findPlaybook(db, thing.key);
  if (thing.id === null || !found) throw notFound();
  await store.retirePlaybook(db, thing.id, actor.userId);
  // What it said is kept in the log: a restored built-in one leaves nothing else of the company's version.
  await work.record({ kind, subject: { type: 'playbook', id: thing.id }, before: { playbook: found.content.name, revision: found.revision }, after: { playbook: found.content.name } });
}

export async function retirePlaybook(work: Work<PlaybookFacts>): Promise<Output<'retirePlaybook'>> {
  await retire(work, 'playbook.retired');
  return {};
}

export async function restoreBuiltIn(work: Work<PlaybookFacts>): Promise<Output<'restoreBuiltIn'>> {
  await retire(work, 'playbook.restored');
  return {};
}

export async function exportPlaybook({ db, caller }: ReadWork, { params }: Input<'exportPlaybook'>): Promise<FileAnswer> {
  const found = await findPlaybook(db, params.playbookKey);
  if (!found) throw notFound();
  return { mediaType: 'application/json', body: Buffer.from(`${JSON.stringify(found.content, null, 2)}\n`), name: playbookMessages[caller.locale].fileName(found.content.name) };
}

/** The file as a playbook; a file of another kind and one with faults are told apart, the faults with their places. */
function readFile(bytes: Buffer, locale: Locale): PlaybookFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('playbook.file_unreadable', 422);
  }
  if (typeof json !== 'object' || json === null || (json as { format?: unknown }).format !== 'muster.playbook') throw new Problem('playbook.file_unreadable', 422);
  const result = playbookFile.safeParse(json, { reportInput: true });
  if (!result.success) {
    const words = playbookMessages[locale];
    throw new Problem('playbook.file_invalid', 400, { issues: result.error.issues.slice(0, MOST_ISSUES).map((issue) => ({ path: placeOf(words, issue.path), message: issueMessage(issue, locale) })) });
  }
  checkFaults(result.data, locale);
  return result.data;
}
const MOST_ISSUES = 50;

export async function importPlaybook(work: Work<undefined>, input: Input<'importPlaybook'>): Promise<Output<'importPlaybook'>> {
  const { upload } = input as unknown as Upload;
  const file = readFile(upload.bytes, work.caller.locale);
  const content = { ...file, scenario: input.query.scenario ?? file.scenario };
  if (!(await scenarioExists(work, content.scenario))) throw new Problem('playbook.scenario_unknown', 400, { scenario: file.scenario });
  const id = newId();
  await store.insertPlaybook(work.db, { id, builtInKey: null, fromCampaignId: null, content, by: work.actor.userId });
  await work.record({ kind: 'playbook.imported', subject: { type: 'playbook', id }, after: { playbook: content.name } });
  return { key: id, name: content.name };
}
