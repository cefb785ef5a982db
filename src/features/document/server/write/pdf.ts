import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Locale } from '#platform/shared/messages.ts';
import { TypstRenderer } from '#platform/server/typst/typst.ts';
import type { PdfDocuments } from './pdf.types.ts';
import { pdfViews } from './pdf.views.ts';
import { breakable, plainText } from './plain.text.ts';

const templates = fileURLToPath(new URL('./templates', import.meta.url));
let typst: TypstRenderer | undefined;

/** Noto Sans SC in the two weights of the house: 30,890 characters; templates/paper.typ says what happens to the others. */
function startTypst(): TypstRenderer {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  return new TypstRenderer({
    fontDirectories: [join(fonts, '400Regular'), join(fonts, '600SemiBold')],
    coverageFont: join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'),
  });
}

function printable(value: unknown): unknown {
  if (typeof value === 'string') return breakable(plainText(value));
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, printable(entry)]));
}

/**
 * Sets a document as PDF, A4. Figures and sentences are made here; the template only lays out.
 * @throws Error when the compiler fails or takes longer than a minute
 */
export function renderPdf<T extends keyof PdfDocuments>(template: T, data: PdfDocuments[T], locale: Locale): Promise<Buffer> {
  typst ??= startTypst();
  return typst.render({ root: templates, main: `${template}.typ`, data: printable(pdfViews[template](data, locale)) });
}

/** Ends the compiler's process at once; it leaves by itself after 30 s without work. */
export async function closePdf(): Promise<void> {
  await typst?.close();
}
