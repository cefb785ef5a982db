import { closeSync, openSync, readSync } from 'node:fs';

/** Ascending, non-overlapping code point ranges that a font has a glyph for. */
export type Coverage = readonly (readonly [first: number, last: number])[];

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, position);
  return bytes;
}

/** Finds a table in the font's directory (OpenType 1.9, "Table Directory"). */
function readTable(file: number, tag: string): Buffer {
  const count = readAt(file, 4, 2).readUInt16BE();
  const directory = readAt(file, 12, count * 16);
  for (let at = 0; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== tag) continue;
    return readAt(file, directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  }
  throw new Error(`the font has no ${tag} table`);
}

/** Reads which characters a TTF/OTF covers from its `cmap` subtable of format 12 (full Unicode). */
export function readCoverage(path: string): Coverage {
  const file = openSync(path, 'r');
  try {
    const cmap = readTable(file, 'cmap');
    const subtables = cmap.readUInt16BE(2);
    for (let index = 0; index < subtables; index += 1) {
      const offset = cmap.readUInt32BE(4 + index * 8 + 4);
      if (cmap.readUInt16BE(offset) !== 12) continue;
      const groups = cmap.readUInt32BE(offset + 12);
      return Array.from({ length: groups }, (_, group) => {
        const at = offset + 16 + group * 12;
        return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)] as const;
      });
    }
    throw new Error('the font has no cmap subtable of format 12');
  } finally {
    closeSync(file);
  }
}

function covers(coverage: Coverage, point: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = coverage[middle] ?? [0, -1];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** The distinct visible characters of a text that the font lacks. Joiners, marks and control characters have no glyph of their own. */
export function findUncovered(text: string, coverage: Coverage): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (character < '\u0080' || covers(coverage, character.codePointAt(0) ?? 0)) continue;
    if (!/[\p{Cf}\p{Cc}\p{M}\p{Z}]/u.test(character)) missing.add(character);
  }
  return [...missing];
}
