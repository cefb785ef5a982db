/**
 * The one place that names a colour. `theme.css` carries the same tokens as custom properties (a test holds the two
 * together), antd takes them through {@link antdTheme}, charts through {@link chartPalette}.
 */
export type ThemeMode = 'light' | 'dark';

const light = {
  paper: '#FBFAF7', // the page
  sheet: '#FFFFFF', // what lies on it
  wash: '#F4F2EC', // sidebar, tracks, hover
  line: '#E7E4DC', // hairlines
  edge: '#928D83', // borders of controls: 3:1 on sheet and paper (WCAG 1.4.11)
  ink: '#1D2129',
  'ink-2': '#4B5361',
  'ink-3': '#666C78', // darker than the picture's #858C99, which is 3.4:1 only
  indigo: '#264D7A',
  'indigo-2': '#7C97B6', // second share of a bar
  'indigo-3': '#C5D2E0', // third
  'indigo-wash': '#E9EFF6',
  action: '#264D7A', // fill of a primary button
  'action-hover': '#1D3E64',
  'action-ink': '#FFFFFF',
  seal: '#B83A2B',
  jade: '#2F7D5B',
  'jade-ink': '#256448',
  'jade-wash': '#E9F3EE',
  amber: '#B7791F',
  'amber-ink': '#87560F',
  'amber-wash': '#F8F1E2',
  rose: '#B4373F',
  'rose-ink': '#A22F37',
  'rose-wash': '#F8EAEA',
  'danger-ink': '#FFFFFF',
  rest: '#DAD6CB', // what is left of a bar
  veil: '#1D212966', // behind a dialog
  shadow: '#1D21291F',
} as const;

export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  paper: '#15171B',
  sheet: '#1C1F25',
  wash: '#23272E',
  line: '#333942',
  edge: '#737A87',
  ink: '#ECE9E2',
  'ink-2': '#BDC1C9',
  'ink-3': '#9DA3AE',
  indigo: '#93B8E4',
  'indigo-2': '#5F81A9',
  'indigo-3': '#3F5674',
  'indigo-wash': '#22324A',
  action: '#3B6AA3',
  'action-hover': '#4577B3',
  'action-ink': '#FFFFFF',
  seal: '#EC7A69',
  jade: '#5DB48B',
  'jade-ink': '#7CCBA5',
  'jade-wash': '#1E342B',
  amber: '#D9A441',
  'amber-ink': '#E5B75F',
  'amber-wash': '#3A2F1A',
  rose: '#E0737A',
  'rose-ink': '#F0939A',
  'rose-wash': '#402326',
  'danger-ink': '#1B0B0C',
  rest: '#3A404A',
  veil: '#000000A6',
  shadow: '#00000080',
};

export const palettes: Record<ThemeMode, Readonly<Record<Token, string>>> = { light, dark };

export const FONT_FAMILY =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

/** Pixels. Type has five sizes, space six steps, the radius is one. */
export const scale = {
  radius: 6,
  space: [4, 8, 12, 16, 24, 32],
  type: [12, 14, 16, 20, 24],
  control: 32,
  touch: 44, // smallest target for a thumb
  phone: 640, // below this width the layout is a phone's
} as const;

function block(selector: string, scheme: ThemeMode): string {
  const tokens = Object.entries(palettes[scheme]).map(([name, value]) => `  --${name}: ${value};`);
  return [`${selector} {`, `  color-scheme: ${scheme};`, ...tokens, '}'].join('\n');
}

/** The text of `theme.css`. */
export function themeCss(): string {
  const sizes = [
    ...scale.space.map((step, index) => `  --s${index + 1}: ${step}px;`),
    ...scale.type.map((size, index) => `  --t${index + 1}: ${size / 16}rem;`),
    `  --r: ${scale.radius}px;`,
    `  --control: ${scale.control}px;`,
    `  --touch: ${scale.touch}px;`,
    `  --font: ${FONT_FAMILY};`,
  ];
  return [
    '/* Written from theme.ts; theme.test.ts fails when the two differ. */',
    [':root {', ...sizes, '}'].join('\n'),
    block(":root,\n:root[data-theme='light']", 'light'),
    block(":root[data-theme='dark']", 'dark'),
    '',
  ].join('\n\n');
}

/** Tokens for antd's ConfigProvider. Typed loosely here so that the first page does not load antd for its types' sake. */
export function antdTokens(mode: ThemeMode): Record<string, string | number | boolean> {
  const p = palettes[mode];
  return {
    colorPrimary: p.action,
    colorInfo: p.action,
    colorLink: p.indigo,
    colorSuccess: p.jade,
    colorWarning: p.amber,
    colorError: p.rose,
    colorText: p.ink,
    colorTextSecondary: p['ink-2'],
    colorTextTertiary: p['ink-3'],
    colorTextPlaceholder: p['ink-3'],
    colorTextDescription: p['ink-3'],
    colorBgBase: p.sheet,
    colorBgContainer: p.sheet,
    colorBgElevated: mode === 'dark' ? p.wash : p.sheet, // by night a shadow does not lift a layer
    colorBgLayout: p.paper,
    colorBorder: p.edge,
    colorBorderSecondary: p.line,
    controlItemBgHover: p.wash,
    controlItemBgActive: p['indigo-wash'],
    borderRadius: scale.radius,
    borderRadiusLG: scale.radius,
    borderRadiusSM: 4,
    controlHeight: scale.control,
    fontFamily: FONT_FAMILY,
    fontSize: 14,
    fontWeightStrong: 600,
    motionDurationFast: '0.1s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  };
}
