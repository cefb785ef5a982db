import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { escapeHtml } from '#platform/server/html.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { archiveMessages } from '../archive.messages.ts';

export interface BundleFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface Manifest {
  readonly format: 'muster-archive-1';
  readonly campaign: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

export function manifestOf(campaign: Manifest['campaign'], createdAt: string, files: readonly BundleFile[]): Manifest {
  return { format: 'muster-archive-1', campaign, createdAt, files: files.map(({ path, content }) => ({ path, size: content.length, sha256: sha256(content) })) };
}

/** Packs the files and their manifest into one zip. The same files at the same moment give the same bytes. */
export async function packBundle(files: readonly BundleFile[], manifest: Manifest): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const mtime = new Date(manifest.createdAt);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime });
  for (const { path, content } of files) zip.addBuffer(content, path, { mtime });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

/** The page that opens the archive without the system: a list of what is in it, with links. */
export function indexPage(name: string, files: readonly BundleFile[], locale: Locale): Buffer {
  const words = archiveMessages[locale].index;
  const rows = files.map(({ path, content }) => `<tr><td><a href="${path.split('/').map(encodeURIComponent).join('/')}">${escapeHtml(path)}</a></td><td>${content.length}</td></tr>`).join('\n');
  return Buffer.from(`<!doctype html>
<html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(words.title(name))}</title>
<style>body{font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:52em;margin:32px auto;padding:0 16px;color:#1D2129;background:#FBFAF7}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:8px 0;border-top:1px solid #E7E4DC}td:last-child,th:last-child{text-align:right;font-variant-numeric:tabular-nums}a{color:#264D7A}</style>
<h1>${escapeHtml(words.title(name))}</h1><p>${escapeHtml(words.lead)}</p>
<table><thead><tr><th>${escapeHtml(words.file)}</th><th>${escapeHtml(words.size)}</th></tr></thead><tbody>
${rows}
</tbody></table></html>
`);
}
