/**
 * The icons, drawn for Glasnik on a 24 px grid with a 1.75 px line, round ends. Each is the `d` of one <path> that is
 * stroked, not filled. An icon beside its word is `aria-hidden`; an icon alone gives its button an `aria-label`.
 */
const paths = {
  // Places
  today: 'M4 6.5h16v13H4zM4 10.5h16M8 3.5v4M16 3.5v4M9 15l2 2 4-4',
  posts: 'M5 3.5h10l4 4v13H5zM15 3.5v4h4M8.5 12h7M8.5 16h5',
  calendar: 'M4 6.5h16v13H4zM4 10.5h16M8 3.5v4M16 3.5v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01',
  board: 'M3.5 4.5h4.5v15H3.5zM9.75 4.5h4.5v10h-4.5zM16 4.5h4.5v7H16z',
  compose: 'M11 4.5H4.5v15h15V13M9 15l1-4 8.5-8.5 3 3L13 14z',
  accounts:
    'M3.5 5.5h17v13h-17zM9 10.5a1.75 1.75 0 1 0 0-.01M6 15.5c.6-1.8 5.4-1.8 6 0M15 10h2.5M15 13.5h2.5',
  media: 'M3.5 5.5h17v13h-17zM3.5 16l5-5 4.5 4.5 3-3 4.5 4.5M15.5 9.5h.01',
  record: 'M6 3.5h12v17l-2.5-1.5L12 20.5 8.5 19 6 20.5zM9 8h6M9 11.5h6M9 15h3',
  settings: 'M4 7h8M17 7h3M14.5 4.5v5M4 12h3M12 12h8M9.5 9.5v5M4 17h9M18 17h2M15.5 14.5v5',
  people:
    'M9 11a3.25 3.25 0 1 0 0-.01M3 19.5c0-6.2 12-6.2 12 0M16 5a3.25 3.25 0 0 1 0 6M17.5 14.2c2.2.7 3.5 2.5 3.5 5.3',
  dialogue: 'M4 4.5h12v8.5H9.5L6 16v-3H4zM19 9.5h1.5V17H19v3l-3.5-3H11',
  chart: 'M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6',
  decision: 'M12 3.5v17M7 20.5h10M5 7h14M5 7l-2.5 6.5a3 3 0 0 0 5 0zM19 7l-2.5 6.5a3 3 0 0 0 5 0z',
  objective: 'M12 20.5a8.5 8.5 0 1 1 8.5-8.5M12 16a4 4 0 1 1 4-4M12 12l8-8M17 4v3h3',
  academy: 'M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.5V16c2.5 2.6 8.5 2.6 11 0v-4.5M21.5 9.5V15',
  contest:
    'M7.5 4h9v5.5a4.5 4.5 0 0 1-9 0zM7.5 6H4c0 3.2 1.2 5 3.8 5M16.5 6H20c0 3.2-1.2 5-3.8 5M12 14v4M8 20h8M12 18v2',
  institution: 'M3.5 9.5 12 4l8.5 5.5zM5 19.5h14M3.5 21h17M6.5 12v5M10.2 12v5M13.8 12v5M17.5 12v5',

  // Deeds
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13M15.5 15.5 20.5 20.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M5 12.5 10 17.5 19.5 7',
  cross: 'M6 6l12 12M18 6 6 18',
  undo: 'M8.5 5 4 9.5 8.5 14M4 9.5h10.5a5 5 0 0 1 0 10H9',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4v5h-5',
  send: 'M3.5 11.5 20.5 4l-5 16.5-4-6.5zM11.5 14l9-10',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  trash: 'M4.5 6.5h15M9.5 6.5v-3h5v3M6.5 6.5l1 14h9l1-14M10.5 10.5v6M13.5 10.5v6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7l1.6-1.6',
  external: 'M13.5 4.5h6v6M19.5 4.5 11 13M9.5 5.5h-5v14h14v-5',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9h.01',
  video: 'M3.5 6.5h11v11h-11zM14.5 10.5 20.5 7v10l-6-3.5z',
  filter: 'M4 5.5h16l-6 7.5v6l-4-2v-4z',
  sort: 'M8 4.5v15M4.5 16 8 19.5l3.5-3.5M16 19.5v-15M12.5 8 16 4.5 19.5 8',
  drag: 'M9.5 6a.5.5 0 1 1 0-.01M15.5 6a.5.5 0 1 1 0-.01M9.5 12a.5.5 0 1 1 0-.01M15.5 12a.5.5 0 1 1 0-.01M9.5 18a.5.5 0 1 1 0-.01M15.5 18a.5.5 0 1 1 0-.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M6 12a.5.5 0 1 1 0-.01M12.5 12a.5.5 0 1 1 0-.01M19 12a.5.5 0 1 1 0-.01',
  'sign-out': 'M13.5 4.5h-9v15h9M9.5 12h11M16.5 8l4 4-4 4',
  pause: 'M7.5 5.5h2.5v13H7.5zM14 5.5h2.5v13H14z',
  translate:
    'M3.5 6h10M8.5 3.5V6M11.5 6c-.8 3.8-3.4 6.6-7 8M5.5 9c1 2.3 3.4 4.3 6 5M11.5 20.5l4.5-11 4.5 11M13 17h6',

  // Ways
  'chevron-up': 'M6 15l6-6 6 6',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-left': 'M15 6l-6 6 6 6',
  'chevron-right': 'M9 6l6 6-6 6',
  'arrow-left': 'M20 12H4.5M10.5 6l-6 6 6 6',
  'arrow-right': 'M4 12h15.5M13.5 6l6 6-6 6',

  // Signs
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01',
  info: 'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M12 11v5.5M12 7.8h.01',
  question:
    'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M9.7 9.6a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.2 1-1.2 1.9M12 16.6h.01',
  clock: 'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M12 7v5l3.5 2',
  eye: 'M2.5 12C6 6.2 18 6.2 21.5 12 18 17.8 6 17.8 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  'eye-off':
    'M4 4l16 16M9.8 8A9.5 9.5 0 0 1 21.5 12a10 10 0 0 1-2.6 2.7M6.3 9A9 9 0 0 0 2.5 12c2 3.3 6.8 4.8 10.9 4.2M10 10.2a3 3 0 0 0 4 4',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5c1 .8 3 .8 4 0',
  globe:
    'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17',
  'script-switch':
    'M3 15.5 6.5 5l3.5 10.5M4.2 12h4.6M14 15.5V6h6M14 10.5h3.5a2.5 2.5 0 0 1 0 5H14M6 19.5h12M8 17.8l-2 1.7 2 1.7M16 17.8l2 1.7-2 1.7',
  lock: 'M5.5 10.5h13v9.5h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14v2.5',
  seal: 'M12 3.5l2 1.7 2.6-.3.8 2.5 2.3 1.3-.7 2.5.7 2.5-2.3 1.3-.8 2.5-2.6-.3-2 1.7-2-1.7-2.6.3-.8-2.5-2.3-1.3.7-2.5-.7-2.5 2.3-1.3.8-2.5 2.6.3zM9 11.3l2.2 2.2 4-4.3M9 18v3l3-1.3 3 1.3v-3',
  key: 'M8 19.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9M11.2 11.8 20 3M16.5 6.5l3 3M14 9l2 2M7.5 15.5h.01',
  shield: 'M12 3.5 4.5 6v6c0 4.5 3.5 7.3 7.5 8.5 4-1.2 7.5-4 7.5-8.5V6zM8.7 12l2.5 2.5 4.3-4.8',
  history: 'M4 5v5h5M4.5 10a8 8 0 1 1-.5 3.5M12 8v4.5l3 2',
  feed: 'M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8M6.8 18a.5.5 0 1 1 0-.01',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  sun: 'M12 16a4 4 0 1 1 0-8 4 4 0 0 1 0 8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  star: 'M12 4l2.4 5.2 5.6.7-4.1 3.9 1.1 5.7-5-2.8-5 2.8 1.1-5.7L4 9.9l5.6-.7z',
  heart: 'M12 20C7 16.2 3.5 13 3.5 9.2A4.7 4.7 0 0 1 12 6.5a4.7 4.7 0 0 1 8.5 2.7C20.5 13 17 16.2 12 20',
  bookmark: 'M6.5 3.5h11v17L12 16.5 6.5 20.5z',
  play: 'M8 5v14l11.5-7z',
  flag: 'M6 21V4M6 4.5h12l-2.5 4 2.5 4H6',
  mail: 'M3.5 5.5h17v13h-17zM3.5 7l8.5 6.5L20.5 7',
  phone:
    'M7 3.5h3l1.5 4.5-2 1.5a10 10 0 0 0 5 5l1.5-2 4.5 1.5v3c0 2-1.5 3-3 3C10 19.5 4.5 14 4 6.5c0-1.5 1-3 3-3',

  // States that no sign above stands for
  'circle-dashed':
    'M9.5 3.9a8.5 8.5 0 0 1 5 0M18.3 6.3a8.5 8.5 0 0 1 2.2 4.5M20.1 14.8a8.5 8.5 0 0 1-3 4.1M12.5 20.5a8.5 8.5 0 0 1-5-1.2M4.5 16a8.5 8.5 0 0 1-.9-5M5.3 6.8l.6-.7',
  'circle-check': 'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M8 12.3l2.8 2.8L16 9.5',
  'circle-minus': 'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M8 12h8',
  'circle-half': 'M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17M12 3.5v17M12 8h7M12 12h8.5M12 16h7',
  'clock-alert': 'M14.5 4.4A8.2 8.2 0 1 0 19 15M10.8 8v4.5l3 2M20 3.5v6.5M20 13.5h.01',
  hourglass: 'M6.5 3.5h11M6.5 20.5h11M8 3.5V7l4 5-4 5v3.5M16 3.5V7l-4 5 4 5v3.5',
  octagon: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM9 9l6 6M15 9l-6 6',
  'diamond-question': 'M12 2.5 21.5 12 12 21.5 2.5 12zM10 10a2.1 2.1 0 1 1 3 1.9c-.7.3-1 .8-1 1.5M12 16h.01',
} as const;

export type IconName = keyof typeof paths;

/** The `d` attribute of each icon, for `<path d={icons.check} />` in React and for templates alike. */
export const icons: Readonly<Record<IconName, string>> = paths;

export const iconNames = Object.keys(paths) as IconName[];

/** The states a post or a delivery can be in, as the badges and chips name them (`badge--sent-back`). */
export const postStates = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'publishing',
  'published',
  'sent-back',
  'expired',
  'withdrawn',
  'late',
  'failed',
  'unknown',
] as const;
export type PostState = (typeof postStates)[number];

/** The shape that tells a state without its colour: no two states share one. */
export const stateIcons: Readonly<Record<PostState, IconName>> = {
  draft: 'circle-dashed',
  'in-review': 'eye',
  approved: 'seal',
  scheduled: 'clock',
  publishing: 'circle-half',
  published: 'circle-check',
  'sent-back': 'undo',
  expired: 'hourglass',
  withdrawn: 'circle-minus',
  late: 'clock-alert',
  failed: 'octagon',
  unknown: 'diamond-question',
};

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** An icon as SVG text, for templates that run without React. `label` makes it an image with a name. */
export function iconSvg(name: IconName, options: { label?: string; className?: string } = {}): string {
  const classes = options.className ? `icon ${options.className}` : 'icon';
  const label = options.label?.replace(/[&"<>]/g, (sign) => escapes[sign] ?? sign);
  const role = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"';
  return `<svg class="${classes}" viewBox="0 0 24 24" ${role}><path d="${paths[name]}"/></svg>`;
}
