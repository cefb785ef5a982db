import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Reader, Tx } from './db/database.ts';
import { newId } from './identity.ts';

export interface NewFile {
  readonly campaignId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly by: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Keeps the bytes of a file as they came, with their hash; the archive carries them later. */
export async function insertFile(tx: Tx, made: NewFile): Promise<StoredFile> {
  const id = newId();
  await tx.insertInto('files').values({
    id, campaign_id: made.campaignId, name: made.name, media_type: made.mediaType, size: made.bytes.length,
    sha256: createHash('sha256').update(made.bytes).digest('hex'), content: made.bytes, uploaded_by: made.by,
  }).execute();
  return { id, name: made.name, mediaType: made.mediaType, size: made.bytes.length };
}

/** A file of the campaign with its bytes; undefined when it is not the campaign's. */
export async function readFileOf(db: Reader, campaignId: string, fileId: string): Promise<(StoredFile & { readonly bytes: Buffer }) | undefined> {
  return db.selectFrom('files').select(['id', 'name', 'media_type as mediaType', 'size', 'content as bytes']).where('id', '=', fileId).where('campaign_id', '=', campaignId).executeTakeFirst();
}

const ZIP = [0x50, 0x4b];
/** What papers come as, and how each begins: a name alone says nothing. */
const papers: Readonly<Record<string, { readonly mediaType: string; readonly starts: readonly number[]; readonly at?: number }>> = {
  '.pdf': { mediaType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  '.png': { mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  '.jpg': { mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  '.jpeg': { mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  '.webp': { mediaType: 'image/webp', starts: [0x57, 0x45, 0x42, 0x50], at: 8 },
  '.heic': { mediaType: 'image/heic', starts: [0x66, 0x74, 0x79, 0x70], at: 4 },
  '.ofd': { mediaType: 'application/ofd', starts: ZIP },
  '.docx': { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', starts: ZIP },
  '.xlsx': { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: ZIP },
};

/** The media type of a paper (invoice, quotation, photo) by its ending and its first bytes; undefined for anything else. */
export function paperType(name: string, bytes: Buffer): string | undefined {
  const paper = papers[extname(name).toLowerCase()];
  if (!paper) return undefined;
  return paper.starts.every((byte, index) => bytes[(paper.at ?? 0) + index] === byte) ? paper.mediaType : undefined;
}
