import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { z } from 'zod';
import { type Manifest, sha256 } from './archive.bundle.ts';

const MANIFEST = 'manifest.json';
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
  await eachEntry(zip, (name) => name === MANIFEST, async (_name, content) => {
    manifest = parseManifest(content);
  });
  return { manifest };
}

/** Holds every file against the manifest. Throws when the bytes are not a whole zip. */
export async function verifyArchive(zip: Buffer): Promise<Verification> {
  const hashes = new Map<string, { size: number; sha256: string }>();
  const findings: Finding[] = [];
  let manifest: Manifest | undefined;
  await eachEntry(zip, () => true, async (name, content, intact) => {
    if (name !== MANIFEST) {
      hashes.set(name, { size: content.length, sha256: sha256(content) });
      return;
    }
    manifest = parseManifest(content);
    // No hash in the manifest covers itself: the zip's own checksum tells of damage to it.
    if (!intact) findings.push({ code: 'changed', path: name });
  });
  if (!manifest) return { manifest, findings: [] };
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

type Visit = (name: string, content: Buffer, intact: boolean) => Promise<void>;

/** Visits the wanted files. One whose packed bytes cannot be unpacked any more is visited as empty and not intact. */
async function eachEntry(zip: Buffer, wanted: (name: string) => boolean, visit: Visit): Promise<void> {
  const file = await yauzl.fromBufferPromise(zip, { lazyEntries: true, validateEntrySizes: true });
  for await (const entry of file.eachEntry()) {
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
    if (entry.uncompressedSize > MAX_ENTRY_BYTES) throw new Error(`${entry.fileName} is too large`);
    const content = await file.openReadStreamPromise(entry).then((stream) => buffer(stream)).catch(() => undefined);
    await visit(entry.fileName, content ?? Buffer.alloc(0), content !== undefined && crc32(content) === entry.crc32);
  }
}
