import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Nalog na Threadsu. Potrebna je aplikacija na developers.facebook.com sa slučajem korištenja „Access the Threads API“, koju institucija registruje jednom i koja je besplatna. Slike i videe Threads sam preuzima od Glasnika, pa Glasnik za njih mora imati javnu adresu.',
  settings: {
    appId: {
      label: 'ID Threads aplikacije',
      help: 'App settings → Basic → Threads App ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Threads aplikacije',
      help: 'App settings → Basic → Threads App secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Threadsu je aplikaciji oduzet pristup. Povežite nalog ponovo.',
    checkpoint: 'Threads traži da se prijavite u aplikaciji i potvrdite nalog. Zatim ga povežite ponovo.',
    'password-changed': 'Lozinka naloga je promijenjena, pa je dozvola prestala. Povežite nalog ponovo.',
    blocked:
      'Threads je nalogu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Account status na Threadsu.',
    'no-public-address':
      'Threads sam preuzima slike i videe, a ovaj Glasnik nema adresu do koje mreže mogu (https, javno ime). Tekst ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Threads dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i nije se obnovila. Povežite nalog ponovo prije toga.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je Threads odbio. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'too-many-links': 'Threads u jednoj objavi prima najviše {{max}} adresa. Izbacite neku.',
    'media-refused':
      'Threads nije mogao preuzeti ili pročitati sliku ili video. Provjerite vezu pod Nalozi ili uzmite drugu datoteku.',
    'media-not-ready': 'Threads još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je nakon 24 sata, i ništa nije izašlo. Pokrenite slanje ponovo.',
    'published-unseen': 'Threads kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovo.',
  },
  checks: {
    server: 'Threads odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dozvole',
  },
};

const hr: Words = {
  about:
    'Račun na Threadsu. Potrebna je aplikacija na developers.facebook.com sa slučajem uporabe „Access the Threads API”, koju institucija registrira jednom i koja je besplatna. Slike i videozapise Threads sam preuzima od Glasnika, pa Glasnik za njih mora imati javnu adresu.',
  settings: {
    appId: {
      label: 'ID Threads aplikacije',
      help: 'App settings → Basic → Threads App ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Threads aplikacije',
      help: 'App settings → Basic → Threads App secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Threadsu je aplikaciji oduzet pristup. Povežite račun ponovno.',
    checkpoint: 'Threads traži da se prijavite u aplikaciji i potvrdite račun. Zatim ga povežite ponovno.',
    'password-changed': 'Zaporka računa je promijenjena, pa je dopuštenje prestalo. Povežite račun ponovno.',
    blocked:
      'Threads je računu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovno; pogledajte Account status na Threadsu.',
    'no-public-address':
      'Threads sam preuzima slike i videozapise, a ovaj Glasnik nema adresu do koje mreže mogu doći (https, javno ime). Tekst ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Threads dopušta u 24 sata. Glasnik pokušava ponovno kad bude mjesta.',
    'ends-soon': 'Dopuštenje istječe za {{days}} dana i nije se obnovilo. Povežite račun ponovno prije toga.',
    'text-empty': 'Objava nema ni teksta ni slike ni videozapisa. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je Threads odbio. Ispravite tekst pa pošaljite ponovno ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu dulja je od cijele objave. Skratite je.',
    'too-many-links': 'Threads u jednoj objavi prima najviše {{max}} poveznica. Izbacite neku.',
    'media-refused':
      'Threads nije mogao preuzeti ili pročitati sliku ili videozapis. Provjerite vezu pod Računi ili uzmite drugu datoteku.',
    'media-not-ready': 'Threads još obrađuje sliku ili videozapis. Glasnik pokušava ponovno sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je nakon 24 sata, i ništa nije izašlo. Pokrenite slanje ponovno.',
    'published-unseen': 'Threads kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovno.',
  },
  checks: {
    server: 'Threads odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dopuštenja',
  },
};

const srLatn: Words = {
  about:
    'Nalog na Threadsu. Potrebna je aplikacija na developers.facebook.com sa slučajem upotrebe „Access the Threads API“, koju institucija registruje jednom i koja je besplatna. Slike i videe Threads sam preuzima od Glasnika, pa Glasnik za njih mora da ima javnu adresu.',
  settings: {
    appId: {
      label: 'ID Threads aplikacije',
      help: 'App settings → Basic → Threads App ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Threads aplikacije',
      help: 'App settings → Basic → Threads App secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Threadsu je aplikaciji oduzet pristup. Povežite nalog ponovo.',
    checkpoint: 'Threads traži da se prijavite u aplikaciji i potvrdite nalog. Zatim ga povežite ponovo.',
    'password-changed': 'Lozinka naloga je promijenjena, pa je dozvola prestala. Povežite nalog ponovo.',
    blocked:
      'Threads je nalogu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Account status na Threadsu.',
    'no-public-address':
      'Threads sam preuzima slike i videe, a ovaj Glasnik nema adresu do koje mreže mogu da dođu (https, javno ime). Tekst ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Threads dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i nije se obnovila. Povežite nalog ponovo prije toga.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je Threads odbio. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'too-many-links': 'Threads u jednoj objavi prima najviše {{max}} adresa. Izbacite neku.',
    'media-refused':
      'Threads nije mogao da preuzme ili pročita sliku ili video. Provjerite vezu pod Nalozi ili uzmite drugu datoteku.',
    'media-not-ready': 'Threads još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je poslije 24 sata, i ništa nije izašlo. Pokrenite slanje ponovo.',
    'published-unseen': 'Threads kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovo.',
  },
  checks: {
    server: 'Threads odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dozvole',
  },
};

const en: Words = {
  about:
    'An account on Threads. It needs an app at developers.facebook.com with the use case “Access the Threads API”, which the institution registers once and which is free. Threads fetches pictures and videos from Glasnik by itself, so for these Glasnik must have a public address.',
  settings: {
    appId: {
      label: 'Threads app ID',
      help: 'App settings → Basic → Threads App ID. It is not the same number as the App ID.',
    },
    appSecret: {
      label: 'Threads app secret',
      help: 'App settings → Basic → Threads App secret.',
    },
  },
  reasons: {
    'app-removed': 'The app was taken off the account at Threads. Connect the account again.',
    checkpoint:
      'Threads wants you to sign in to its application and confirm the account. Then connect it again.',
    'password-changed':
      'The password of the account was changed, which ended the permission. Connect the account again.',
    blocked:
      'Threads has forbidden the account to publish for a time, by its own rules. Glasnik tries again; look at Account status on Threads.',
    'no-public-address':
      'Threads fetches pictures and videos by itself, and this Glasnik has no address that networks can reach (https, a public name). Text goes without it. Let the operator set GLASNIK_URL.',
    'quota-used':
      'All {{total}} posts that Threads allows through its API in 24 hours are out. Glasnik tries again when there is room.',
    'ends-soon':
      'The permission ends in {{days}} days and was not renewed. Connect the account again before that.',
    'text-empty': 'The post has neither text nor picture nor video. Add one of them.',
    'thread-too-long':
      'The text makes more than {{max}} posts in a thread. Shorten it or make several messages of it.',
    'thread-stopped':
      '{{done}} of {{total}} parts of the thread are out, and Threads refused the next. Correct the text and send again, or remove what is out.',
    'link-too-long': 'One address in the text is longer than a whole post. Shorten it.',
    'too-many-links': 'Threads takes at most {{max}} links in one post. Take one out.',
    'media-refused':
      'Threads could not fetch or read the picture or video. Check the connection under Accounts, or take another file.',
    'media-not-ready': 'Threads is still working on the picture or video. Glasnik tries again by itself.',
    'container-expired': 'What was prepared ended after 24 hours, and nothing went out. Start sending again.',
    'published-unseen': 'Threads says that the post is out but does not show it yet. Glasnik looks again.',
  },
  checks: {
    server: 'Threads answers',
    session: 'Sign-in',
    rights: 'Right to publish, and room today',
    address: 'Public address of Glasnik, for pictures',
    end: 'How long the permission lasts',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
