import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { playbookFile, type PlaybookFile } from '../playbook.file.contract.ts';

const FOLDER = join(import.meta.dirname, '..', 'playbooks');

let read: ReadonlyMap<string, PlaybookFile> | undefined;

/** The playbooks that come with the product, by the name of their file. Read once; a file that is not a playbook is a fault of the product. */
export function builtInPlaybooks(): ReadonlyMap<string, PlaybookFile> {
  read ??= new Map(readdirSync(FOLDER).filter((name) => name.endsWith('.json')).toSorted()
    .map((name) => [name.slice(0, -'.json'.length), playbookFile.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))]));
  return read;
}
