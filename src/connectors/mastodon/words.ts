import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Otvorena mreža od mnogo nezavisnih servera. Upišite server svog naloga; na njegovoj stranici zatim dozvolite da Glasnik objavljuje. Ništa se ne mora registrovati unaprijed i ništa se ne plaća.',
  settings: {
    server: {
      label: 'Server',
      help: 'Server na kojem je nalog, npr. mastodon.social, ili puno ime naloga, npr. @opcina@mastodon.social.',
    },
  },
  reasons: {
    'not-mastodon': 'Na adresi {{server}} nema servera koji govori kao Mastodon. Provjerite adresu.',
    'account-inactive':
      'Nalog je na svom serveru suspendovan, onemogućen ili preseljen. Prijavite se na serveru da vidite zašto.',
    'account-limited':
      'Administrator servera je ograničio nalog: objave vide samo oni koji ga već prate. Obratite se administratoru servera.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je server odbio. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'thread-edit': 'Objava u nizu ne može se izmijeniti. Uklonite je i objavite ponovo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'media-not-ready': 'Server još obrađuje sliku. Glasnik pokušava ponovo sam.',
  },
  checks: {
    server: 'Server odgovara',
    session: 'Prijava na mrežu',
    active: 'Nalog je aktivan',
    rights: 'Prava za objavljivanje',
  },
};

const hr: Words = {
  about:
    'Otvorena mreža mnogih neovisnih poslužitelja. Upišite poslužitelj svojega računa; na njegovoj stranici zatim dopustite da Glasnik objavljuje. Ništa se ne mora unaprijed registrirati i ništa se ne plaća.',
  settings: {
    server: {
      label: 'Poslužitelj',
      help: 'Poslužitelj na kojem je račun, npr. mastodon.social, ili puno ime računa, npr. @opcina@mastodon.social.',
    },
  },
  reasons: {
    'not-mastodon': 'Na adresi {{server}} nema poslužitelja koji govori kao Mastodon. Provjerite adresu.',
    'account-inactive':
      'Račun je na svojem poslužitelju suspendiran, onemogućen ili preseljen. Prijavite se na poslužitelju kako biste vidjeli zašto.',
    'account-limited':
      'Administrator poslužitelja ograničio je račun: objave vide samo oni koji ga već prate. Obratite se administratoru poslužitelja.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je poslužitelj odbio. Ispravite tekst pa pošaljite ponovno ili uklonite ono što je izašlo.',
    'thread-edit': 'Objava u nizu ne može se izmijeniti. Uklonite je i objavite ponovno.',
    'link-too-long': 'Jedna adresa u tekstu dulja je od cijele objave. Skratite je.',
    'media-not-ready': 'Poslužitelj još obrađuje sliku. Glasnik pokušava ponovno sam.',
  },
  checks: {
    server: 'Poslužitelj odgovara',
    session: 'Prijava na mrežu',
    active: 'Račun je aktivan',
    rights: 'Prava za objavljivanje',
  },
};

const srLatn: Words = {
  about:
    'Otvorena mreža od mnogo nezavisnih servera. Upišite server svog naloga; na njegovoj stranici zatim dozvolite da Glasnik objavljuje. Ništa ne mora da se registruje unaprijed i ništa se ne plaća.',
  settings: {
    server: {
      label: 'Server',
      help: 'Server na kojem je nalog, npr. mastodon.social, ili puno ime naloga, npr. @opstina@mastodon.social.',
    },
  },
  reasons: {
    'not-mastodon': 'Na adresi {{server}} nema servera koji govori kao Mastodon. Provjerite adresu.',
    'account-inactive':
      'Nalog je na svom serveru suspendovan, onemogućen ili preseljen. Prijavite se na serveru da vidite zašto.',
    'account-limited':
      'Administrator servera je ograničio nalog: objave vide samo oni koji ga već prate. Obratite se administratoru servera.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je server odbio. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'thread-edit': 'Objava u nizu ne može da se izmijeni. Uklonite je i objavite ponovo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'media-not-ready': 'Server još obrađuje sliku. Glasnik pokušava ponovo sam.',
  },
  checks: {
    server: 'Server odgovara',
    session: 'Prijava na mrežu',
    active: 'Nalog je aktivan',
    rights: 'Prava za objavljivanje',
  },
};

const en: Words = {
  about:
    'An open network of many independent servers. Type the server of your account; on its page you then allow Glasnik to publish. Nothing has to be registered beforehand and nothing is paid.',
  settings: {
    server: {
      label: 'Server',
      help: 'The server that holds the account, such as mastodon.social, or the full name of the account, such as @town@mastodon.social.',
    },
  },
  reasons: {
    'not-mastodon': 'At {{server}} there is no server that speaks as Mastodon does. Check the address.',
    'account-inactive':
      'The account is suspended, disabled or moved away at its server. Sign in there to see why.',
    'account-limited':
      'The administrator of the server has limited the account: only those who follow it already see its posts. Ask the administrator of the server.',
    'text-empty': 'The post has neither text nor image. Add one of them.',
    'thread-too-long':
      'The text makes more than {{max}} posts in a thread. Shorten it or make several messages of it.',
    'thread-stopped':
      '{{done}} of {{total}} parts of the thread are out, and the server refused the next. Correct the text and send again, or remove what is out.',
    'thread-edit': 'A post in a thread cannot be changed. Remove it and publish again.',
    'link-too-long': 'One address in the text is longer than a whole post. Shorten it.',
    'media-not-ready': 'The server is still working on the picture. Glasnik tries again by itself.',
  },
  checks: {
    server: 'Server answers',
    session: 'Sign-in',
    active: 'Account is active',
    rights: 'Rights for publishing',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
