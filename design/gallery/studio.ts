import { markSvg } from '../brand/mark.ts';
import type { IconName } from '../icons.ts';
import { badge, chip, demoBanner, icon } from './parts.ts';

const link = (sign: IconName, word: string, count = 0, here = false): string =>
  `<li><a class="shell__link" href="#${sign}"${here ? ' aria-current="page"' : ''}>${icon(sign)}${word}` +
  `${count ? `<span class="badge badge--count">${count}<span class="visually-hidden"> čeka</span></span>` : ''}</a></li>`;

const due = (
  state: Parameters<typeof badge>[0],
  word: string,
  title: string,
  meta: string,
  act: string,
): string =>
  `<article class="card card--due"><div class="card__head"><h3 class="card__title"><a href="#due">${title}</a></h3>${badge(state, word)}</div>` +
  `<p class="card__meta">${meta}</p><div class="card__foot">${act}</div></article>`;

/** The studio's frame with the page that greets a head of communications in the morning. */
export const studioBody = `<a class="skip-link" href="#main">Na sadržaj</a>
<div class="shell">
${demoBanner}
<nav class="shell__nav" aria-label="Glavna"><a class="shell__brand" href="#home">${markSvg()}Glasnik</a>
<ul class="shell__list">${link('today', 'Danas', 0, true)}${link('posts', 'Objave')}${link('calendar', 'Kalendar')}${link('dialogue', 'Dijalog', 7)}${link('media', 'Mediji')}</ul>
<h2 class="shell__heading">Rad</h2>
<ul class="shell__list">${link('objective', 'Strategija')}${link('decision', 'Odluke')}${link('chart', 'Rezultati')}${link('accounts', 'Nalozi')}${link('record', 'Evidencija')}</ul>
<div class="shell__foot"><ul class="shell__list">${link('settings', 'Postavke')}${link('question', 'Pomoć')}</ul></div></nav>
<header class="shell__top"><button type="button" class="institution-switch" aria-haspopup="true"><span class="avatar avatar--logo">DEI</span><span class="institution-switch__name">Direkcija za evropske integracije<span class="institution-switch__role">Voditeljica komunikacija</span></span>${icon('chevron-down')}</button>
<div class="shell__top-end"><button type="button" class="button button--quiet button--icon" aria-label="Obavještenja">${icon('bell')}</button><button type="button" class="button button--primary">${icon('compose')}<span>Nova objava</span></button></div></header>
<main class="shell__main" id="main" tabindex="-1">
<div class="page-head"><div><h1 class="page-head__title">Dobro jutro, Lejla</h1><p class="page-head__note">Utorak, 24. novembar. Dvije stvari čekaju vas, tri objave idu danas.</p></div><button type="button" class="button">${icon('pause')}Zaustavi sve</button></div>
<div class="split"><div class="stack">
<h2>Čeka vas</h2>
${due('in-review', 'Na pregledu', 'Odluka o e-upravi, objašnjenje', '<span>Predložio Marko Marić</span><span>4 varijante spremne</span><span>rok danas u 15:00</span>', `<button type="button" class="button button--primary">Pregledaj i odobri</button><button type="button" class="button button--quiet">Vrati na doradu</button>`)}
${due('unknown', 'Ishod nepoznat', 'Najava sjednice, druga mreža', '<span>Mreža nije odgovorila u 10:00</span><span>ništa se ne šalje ponovo bez vas</span>', `<button type="button" class="button">Provjeri na mreži</button>`)}
<h2>Zadnje objavljeno</h2>
<div class="card card--flush table--cards"><table class="table"><caption class="visually-hidden">Zadnje objavljeno</caption><thead><tr><th scope="col">Objava</th><th scope="col">Stanje</th><th scope="col" class="table__number">Odgovora</th></tr></thead><tbody><tr><th scope="row"><a href="#p1">Statistika zaposlenosti, oktobar</a></th><td data-label="Stanje">${badge('published', 'Objavljeno')}</td><td class="table__number" data-label="Odgovora">14</td></tr><tr><th scope="row"><a href="#p2">Video-konkurs: prijave</a></th><td data-label="Stanje">${badge('published', 'Objavljeno')}</td><td class="table__number" data-label="Odgovora">38</td></tr></tbody></table></div></div>
<aside class="split__aside stack" aria-labelledby="day"><h2 id="day">Danas ide</h2><div class="card stack stack--tight">${chip('published', '8:00', 'Statistika zaposlenosti')}${chip('publishing', '10:00', 'Najava sjednice')}${chip('scheduled', '13:30', 'Javne konsultacije')}</div>
<div class="card"><h3 class="card__title">Odgovoreno u roku</h3><p><span class="stat__value">92,4 %</span><span class="stat__label">zadnjih 30 dana, cilj 90 %</span></p><a href="#figures">Otvori brojke</a></div></aside></div></main>
<nav aria-label="Dnevna"><ul class="shell__bar">${link('today', 'Danas', 0, true)}${link('posts', 'Objave')}${link('calendar', 'Kalendar')}${link('dialogue', 'Dijalog')}${link('menu', 'Više')}</ul></nav>
</div>`;
