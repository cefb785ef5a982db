import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { z } from 'zod';
import { type Manifest, sha256 } from './archive.bundle.ts';

const MAX_ENTRY_BYTES = 512 * 1024 * 1024;

const manifestSchema = z.object({
  format: z.literal('muster-archive-1'),
  campaign: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

export interface Finding {
  readonly code: 'missing' | 'changed' | 'extra';
  readonly path: string;
}

export interface Verification {
  readonly manifest: Manifest | undefined;
  readonly findings: readonly Finding[];
}

/** Reads the manifest of an archive without checking the files. */
export async function readArchive(zip: Buffer): Promise<{ manifest: Manifest | undefined }> {
  let manifest: Manifest | undefined;
  await eachEntry(zip, (name) => name === 'manifest.json', async (_name, content) => {
    manifest = parseManifest(content);
  });
  return { manifest };
}

/** Holds every file against the manifest. Throws when the bytes are not a whole zip. */
export async function verifyArchive(zip: Buffer): Promise<Verification> {
  const hashes = new Map<string, { size: number; sha256: string }>();
  let manifest: Manifest | undefined;
  await eachEntry(zip, () => true, async (name, content) => {
    if (name === 'manifest.json') manifest = parseManifest(content);
    else hashes.set(name, { size: content.length, sha256: sha256(content) });
  });
  if (!manifest) return { manifest, findings: [] };
  const findings: Finding[] = [];
  for (const expected of manifest.files) {
    const found = hashes.get(expected.path);
    if (!found) findings.push({ code: 'missing', path: expected.path });
    else if (found.sha256 !== expected.sha256 || found.size !== expected.size) findings.push({ code: 'changed', path: expected.path });
    hashes.delete(expected.path);
  }
  for (const path of hashes.keys()) findings.push({ code: 'extra', path });
  return { manifest, findings };
}

function parseManifest(content: Buffer): Manifest | undefined {
  try {
    return manifestSchema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    return undefined;
  }
}

async function eachEntry(zip: Buffer, wanted: (name: string) => boolean, visit: (name: string, content: Buffer) => Promise<void>): Promise<void> {
  const file = await yauzl.fromBufferPromise(zip, { lazyEntries: true, validateEntrySizes: true });
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
    if (entry.uncompressedSize > MAX_ENTRY_BYTES) throw new Error(`${entry.fileName} is too large`);
    await visit(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  }
}
