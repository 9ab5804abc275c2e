import { allBadges, allIcons, badge, banner, chip, icon, picture } from './parts.ts';

/** One entry per component file: its heading and its markup as it is meant to be written. */
export const basics: ReadonlyArray<readonly [title: string, html: string]> = [
  [
    'Boje',
    `<ul class="gallery__colours">
${['surface', 'raised', 'sunken', 'ink', 'muted', 'accent', 'tint', 'seal'].map((name) => `<li><span class="gallery__swatch swatch-${name}"></span>${name}</li>`).join('\n')}
</ul>`,
  ],
  [
    'Pismo',
    `<h1>Vijeće ministara donijelo je odluku o e-upravi</h1>
<p class="lead">Uvodna rečenica kaže šta je odlučeno, zašto i za koga.</p>
<h2>Šta se mijenja</h2>
<p class="measure">Od 1. januara zahtjev podnosite jednom, a <a href="#type">organ sam pribavlja dokaze</a> iz službenih evidencija. Čekaonica, džep, njegov, žuljevi, ćup, đak. Rok je <strong>15 radnih dana</strong>.</p>
<blockquote class="measure">Odluka stupa na snagu osmog dana od objave u „Službenom glasniku BiH”.</blockquote>
<div lang="sr-Cyrl-BA" class="stack"><h3>Шта се мијења</h3><p class="measure">Од 1. јануара захтјев подносите једном. <em>Курзив: бг д п т, градови, пут, добитак.</em> Њега, љубав, џеп, ђак, ћуп.</p></div>
<h3>Popis</h3><ul><li>prva stavka</li><li>druga stavka, s <code>kodom</code> i tipkom <kbd>Esc</kbd></li></ul>`,
  ],
  [
    'Dugmad',
    `<div class="stack"><div class="button-group">
<button class="button button--primary" type="button">${icon('send')}Pošalji na odobrenje</button>
<button class="button" type="button">Sačuvaj nacrt</button>
<button class="button button--quiet" type="button">Odustani</button>
<button class="button button--danger" type="button">${icon('trash')}Obriši</button>
<button class="button button--danger button--primary" type="button">Povuci objavu</button></div>
<div class="button-group"><button class="button button--icon" type="button" aria-label="Više">${icon('more')}</button>
<button class="button button--quiet button--icon" type="button" aria-label="Obavještenja">${icon('bell')}</button>
<button class="button button--small" type="button">Mala</button>
<button class="button" type="button" aria-pressed="true">${icon('eye')}Uključeno</button>
<button class="button button--primary" type="button" aria-busy="true">Objavljujem…</button>
<button class="button" type="button" disabled>Nije moguće</button>
<span class="button" data-focus-visible>U žiži</span></div></div>`,
  ],
  [
    'Polja',
    `<div class="field-row"><div class="stack">
<div class="field"><label class="field__label" for="f1">Naslov</label><p class="field__hint" id="f1h">Jedna rečenica, do 90 znakova.</p><input class="input" id="f1" aria-describedby="f1h" value="Novi registar službenih naloga"></div>
<div class="field field--invalid"><label class="field__label" for="f2">Opis slike</label><p class="field__error" id="f2e">${icon('warning')}Upišite šta se na slici vidi.</p><input class="input" id="f2" aria-invalid="true" aria-describedby="f2e"></div>
<div class="field"><label class="field__label" for="f3">Tekst <span class="field__optional">(nije obavezno)</span></label><textarea class="input" id="f3">Građani od danas mogu provjeriti da li je nalog službeni.</textarea><div class="field__foot"><span>Brojano pravilima mreže</span><span>57 od 300</span></div></div></div>
<div class="stack"><div class="field"><label class="field__label" for="f4">Jezik</label><select class="input select" id="f4"><option>bosanski</option><option>hrvatski</option><option>српски</option></select></div>
<fieldset><legend class="choices__legend">Mreže</legend><div class="choices"><label class="check"><input type="checkbox" checked>Prva mreža</label><label class="check"><input type="checkbox">Druga mreža</label></div></fieldset>
<fieldset><legend class="choices__legend">Kada</legend><div class="choices choices--inline"><label class="radio"><input type="radio" name="when" checked>Sada</label><label class="radio"><input type="radio" name="when">Zakaži</label></div></fieldset>
<label class="switch"><input type="checkbox" role="switch" checked>Pauza objavljivanja</label>
<label class="switch"><input type="checkbox" role="switch">Izborni period</label>
<label class="choice-card"><span class="check"><input type="checkbox" checked></span><span><strong>Traži drugo odobrenje</strong><br><span class="muted">Obavezno u izbornom periodu.</span></span></label></div></div>`,
  ],
  ['Stanja objave', `<div class="cluster">${allBadges}</div>`],
  [
    'Oznake',
    `<div class="cluster"><span class="badge">Uputstvo</span><span class="badge badge--accent">Odluka</span><span class="badge badge--success">${icon('shield')}Službeni nalog</span><span class="badge badge--demo">${icon('flag')}Demo</span><span class="badge badge--count">12</span><span class="chip">Mreža: sve</span><button type="button" class="chip" aria-pressed="true">${icon('filter')}Moje</button></div>`,
  ],
  [
    'Obavijesti u toku stranice',
    `<div class="stack">
${banner('info', 'info', 'Srpska varijanta je izvedena iz latinice', 'Provjerite tri riječi prije slanja.')}
${banner('success', 'circle-check', 'Objavljeno na dvije mreže', 'Dokaz je sačuvan u evidenciji.')}
${banner('warning', 'warning', 'Token ističe za 3 dana', 'Obnovite vezu da objave ne bi stale.', '<div class="banner__actions"><button type="button" class="button button--small">Obnovi vezu</button></div>')}
${banner('danger', 'octagon', 'Objava nije uspjela', 'Mreža je odbila sliku veću od 1 MB. Smanjite je i pošaljite ponovo.')}
<div class="banner banner--demo">${icon('flag')}<div class="banner__body"><p><strong>Demonstracijski podaci.</strong> Ništa odavde ne ide u svijet.</p></div></div>
<div class="banner banner--stop">${icon('pause')}<div class="banner__body"><p><strong>Objavljivanje je zaustavljeno</strong> od 14:20. Zaustavila: Amra Hodžić.</p></div></div></div>`,
  ],
];

const step = (
  kind: string,
  sign: Parameters<typeof icon>[0],
  title: string,
  meta: string,
  more = '',
): string =>
  `<li class="timeline__step timeline__step--${kind}"><span class="timeline__mark">${icon(sign)}</span><div>` +
  `<p class="timeline__title">${title}</p><p class="timeline__meta">${meta}</p>${more}</div></li>`;

export const pieces: ReadonlyArray<readonly [title: string, html: string]> = [
  [
    'Kartice',
    `<div class="card-grid"><article class="card card--link card--due"><div class="card__head"><h3 class="card__title"><a href="#cards">Odluka o e-upravi</a></h3>${badge('in-review', 'Čeka vas')}</div><p>Rok za odobrenje je danas u 15:00.</p><p class="card__meta"><span>Predložila: Lejla Kovač</span><span>4 varijante</span></p></article>
<article class="card"><h3 class="card__title">Odgovoreno u roku</h3><p><span class="stat__value">92,4 %</span><span class="stat__label">od 118 pitanja u oktobru</span></p><div class="card__foot"><a href="#cards">Otvori brojke</a></div></article>
<article class="card card--sunken"><h3 class="card__title">Bilješka</h3><p>Mirna površina, bez sjene, za ono što ne traži pažnju.</p></article></div>`,
  ],
  [
    'Kartice za pregled (tabs) i segmenti',
    `<nav class="tabs" aria-label="Pogledi objave"><ul class="tabs__list"><li><a class="tabs__tab" href="#tabs" aria-current="page">Tekst</a></li><li><a class="tabs__tab" href="#tabs">Mreže <span class="badge badge--count">3</span></a></li><li><a class="tabs__tab" href="#tabs">Historija</a></li></ul></nav>
<p></p><div class="segments" role="group" aria-label="Pogled"><button type="button" class="segments__item" aria-pressed="true">${icon('calendar')}Mjesec</button><button type="button" class="segments__item" aria-pressed="false">Sedmica</button><button type="button" class="segments__item" aria-pressed="false">Lista</button></div>`,
  ],
  [
    'Tabela i alatna traka',
    `<div class="toolbar"><input class="input input--search toolbar__search" type="search" aria-label="Traži objave" placeholder="Traži objave"><button type="button" class="chip" aria-pressed="true">Ovaj mjesec</button><div class="toolbar__end"><button type="button" class="button">${icon('download')}XLSX</button><button type="button" class="button button--primary">${icon('plus')}Nova objava</button></div></div>
<div class="card card--flush table--cards"><table class="table"><caption class="visually-hidden">Objave</caption><thead><tr><th scope="col" aria-sort="ascending"><button type="button" class="table__sort">Objava ${icon('chevron-down')}</button></th><th scope="col">Stanje</th><th scope="col">Kada</th><th scope="col" class="table__number">Prikaza</th></tr></thead><tbody>
<tr><th scope="row"><a href="#table">Odluka o e-upravi</a></th><td data-label="Stanje">${badge('published', 'Objavljeno')}</td><td data-label="Kada"><time datetime="2026-11-20T10:00">20. nov. 10:00</time></td><td class="table__number" data-label="Prikaza">12.480</td></tr>
<tr aria-selected="true"><th scope="row"><a href="#table">Poziv na javne konsultacije</a></th><td data-label="Stanje">${badge('scheduled', 'Zakazano')}</td><td data-label="Kada"><time datetime="2026-11-26T09:30">26. nov. 9:30</time></td><td class="table__number" data-label="Prikaza">–</td></tr>
<tr><th scope="row"><a href="#table">Statistika zaposlenosti, oktobar</a></th><td data-label="Stanje">${badge('failed', 'Nije uspjelo')}</td><td data-label="Kada"><time datetime="2026-11-24T08:00">24. nov. 8:00</time></td><td class="table__number" data-label="Prikaza">–</td></tr></tbody></table></div>
<nav class="pagination" aria-label="Stranice"><a class="pagination__link" href="#table" rel="prev">${icon('arrow-left')}Novije</a><a class="pagination__link pagination__link--older" href="#table" rel="next">Starije${icon('arrow-right')}</a></nav>`,
  ],
  [
    'Dijalog, meni, poruka, savjet',
    `<div class="field-row"><div class="dialog-backdrop"><div class="dialog" role="dialog" aria-labelledby="d1"><div class="dialog__content"><div class="dialog__head"><h3 class="dialog__title" id="d1">Povući objavu?</h3><button type="button" class="button button--quiet button--icon" aria-label="Zatvori">${icon('cross')}</button></div><p>Objava nestaje s dvije mreže. U evidenciji ostaje ko ju je povukao i zašto.</p><div class="field"><label class="field__label" for="d1r">Razlog</label><input class="input" id="d1r"></div><div class="dialog__foot"><button type="button" class="button button--danger button--primary">Povuci</button><button type="button" class="button">Ostavi</button></div></div></div></div>
<div class="stack"><div class="popover"><ul class="menu"><li><button type="button" class="menu__item">${icon('copy')}Napravi kopiju<span class="menu__end">Ctrl D</span></button></li><li><button type="button" class="menu__item" aria-current="true">${icon('check')}Prikaži oznake</button></li><li class="menu__rule"></li><li><button type="button" class="menu__item menu__item--danger">${icon('trash')}Obriši nacrt</button></li></ul></div>
<div class="toast-region"><div class="toast toast--success" role="status">${icon('circle-check')}<p class="toast__text">Zakazano za srijedu u 9:30<span class="toast__note">Na dvije mreže, u četiri varijante</span></p><button type="button" class="button button--quiet button--small">Poništi</button></div></div>
<div><span class="tooltip">Zakaži <span class="tooltip__key">Z</span></span></div></div></div>`,
  ],
  [
    'Prazno stanje',
    `<div class="card"><div class="empty-state"><svg class="empty-state__art" viewBox="0 0 200 130" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path class="art-line" d="M20 118h160"/><path class="art-accent" d="M34 40h14v10h58c22 0 38-8 52-22v66c-14-14-30-22-52-22H48v10H34z"/><path class="art-paper" d="M58 66h62v52l-31-14-31 14z"/><path class="art-line" d="M68 78h42M68 88h42M68 98h18"/><circle class="art-seal" cx="112" cy="98" r="6"/><path class="art-line" d="M168 44l10-8M171 61h12M168 78l10 8"/></svg>
<h3 class="empty-state__title">Još nema objava</h3><p class="empty-state__text">Napišite prvu, ili je povucite iz plana objavljivanja za novembar.</p><div class="empty-state__actions"><button type="button" class="button button--primary">${icon('compose')}Napiši objavu</button><button type="button" class="button">Otvori plan</button></div></div></div>`,
  ],
  [
    'Objava i tok',
    `<div class="split"><article class="post-card post-card--sealed post-card--preview"><div class="post-card__head"><div class="byline"><span class="avatar avatar--logo">DEI</span><span><span class="byline__name">Direkcija za evropske integracije</span><span class="byline__note"><time datetime="2026-11-20">20. novembar 2026.</time></span></span></div><span class="badge badge--success">${icon('shield')}Službeno</span></div><p class="post-card__text">Od danas je otvoren poziv za video-konkurs o evropskim integracijama. Prijave do 15. decembra.

#EvropskeIntegracije</p><div class="post-card__media media-grid"><div>${picture(0)}<span class="media-grid__alt">ALT</span></div><div>${picture(1)}</div><div>${picture(2)}</div></div><footer class="post-card__foot"><a href="#post">${icon('external')}Na mreži</a><a href="#post">${icon('history')}Verzije</a></footer></article>
<ol class="timeline">${step('done', 'edit', 'Napisala Lejla Kovač', '18. nov. 11:02')}${step('done', 'seal', 'Odobrio Marko Marić', '19. nov. 9:15', `<p class="timeline__body"><span class="proof">${icon('seal')}sha256 9f2c 41ab e07d</span></p>`)}${step('now', 'send', 'Objavljuje se', 'prva mreža gotova, druga u toku')}${step('next', 'chart', 'Rezultat', 'za 24 sata')}</ol></div>`,
  ],
  [
    'Kalendar',
    `<div class="wide-scroll" tabindex="0" role="region" aria-label="Sedmica" id="chips"><div class="gallery__week calendar">
<div class="gallery__day"><div class="calendar__weekday">pon. 23.</div>${chip('published', '9:30', 'Statistika zaposlenosti')}${chip('withdrawn', '12:00', 'Poziv')}${chip('failed', '14:00', 'Infografika')}</div>
<div class="gallery__day calendar__today"><div class="calendar__weekday">uto. 24.</div>${chip('publishing', '8:00', 'Odluka o e-upravi')}${chip('late', '9:00', 'Odgovori na pitanja')}${chip('unknown', '10:00', 'Najava sjednice')}</div>
<div class="gallery__day"><div class="calendar__weekday">sri. 25.</div>${chip('scheduled', '9:30', 'Javne konsultacije')}${chip('approved', '11:00', 'Konkurs')}</div>
<div class="gallery__day"><div class="calendar__weekday">čet. 26.</div>${chip('in-review', '10:00', 'Godišnji izvještaj')}${chip('sent-back', '13:00', 'Dan državnosti')}</div>
<div class="gallery__day"><div class="calendar__weekday">pet. 27.</div>${chip('draft', '9:00', 'Nacrt bez naslova')}${chip('expired', '15:00', 'Prijedlog')}</div></div></div>`,
  ],
  [
    'Razlike, dokazi, napredak',
    `<div class="stack"><div class="diff">Prijave se primaju do <del>10.</del> <ins>15.</ins> decembra, <ins>isključivo putem obrasca,</ins> a rezultati su <del>uskoro</del><ins>20. januara</ins>.</div>
<div><div class="progress__head"><span id="p1">Otpremanje videa</span><span>64 %</span></div><progress class="progress" max="100" value="64" aria-labelledby="p1">64 %</progress></div>
<div class="stack stack--tight" aria-hidden="true"><span class="skeleton skeleton--title"></span><span class="skeleton"></span><span class="skeleton skeleton--short"></span></div>
<div class="dropzone">${icon('upload')}<strong>Spustite slike ovdje</strong><span>ili</span><button type="button" class="button">Izaberi datoteke</button></div>
<ul class="media-library"><li><button type="button" class="media-tile"><span class="media-tile__picture">${picture(1)}</span><span class="media-tile__text"><span class="media-tile__name">sjednica-20-nov.jpg</span><span class="muted">opis upisan</span></span></button></li><li><button type="button" class="media-tile" data-selected><span class="media-tile__picture">${picture(2)}</span><span class="media-tile__text"><span class="media-tile__name">infografika.png</span><span class="muted">4 varijante</span></span></button></li></ul></div>`,
  ],
  [
    'Putanja, ljudi, jezici',
    `<nav aria-label="Putanja"><ol class="breadcrumbs"><li><a href="#way">Objave</a></li><li><a href="#way">Novembar</a></li><li aria-current="page">Odluka o e-upravi</li></ol></nav>
<div class="cluster"><span class="avatar">LK</span><span class="avatar avatar--large">MM</span><span class="avatar-row"><span class="avatar">LK</span><span class="avatar">MM</span><span class="avatar">AH</span></span></div>
<nav aria-label="Jezik"><ul class="language-switch"><li><span aria-current="true" lang="bs">Bosanski</span></li><li><a href="#way" lang="hr" hreflang="hr">Hrvatski</a></li><li><a href="#way" lang="sr-Latn" hreflang="sr-Latn">Srpski</a></li><li><a href="#way" lang="sr-Cyrl" hreflang="sr-Cyrl">Српски</a></li><li><a href="#way" lang="en" hreflang="en">English</a></li></ul></nav>`,
  ],
  ['Ikone', `<ul class="gallery__icons">${allIcons}</ul>`],
];
