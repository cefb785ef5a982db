import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const TAR_BLOCK = 512;

/** The weights that the theme uses (look.md: 400 and 600), and 700 for headings that the browser makes bold itself. */
const FONT_WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];

/** The browser must speak to nobody but the product: a request elsewhere fails, and a failed request fails the test. */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

function packageFolder(name: string, inside = 'package.json'): string {
  return path.dirname(require.resolve(`${name}/${inside}`));
}

/** `@sparticuz/chromium` exports only its entry, so its folder is found from there. */
function chromiumPackage(): string {
  return path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..');
}

/** Writes the regular files of an unpacked tar archive (ustar) under `target`. */
async function untar(archive: Buffer, target: string): Promise<void> {
  for (let at = 0; at + TAR_BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + TAR_BLOCK);
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    if (name === '') return;
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8) || 0;
    const isFile = header[156] === 0x30 || header[156] === 0;
    if (isFile) {
      const file = path.join(target, path.normalize(`/${name}`));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, archive.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size), { mode: 0o755 });
    }
    at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
}

async function unpackInto(target: string): Promise<void> {
  const bin = path.join(chromiumPackage(), 'bin');
  await mkdir(target, { recursive: true });
  await untar(await buffer(createReadStream(path.join(bin, 'al2023.tar.br')).pipe(createBrotliDecompress())), target);
  const binary = path.join(target, 'chromium');
  await pipeline(createReadStream(path.join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(binary));
  await chmod(binary, 0o755);
  await mkdir(path.join(target, 'fontcache'), { recursive: true });
}

/** Chinese and Latin both come from the font package, so a picture looks the same on a machine without any font. */
function fontConfiguration(cache: string): string {
  const fonts = packageFolder('@expo-google-fonts/noto-sans-sc');
  const folders = FONT_WEIGHTS.map((weight) => `  <dir>${path.join(fonts, weight)}</dir>`).join('\n');
  const aliases = ['sans-serif', 'serif', 'system-ui', 'monospace', 'PingFang SC', 'Microsoft YaHei']
    .map((family) => `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join('\n');
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n${folders}\n${aliases}\n  <cachedir>${cache}</cachedir>\n</fontconfig>\n`;
}

async function cacheRoot(): Promise<string> {
  const beside = path.resolve(import.meta.dirname, '../node_modules/.cache');
  try {
    await mkdir(beside, { recursive: true });
    await access(beside, constants.W_OK);
    return beside;
  } catch {
    return path.join(tmpdir(), 'muster-cache');
  }
}

/**
 * Unpacks the browser once per version and returns its folder. Two processes that start at the same time
 * each unpack on their own; the first `rename` wins and the other copy is dropped.
 */
export async function unpackChromium(): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(chromiumPackage(), 'package.json'), 'utf8')) as { version: string };
  const target = path.join(await cacheRoot(), `chromium-${manifest.version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await unpackInto(draft);
  await writeFile(path.join(draft, 'fonts.conf'), fontConfiguration(path.join(target, 'fontcache')));
  try {
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Starts the packaged Chromium: no system library, font or browser is needed beside glibc. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpackChromium();
  return chromium.launch({
    executablePath: path.join(folder, 'chromium'),
    headless: true,
    // Root and most containers cannot make the sandbox; the browser sees nothing but our own pages.
    chromiumSandbox: false,
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  });
}
