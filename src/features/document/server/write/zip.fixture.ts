import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

function open(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => fromBuffer(file, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))));
}

/** One part of an xlsx or docx file as text. */
export async function readPart(file: Buffer, name: string): Promise<string> {
  const zip = await open(file);
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => reject(new Error(`no ${name} in the file`)));
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== name) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream).then(String))));
    });
    zip.readEntry();
  });
}
