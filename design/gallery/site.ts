import { icon, picture } from './parts.ts';

/** A citizen's page: a decision explained, with the posts that hang from it. */
export const siteBody = `<a class="skip-link" href="#main">Na sadržaj</a>
<div class="site">
<header><div class="site__official"><div class="site__width"><span>${icon('shield')} Službena stranica institucije Bosne i Hercegovine</span>
<nav aria-label="Jezik"><ul class="language-switch"><li><span aria-current="true" lang="bs">Bosanski</span></li><li><a href="#hr" lang="hr" hreflang="hr">Hrvatski</a></li><li><a href="#sr" lang="sr-Latn" hreflang="sr-Latn">Srpski</a></li><li><a href="#sr-Cyrl" lang="sr-Cyrl" hreflang="sr-Cyrl">Српски</a></li><li><a href="#en" lang="en" hreflang="en">English</a></li></ul></nav></div></div>
<div class="site__head"><div class="site__width"><span class="avatar avatar--logo avatar--large">DEI</span><a class="site__name" href="#home">Direkcija za evropske integracije</a>
<ul class="site__nav"><li><a href="#posts">Objave</a></li><li><a href="#decisions" aria-current="page">Odluke</a></li><li><a href="#ask">Pitajte nas</a></li><li><a href="#official">Da li je službeno?</a></li></ul></div></div></header>
<main class="site__main" id="main"><div class="site__width">
<nav aria-label="Putanja"><ol class="breadcrumbs"><li><a href="#home">Početna</a></li><li><a href="#decisions">Odluke</a></li><li aria-current="page">Odluka o e-upravi</li></ol></nav>
<div class="site__pair"><div class="site__column">
<h1>Dokaze iz evidencija pribavlja organ, a ne građanin</h1>
<p class="site__lede">Od 1. januara 2027. zahtjev podnosite jednom; organ koji odlučuje sam pribavlja podatke koje država već ima.</p>
<h2>Šta se mijenja</h2><p>Uz zahtjev više ne prilažete izvod iz matične knjige, uvjerenje o državljanstvu ni potvrdu o prebivalištu. Ako organ podatak ne nađe u roku od pet radnih dana, javiće vam zašto.</p>
<ul><li>važi za postupke pred institucijama BiH</li><li>ne plaćate taksu za podatke koji se pribavljaju po službenoj dužnosti</li></ul>
<h2>Objave o ovoj odluci</h2>
<article class="post-card"><div class="post-card__head"><div class="byline"><span class="avatar avatar--logo">DEI</span><span><span class="byline__name">Direkcija za evropske integracije</span><span class="byline__note"><time datetime="2026-11-20">20. novembar 2026.</time></span></span></div></div><p class="post-card__text">Jedan zahtjev, bez šetanja po šalterima. Pročitajte šta se mijenja i od kada.</p><div class="post-card__media media-grid"><div>${picture(1)}</div></div><footer class="post-card__foot"><a href="#net">${icon('external')}Na mreži</a><a href="#versions">${icon('history')}Verzije</a></footer></article>
<nav class="pagination" aria-label="Odluke"><a class="pagination__link" href="#newer" rel="prev">${icon('arrow-left')}Novija odluka</a><a class="pagination__link pagination__link--older" href="#older" rel="next">Starija odluka${icon('arrow-right')}</a></nav>
</div>
<aside class="stack" aria-label="Podaci o odluci"><dl class="facts"><dt>Organ</dt><dd>Vijeće ministara BiH</dd><dt>Sjednica</dt><dd>112. sjednica, 18. novembar 2026.</dd><dt>Akt</dt><dd><a href="#gazette">Službeni glasnik BiH, 81/26</a></dd><dt>Važi od</dt><dd>1. januara 2027.</dd><dt>Pregled</dt><dd>decembar 2027.</dd></dl>
<div class="card card--sunken"><h2 class="card__title">Imate pitanje?</h2><p>Odgovaramo u roku od dva radna dana.</p><a class="button button--primary" href="#ask">Postavite pitanje</a></div></aside></div>
</div></main>
<footer class="site__foot"><div class="site__width"><ul><li><a href="#access">Pristupačnost</a></li><li><a href="#privacy">Zaštita podataka</a></li><li><a href="#rules">Pravila ponašanja</a></li><li><a href="#feed">${icon('feed')} RSS</a></li></ul></div></footer>
</div>`;
