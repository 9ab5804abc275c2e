import { markSvg } from '../brand/mark.ts';
import { page } from './parts.ts';
import { basics, pieces } from './sections.ts';
import { siteBody } from './site.ts';
import { studioBody } from './studio.ts';

const studioStyles = [
  '../node_modules/@fontsource-variable/source-sans-3/wght.css',
  '../node_modules/@fontsource-variable/source-sans-3/wght-italic.css',
  './tokens.css',
  './tokens-states.css',
  './fonts.css',
  './components.css',
  './gallery/gallery.css',
];

const sections = [...basics, ...pieces]
  .map(
    ([title, html], index) =>
      `<section aria-labelledby="s${index}"><h2 id="s${index}">${title}</h2>\n${html}\n</section>`,
  )
  .join('\n');

const components = `<main class="gallery"><p class="wordmark">${markSvg()}Glasnik</p><h1>Izgled</h1>
<p class="lead">Svaki dio, bez skripti, u svijetloj i tamnoj temi. Also: <a href="./gallery-studio.html">studio</a>, <a href="./gallery-site.html">stranica za građane</a>.</p>
${sections}
<section class="gallery__night" data-theme="dark" aria-labelledby="night"><h2 id="night">Tamno usred svijetlog</h2><p>Tema se mijenja za dio stranice. <a href="#night">Veza</a>.</p><button type="button" class="button button--primary">Dalje</button></section>
</main>`;

/** File name to HTML. The files are made, not kept: see .gitignore. */
export const galleryPages: Readonly<Record<string, string>> = {
  'gallery.html': page('Glasnik: izgled', studioStyles, components),
  'gallery-studio.html': page('Danas · Glasnik', studioStyles, studioBody),
  'gallery-site.html': page('Odluka o e-upravi · DEI', ['./site.css', './gallery/gallery.css'], siteBody),
};
