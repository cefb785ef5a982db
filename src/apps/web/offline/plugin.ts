/** What the bundler tells of a finished file; as much as is needed here. */
interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  code?: string;
  readonly imports?: readonly string[];
  readonly moduleIds?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> };
}
type Bundle = Readonly<Record<string, Chunk>>;

const WORKER = 'offline-worker.js';
/** What the page needs beside the entry: the modules whose chunks come on demand. */
const NEEDED = ['/schedule/web/my-day/MyDayPage.tsx', '/schedule/web/my-day/my-day-kept.ts', '/schedule/web/my-day/my-day-queue.ts'];
/** Beside the page as they are. */
const STATIC = ['/theme-boot.js', '/mark.svg'];

/** The chunks that are loaded with one: itself and what it imports, with their styles. */
function filesOf(bundle: Bundle, fileName: string, seen: Set<string>): void {
  const chunk = bundle[fileName];
  if (!chunk || seen.has(fileName)) return;
  seen.add(fileName);
  for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css);
  for (const asset of chunk.viteMetadata?.importedAssets ?? []) seen.add(asset);
  for (const imported of chunk.imports ?? []) filesOf(bundle, imported, seen);
}

/** The names of the files in order are the name of the build: they carry the hashes of their contents. */
function versionOf(files: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of files.join(' ')) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16);
}

/** Writes into the worker which files the page is made of. The entry comes first: the worker knows its build by it. */
export function offlineFiles() {
  return {
    name: 'offline-files',
    generateBundle: {
      order: 'post' as const,
      handler(_options: unknown, bundle: object) {
        const chunks = Object.values(bundle as Bundle);
        const worker = chunks.find((chunk) => chunk.fileName === WORKER);
        const entry = chunks.find((chunk) => chunk.moduleIds?.some((id) => id.endsWith('/apps/web/main.tsx')));
        const needed = NEEDED.map((module) => chunks.find((chunk) => chunk.moduleIds?.some((id) => id.endsWith(module))));
        if (!worker?.code || !entry || needed.includes(undefined)) throw new Error(`The offline page lacks a file: ${NEEDED.filter((_, index) => !needed[index]).join(', ')}`);
        if (worker.imports?.length) throw new Error('The worker is one file: it may import nothing that the pages use.');
        const seen = new Set<string>();
        for (const chunk of [entry, ...needed]) filesOf(bundle as Bundle, chunk?.fileName ?? '', seen);
        const files = [...[...seen].map((file) => `/${file}`), ...STATIC];
        worker.code = worker.code.replaceAll('__OFFLINE_FILES__', JSON.stringify(files)).replaceAll('__OFFLINE_VERSION__', JSON.stringify(versionOf(files)));
      },
    },
  };
}
