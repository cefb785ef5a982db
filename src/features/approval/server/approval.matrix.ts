import { listAllPeople } from '#features/account/server/account.api.ts';
import { squeeze } from '#features/reading/reading.normal.rules.ts';
import { DocumentUnreadable, readSourceInWorker } from '#features/reading/server/reading.api.ts';
import type { Upload, Work } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { proposalFor } from '../approval.matrix.adopt.rules.ts';
import { matrixOf } from '../approval.matrix.rules.ts';
import type { readMatrix as contract } from '../approval.route.contract.ts';

/** Job titles that exactly one person of the company carries. */
function soleTitles(people: readonly { readonly id: string; readonly title: string; readonly state: string }[]): Map<string, string> {
  const titles = new Map<string, string | undefined>();
  for (const { id, title, state } of people) {
    const plain = squeeze(title).toLowerCase();
    if (plain !== '' && state !== 'disabled') titles.set(plain, titles.has(plain) ? undefined : id);
  }
  return new Map([...titles].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Reads an authority matrix for review; nothing is written. */
export async function readMatrix(work: Work, input: unknown): Promise<OutputOf<typeof contract>> {
  const { upload } = input as Upload;
  const document = await readSourceInWorker(upload.bytes, upload.name).catch((error: unknown) => {
    throw error instanceof DocumentUnreadable ? new Problem('approval.matrix_unreadable', 422, { reason: error.code }) : error;
  });
  const reading = matrixOf(document);
  if (!reading) throw new Problem('approval.matrix_none', 422);
  const titles = soleTitles(await listAllPeople(work.db));
  return { ...reading, roles: reading.roles.map((role) => ({ ...role, proposal: proposalFor(role.name, titles) })) };
}
