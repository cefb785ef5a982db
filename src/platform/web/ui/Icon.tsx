/** Line icons on a 16-unit square, drawn with the colour of the text around them. */
const paths = {
  add: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.500l3.200 3.200L13 5',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4l-4 4 4 4',
  up: 'M4 10l4-4 4 4',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.800 10.800L14 14',
  menu: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h11',
  warn: 'M8 2.500l6 11H2zM8 6.500v3.200M8 11.700h.01',
  late: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.800V8l2.300 1.600',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.800V8l2.300 1.600',
  upload: 'M8 11V3M4.800 6L8 3l3.200 3M3 11v2.500h10V11',
  download: 'M8 3v8M4.800 8L8 11l3.200-3M3 11v2.500h10V11',
  drag: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  edit: 'M3 13l.6-2.800L10.800 3l2.200 2.200-7.200 7.200zM9.500 4.300l2.200 2.200',
  remove: 'M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500',
  home: 'M2.500 7.500L8 3l5.500 4.500M4 6.500V13h8V6.500',
  flag: 'M4 14V2.500M4 3h7.500L10 6l1.500 3H4',
  people: 'M6 8a2.300 2.300 0 1 0 0-4.600A2.300 2.300 0 0 0 6 8zM2 13c0-2.200 1.800-3.500 4-3.500s4 1.300 4 3.500M10.500 3.700a2.200 2.200 0 0 1 0 4.200M11.500 9.800c1.500.4 2.500 1.600 2.500 3.200',
  gear: 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 2v1.800M8 12.200V14M2 8h1.800M12.200 8H14M3.800 3.800l1.200 1.200M11 11l1.200 1.200M12.200 3.800L11 5M5 11l-1.200 1.200',
  file: 'M4 2.500h5L12 5.500v8H4zM9 2.500v3h3',
  list: 'M5.500 4.500h8M5.500 8h8M5.500 11.500h8M2.500 4.500h.01M2.500 8h.01M2.500 11.500h.01',
  money: 'M4.500 3L8 8l3.500-5M8 8v5.500M5 8.800h6M5 11h6',
  calendar: 'M2.500 4h11v9.500h-11zM2.500 7h11M5.500 2.500V5M10.500 2.500V5',
  archive: 'M2.500 3h11v3h-11zM3.500 6v7h9V6M6.500 8.500h3',
  chart: 'M2.500 13.500h11M4.500 11V8M8 11V4M11.500 11V6.500',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.500H3zM6.800 13.800h2.400',
  offline: 'M2 2l12 12M2.500 6.500a8 8 0 0 1 3-1.800M13.500 6.500a8 8 0 0 0-4.500-2M5 9a4.300 4.300 0 0 1 2.500-1.200M8 12.500h.01',
  swap: 'M3 6h9M9.500 3.500L12 6 9.500 8.500M13 10.500H4M6.500 8L4 10.500 6.500 13',
  user: 'M8 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 8zM3 13.500c0-2.500 2.200-4 5-4s5 1.500 5 4',
  comment: 'M2.500 3.500h11v7.500H7L4 13.500V11H2.500z',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: the words beside it, or the label of its button, say what it means. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={name === 'more' || name === 'drag' ? 2 : 1.4} strokeLinecap="round" strokeLinejoin="round">
      <path d={paths[name]} />
    </svg>
  );
}
