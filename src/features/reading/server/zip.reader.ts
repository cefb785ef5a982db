import yauzl from 'yauzl';
import { DocumentUnreadable, LIMITS } from './guard.ts';

/** A zip container held in memory, of which single entries are unpacked on demand and counted while they stream. */
export interface ZipPackage {
  names: string[];
  /** Streams an entry's unpacked bytes; false when there is no such entry. */
  read: (name: string, onChunk: (chunk: Buffer) => void) => Promise<boolean>;
}

function refuse(error: unknown): DocumentUnreadable {
  return error instanceof DocumentUnreadable ? error : new DocumentUnreadable('damaged');
}

function listEntries(bytes: Buffer): Promise<{ zip: yauzl.ZipFile; entries: Map<string, yauzl.Entry> }> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: false, decodeStrings: true }, (error, zip) => {
      if (error) {
        reject(refuse(error));
        return;
      }
      const entries = new Map<string, yauzl.Entry>();
      zip.on('error', (failure: unknown) => reject(refuse(failure)));
      zip.on('end', () => resolve({ zip, entries }));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entries.size >= LIMITS.zipEntries) {
          reject(new DocumentUnreadable('unpacks-too-large', { entries: LIMITS.zipEntries }));
          return;
        }
        const name = entry.fileName.replaceAll('\\', '/').replace(/^\/+/, '');
        if (!entries.has(name)) entries.set(name, entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function streamEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, budget: { left: number }, onChunk: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) {
      reject(new DocumentUnreadable('encrypted'));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(refuse(error));
        return;
      }
      let size = 0;
      const fail = (failure: unknown): void => {
        stream.destroy();
        reject(refuse(failure));
      };
      stream.on('error', fail);
      stream.on('end', () => resolve());
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        budget.left -= chunk.length;
        // The sizes in the file's own directory are never believed: only what really streams out counts.
        const swollen = size > LIMITS.ratioFromBytes && size > entry.compressedSize * LIMITS.ratio;
        if (budget.left < 0 || swollen) {
          fail(new DocumentUnreadable('unpacks-too-large'));
          return;
        }
        try {
          onChunk(chunk);
        } catch (failure) {
          fail(failure);
        }
      });
    });
  });
}

/** Opens a zip from memory. Throws {@link DocumentUnreadable} when it is damaged, has too many entries, or an entry unpacks to too much. */
export async function openZip(bytes: Buffer): Promise<ZipPackage> {
  const { zip, entries } = await listEntries(bytes);
  const budget = { left: LIMITS.unpackedBytes as number };
  return {
    names: [...entries.keys()],
    read: async (name, onChunk) => {
      const entry = entries.get(name) ?? [...entries].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
      if (!entry) return false;
      await streamEntry(zip, entry, budget, onChunk);
      return true;
    },
  };
}
