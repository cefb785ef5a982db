import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { readingMessages } from '../reading.messages.ts';
import { readFile, runReadCommand } from './reading.command.ts';
import { DocumentUnreadable, LIMITS } from './guard.ts';
import { readDocument } from './document.reader.ts';
import { readInWorker } from './worker.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

function zip(parts: { [name: string]: Buffer | string }): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
    file.outputStream.on('error', reject);
  });
}

const docx = (body: string): Promise<Buffer> => zip({ '[Content_Types].xml': TYPES, 'word/document.xml': body });
const xlsx = (sheet: string, more: { [name: string]: Buffer | string } = {}): Promise<Buffer> =>
  zip({
    '[Content_Types].xml': TYPES,
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

async function codeOf(bytes: Buffer | Promise<Buffer>, name: string): Promise<string> {
  try {
    await readDocument(await bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof DocumentUnreadable) return error.code;
    throw error;
  }
}

const ole = (stream: string): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(1024)]);
const dtd = (entities: string): string => `<?xml version="1.0"?><!DOCTYPE lolz [${entities}]><w:document ${W}><w:body><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:body></w:document>`;
const LOL = ['<!ENTITY lol "lol">', ...Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`)].join('');
const bigSheet = (rows: number): string => {
  const parts = ['<worksheet><sheetData>'];
  for (let row = 1; row <= rows; row += 1) parts.push(`<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><v>8000</v></c></row>`);
  return `${parts.join('')}</sheetData></worksheet>`;
};

describe('hostile and unsuitable files get a clear answer', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['an empty file', () => Buffer.alloc(0), 'a.docx', 'empty'],
    ['a file of spaces', () => Buffer.from(' \n\n\t '), 'a.txt', 'empty'],
    ['an empty Word document', () => docx(`<w:document ${W}><w:body/></w:document>`), 'a.docx', 'empty'],
    ['more than 20 MB', () => Buffer.alloc(LIMITS.fileBytes + 1, 65), 'a.txt', 'too-large'],
    ['an encrypted Office file', () => ole('EncryptedPackage'), 'a.xlsx', 'encrypted'],
    ['a binary .doc', () => ole('WordDocument'), 'a.doc', 'old-format'],
    ['a binary .xls under a new name', () => ole('Workbook'), 'a.xlsx', 'old-format'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n...'), 'a.pdf', 'pdf'],
    ['a picture named as a document', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a.docx', 'picture'],
    ['a gzip', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), 'a.gz', 'archive'],
    ['a zip of something else', () => zip({ 'a.txt': 'text' }), 'a.docx', 'archive'],
    ['a presentation', () => zip({ 'ppt/presentation.xml': '<p/>' }), 'a.pptx', 'other-office'],
    ['an OpenDocument file', () => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'a.odt', 'other-office'],
    ['rich text', () => Buffer.from('{\\rtf1\\ansi hello}'), 'a.rtf', 'other-office'],
    ['random bytes', () => Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 7919 + ((place * place) >> 3)) & 255)), 'a.csv', 'binary'],
    ['a truncated zip', async () => (await docx(`<w:document ${W}><w:body/></w:document>`)).subarray(0, 200), 'a.docx', 'damaged'],
    ['a Word file without its document', () => zip({ '[Content_Types].xml': TYPES }), 'a.docx', 'damaged'],
    ['broken XML', () => docx('<w:document><w:body></w:p></w:document>'), 'a.docx', 'damaged'],
    ['billion laughs in Word', () => docx(dtd(LOL)), 'a.docx', 'unsafe-xml'],
    ['an external entity in Excel', () => xlsx('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'), 'a.xlsx', 'unsafe-xml'],
    ['billion laughs as a text', () => Buffer.from(dtd(LOL)), 'a.txt', 'unsafe-xml'],
    ['an undefined entity', () => docx(`<w:document ${W}><w:body><w:p><w:r><w:t>&boom;</w:t></w:r></w:p></w:body></w:document>`), 'a.docx', 'unsafe-xml'],
    ['nesting without end', () => docx(`<w:document ${W}>${'<w:sdt>'.repeat(5000)}`), 'a.docx', 'too-deep'],
    ['tables within tables', () => docx(`<w:document ${W}><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(60)}`), 'a.docx', 'too-deep'],
    ['a bomb that unpacks to 300 MB', () => docx(`<w:document ${W}><w:body><w:p><w:r><w:t>${'A'.repeat(300 * 1024 * 1024)}</w:t></w:r></w:p></w:body></w:document>`), 'a.docx', 'unpacks-too-large'],
    ['a bomb of shared strings', () => xlsx(bigSheet(2), { 'xl/sharedStrings.xml': `<sst><si><t>${'A'.repeat(60 * 1024 * 1024)}</t></si></sst>` }), 'a.xlsx', 'unpacks-too-large'],
    ['200,000 rows of Excel', () => xlsx(bigSheet(200_000)), 'a.xlsx', 'too-many-rows'],
    ['200,000 rows of CSV', () => Buffer.from(`序号,金额\n${'1,8000\n'.repeat(200_000)}`), 'a.csv', 'too-many-rows'],
    ['half a million lines of text', () => Buffer.from('一行\n'.repeat(500_000)), 'a.txt', 'too-many-rows'],
    ['a zip with very many entries', () => zip(Object.fromEntries(Array.from({ length: LIMITS.zipEntries + 5 }, (_, place) => [`f${place}`, '']))), 'a.docx', 'unpacks-too-large'],
  ])('%s', { timeout: 20_000 }, async (_what, make, name, code) => {
    const bytes = await make();
    const started = performance.now();
    expect(await codeOf(bytes, name)).toBe(code);
    expect(performance.now() - started).toBeLessThan(6000);
    expect(Object.keys(readingMessages.en.errors)).toContain(code);
  });

  it('never believes the sizes that a zip states', async () => {
    const bytes = await docx(`<w:document ${W}><w:body><w:p><w:r><w:t>${'A'.repeat(40 * 1024 * 1024)}</w:t></w:r></w:p></w:body></w:document>`);
    // The size field of the central directory (offset 24 of its record), set to 100 bytes.
    const directory = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(100, directory + 24);
    expect(['unpacks-too-large', 'damaged']).toContain(await codeOf(bytes, 'a.docx'));
  });

  it('reads the tables of a workbook with macros, runs nothing and says so', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>费用项目</t></is></c><c r="B1" t="inlineStr"><is><t>预算金额</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>场地费</t></is></c><c r="B2"><v>8000</v></c></row></sheetData></worksheet>';
    const read = await readDocument(await xlsx(sheet, { 'xl/vbaProject.bin': Buffer.alloc(64) }), 'a.xlsm');
    expect(read.tables[0]?.rows[0]?.cells['amount']?.value).toBe(8000);
    expect(read.aside.map((aside) => aside.reason)).toContain('macros');
  });

  it('reads a file by its content when the extension is wrong, and says so', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sheet1').addRows([['费用项目', '预算金额'], ['场地费', 8000]]);
    for (const name of ['a.csv', 'a.docx', 'a.txt']) {
      const read = await readDocument(Buffer.from(await book.xlsx.writeBuffer()), name);
      expect(read.tables[0]?.rows[0]?.cells['amount']?.value).toBe(8000);
      expect(read.aside.map((aside) => aside.reason)).toEqual(['other-format']);
    }
    const web = await readDocument(Buffer.from('<table><tr><td>费用项目</td><td>预算金额</td></tr><tr><td>场地费</td><td>8,000</td></tr></table>'), 'export.xls');
    expect(web.tables[0]?.rows[0]?.cells['amount']?.value).toBe(8000);
  });

  it('is not led by huge merges, far cells or formatted empty rows', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>费用项目</t></is></c><c r="B1" t="inlineStr"><is><t>预算金额</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>场地费</t></is></c><c r="B2"><v>8000</v></c></row>${Array.from({ length: 30_000 }, (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" s="1"/></row>`).join('')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="D1:XFD1048576"/></mergeCells></worksheet>`;
    const read = await readDocument(await xlsx(sheet), 'a.xlsx');
    expect(read.tables[0]?.rows).toHaveLength(1);
  });
});

describe('the worker and the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-read-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string, content: Buffer | string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('answers from a thread and passes a refusal on', async () => {
    const read = await readInWorker(Buffer.from('费用项目,预算金额\n场地费,"8,000"\n'), 'a.csv');
    expect(read.tables[0]?.rows[0]?.cells['amount']?.value).toBe(8000);
    await expect(readInWorker(ole('EncryptedPackage'), 'a.xlsx')).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('stops a reading that takes too long', async () => {
    await expect(readInWorker(Buffer.from(`费用项目\n预算金额\n备注\n${'场地费\n8000\n-\n'.repeat(20_000)}`), 'a.txt', {}, 30)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('refuses a 100 MB file, a folder and a missing file without reading them', async () => {
    const large = path('large.xlsx', 'x');
    truncateSync(large, 100 * 1024 * 1024);
    const started = performance.now();
    await expect(readFile(large)).rejects.toMatchObject({ code: 'too-large' });
    expect(performance.now() - started).toBeLessThan(500);
    await expect(readFile(folder)).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(readFile(join(folder, 'none.docx'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('prints JSON with exactly the promised keys, and its errors with the exit code', { timeout: 30_000 }, async () => {
    const cli = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
      new Promise((resolve) => {
        execFile(process.execPath, ['src/apps/server/cli.ts', 'read', ...args], { env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C.UTF-8' } }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
      });
    const good = await cli(path('b.csv', '费用项目,预算金额\n场地费,"8,000"\n合计,"8,000"\n'), '--json');
    expect(good.code).toBe(0);
    expect(JSON.parse(good.out)).toEqual({
      tables: [{
        kind: 'budget', title: '', headers: ['费用项目', '预算金额'],
        rows: [{ cells: { category: { text: '场地费', value: '场地费' }, amount: { text: '8,000', value: 8000, unit: 'CNY' } } }],
        total: { stated: 8000, computed: 8000, agrees: true },
      }],
      goals: [],
      aside: [],
    });
    const bad = await cli(path('c.xlsx', ole('EncryptedPackage')), '--json', '--locale', 'en');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toEqual({ error: { code: 'encrypted', message: readingMessages.en.errors.encrypted } });
    expect(bad.err.trim()).toBe(readingMessages.en.errors.encrypted);
    expect(await runReadCommand(['--json'])).toBe(2);
    expect(await runReadCommand(['a.txt', '--year', 'next'])).toBe(2);
  });
});
