import { isTestFile } from './source.ts';
import { FEATURE_ORDER } from './feature-order.ts';
import type { Import, Module } from './module-graph.ts';

/** Where a file stands in the plan of ARCHITECTURE.md. */
export type Place = {
  layer: 'platform' | 'features' | 'apps' | 'outside';
  feature: string | undefined;
  /** `pure`: the feature's root files and platform/shared. */
  side: 'pure' | 'server' | 'web' | 'none';
  isTest: boolean;
};

/** Packages that compute and do nothing else; a pure file may use these and no others. */
const PURE_PACKAGES = new Set(['zod', 'chinese-days', 'uuid', 'vitest', 'fast-check']);

/** Packages that belong to one side. */
const SERVER_PACKAGES = new Set(['pg', 'kysely', 'fastify', 'nodemailer', 'exceljs', 'docx', 'yauzl', 'yazl', 'better-auth', 'csv-parse', 'iconv-lite']);
const WEB_PACKAGES = new Set(['react', 'react-dom', 'antd', 'preact', 'echarts', '@tanstack/react-query', '@tanstack/react-router', '@ant-design/icons']);

const WEB_APPS = new Set(['web', 'public']);
const DOOR = /\.(contract|policy|rules|messages|api)\.ts$/;

export function placeOf(file: string): Place {
  const [src, layer, area = '', inner = ''] = file.split('/');
  const isTest = isTestFile(file);
  if (src !== 'src' || (layer !== 'platform' && layer !== 'features' && layer !== 'apps')) return { layer: 'outside', feature: undefined, side: 'none', isTest };
  if (layer === 'apps') return { layer, feature: undefined, side: WEB_APPS.has(area) ? 'web' : 'server', isTest };
  if (layer === 'platform') return { layer, feature: undefined, side: sideOf(area === 'shared' ? '' : area), isTest };
  // A feature that has grown has rooms: folders of pure files beside server and web.
  return { layer, feature: area, side: inner === 'server' || inner === 'web' ? inner : 'pure', isTest };
}

function sideOf(folder: string): Place['side'] {
  if (folder === '') return 'pure';
  return folder === 'server' || folder === 'web' ? folder : 'none';
}

function packageName(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A rule looks at one import and answers with a sentence when it is not allowed. */
export type ImportRule = { rule: string; check: (from: Place, link: Import, to: Place | undefined, module: Module) => string | undefined };

const layers: ImportRule = {
  rule: 'layers',
  check: (from, link, to) => {
    if (!to) return undefined;
    if (from.layer === 'platform' && (to.layer === 'features' || to.layer === 'apps')) return `platform knows no ${to.layer}, but imports ${link.specifier}.`;
    // A test is a leaf: nothing imports it, so it may start the composed product.
    if (from.layer === 'features' && to.layer === 'apps' && !from.isTest) return `A feature never imports an app: ${link.specifier}.`;
    if (to.layer === 'outside' && link.target !== 'package.json' && !from.isTest) return `Source imports nothing outside src: ${link.specifier}.`;
    return undefined;
  },
};

const order: ImportRule = {
  rule: 'feature-order',
  check: (from, link, to) => {
    if (!from.feature || !to?.feature || from.feature === to.feature) return undefined;
    const names: readonly string[] = FEATURE_ORDER;
    if (names.indexOf(to.feature) < names.indexOf(from.feature)) return undefined;
    return `"${from.feature}" comes before "${to.feature}" in the life of a campaign and may not import ${link.specifier}.`;
  },
};

const doors: ImportRule = {
  rule: 'feature-door',
  check: (from, link, to) => {
    if (!from.feature || !to?.feature || from.feature === to.feature || !link.target) return undefined;
    if (DOOR.test(link.target) || (from.isTest && isTestFile(link.target))) return undefined;
    return `Another feature is entered only by its contract, policy, rules, messages or api, not by ${link.specifier}.`;
  },
};

const purity: ImportRule = {
  rule: 'purity',
  check: (from, link, to, module) => {
    if (from.side !== 'pure' || from.isTest) return undefined;
    if (module.file.endsWith('.tsx')) return 'A pure file draws nothing: no .tsx here.';
    if (link.kind === 'builtin') return `A pure file runs in the browser too and may not import ${link.specifier}.`;
    if (link.kind === 'package' && !PURE_PACKAGES.has(packageName(link.specifier))) return `A pure file may not use the package ${link.specifier}.`;
    return to && to.side !== 'pure' ? `A pure file may not import ${link.specifier}.` : undefined;
  },
};

const sides: ImportRule = {
  rule: 'sides',
  check: (from, link, to) => {
    if (from.side === 'web' && to?.side === 'server') return `The web never imports the server: ${link.specifier}.`;
    if (from.side === 'server' && to?.side === 'web') return `The server never imports the web: ${link.specifier}.`;
    if (link.kind === 'file' || from.isTest) return undefined;
    if (from.side === 'web' && (link.kind === 'builtin' || SERVER_PACKAGES.has(packageName(link.specifier)))) return `${link.specifier} does not run in a browser.`;
    if (from.side === 'server' && WEB_PACKAGES.has(packageName(link.specifier))) return `${link.specifier} belongs to the web.`;
    return undefined;
  },
};

const routes: ImportRule = {
  rule: 'routes',
  check: (_from, link, _to, module) =>
    module.file.endsWith('.routes.ts') && link.target?.endsWith('.store.ts') ? `Routes go through the service, never to ${link.specifier}.` : undefined,
};

const spelling: ImportRule = {
  rule: 'import-path',
  check: (from, link, to) => {
    if (link.kind === 'missing') return `Nothing is at ${link.specifier} (imports are written with their ending).`;
    if (link.kind !== 'file' || !to || to.layer === 'outside') return undefined;
    const isSameArea = from.layer === to.layer && from.feature === to.feature && (from.layer !== 'platform' || from.side === to.side);
    if (link.specifier.startsWith('.') && !isSameArea) return `Across areas write #${to.layer}/…, not ${link.specifier}.`;
    if (link.specifier.startsWith('#features/') && from.feature !== undefined && from.feature === to.feature) return `Inside one feature write a relative path, not ${link.specifier}.`;
    return undefined;
  },
};

export const IMPORT_RULES: readonly ImportRule[] = [layers, order, doors, purity, sides, routes, spelling];
