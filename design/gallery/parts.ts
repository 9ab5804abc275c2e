import { icons, iconSvg, postStates, stateIcons } from '../icons.ts';
import type { IconName, PostState } from '../icons.ts';

/** Small helpers with which the gallery's pages are written. Everything here is our own text: nothing is escaped. */
export const icon = (name: IconName): string => iconSvg(name);

export const badge = (state: PostState, word: string): string =>
  `<span class="badge badge--${state}">${iconSvg(stateIcons[state])}${word}</span>`;

export const stateWords: Record<PostState, string> = {
  draft: 'Nacrt',
  'in-review': 'Na pregledu',
  approved: 'Odobreno',
  scheduled: 'Zakazano',
  publishing: 'Objavljuje se',
  published: 'Objavljeno',
  'sent-back': 'Vraćeno na doradu',
  expired: 'Isteklo',
  withdrawn: 'Povučeno',
  late: 'Kasni',
  failed: 'Nije uspjelo',
  unknown: 'Ishod nepoznat',
};

export const allBadges = postStates.map((state) => badge(state, stateWords[state])).join('\n');

export const chip = (state: PostState, time: string, title: string): string =>
  `<a class="post-chip post-chip--${state}" href="#chips">${iconSvg(stateIcons[state])}` +
  `<span class="post-chip__time">${time}</span><span class="post-chip__title">${title}</span>` +
  `<span class="visually-hidden">${stateWords[state]}</span></a>`;

export const allIcons = (Object.keys(icons) as IconName[])
  .map((name) => `<li>${iconSvg(name, { className: 'icon--large' })}<code>${name}</code></li>`)
  .join('\n');

export const banner = (kind: string, sign: IconName, title: string, text: string, actions = ''): string =>
  `<div class="banner banner--${kind}">${icon(sign)}<div class="banner__body">` +
  `<p class="banner__title">${title}</p><p>${text}</p>${actions}</div></div>`;

export const demoBanner =
  `<aside class="shell__alert banner banner--demo" aria-label="Demonstracija">${icon('flag')}<div class="banner__body"><p><strong>Demonstracijski podaci.</strong> ` +
  'Ništa odavde ne ide u svijet.</p></div></aside>';

/** Stands in for a photograph: hills and a sun, in roles only. */
export const picture = (turn = 0): string =>
  `<svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice" role="img" aria-label="Crtež: brda i sunce">` +
  `<rect class="gallery-sky" width="160" height="100"/><circle class="gallery-sun" cx="${40 + turn * 30}" cy="34" r="13"/>` +
  `<path class="gallery-hill" d="M0 74 Q${40 + turn * 12} 36 84 70 T160 ${52 + turn * 6} V100 H0z"/>` +
  `<path class="gallery-near" d="M0 92 Q${60 - turn * 10} 66 ${110 - turn * 8} 86 T160 80 V100 H0z"/></svg>`;

export function page(title: string, stylesheets: readonly string[], body: string, lang = 'bs'): string {
  const links = stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="./brand/favicon.svg">
${links}
</head>
<body>
${body.trim()}
</body>
</html>
`;
}
