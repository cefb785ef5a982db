import { DocumentUnreadable, readSourceInWorker } from '#features/reading/server/reading.api.ts';
import type { Upload, Work } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { readPeopleFile as contract } from '../account.contract.ts';
import { accountMessages } from '../account.messages.ts';
import { peopleOf } from '../account.people-file.rules.ts';
import { listPeople } from './account.views.ts';

const MAX_PEOPLE = 500;

/** Reads a table of people for review; nothing is written. */
export async function readPeopleFile(work: Work, input: unknown): Promise<OutputOf<typeof contract>> {
  const { upload } = input as Upload;
  const document = await readSourceInWorker(upload.bytes, upload.name).catch((error: unknown) => {
    throw error instanceof DocumentUnreadable ? new Problem('account.people_file', 422, { reason: error.code }) : error;
  });
  const taken = new Set((await listPeople(work.db)).map((person) => person.email));
  const found = peopleOf(document, taken);
  if (!found || found.rows.length === 0) throw new Problem('account.people_file', 422, {});
  const words = accountMessages[work.caller.locale].peopleQuestions;
  const beyond = found.rows.slice(MAX_PEOPLE).map((row) => `${row.name} ${row.email}`);
  return { rows: found.rows.slice(0, MAX_PEOPLE).map((row) => ({ ...row, question: row.question === null ? null : words[row.question] })), aside: [...found.aside, ...beyond] };
}
