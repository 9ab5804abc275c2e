import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Mreža na kojoj se objava plaća: svaka objava po malo, objava s adresom više. Potrebna je aplikacija registrovana na konzoli mreže X; kako, piše u uputama u folderu ove mreže. Zatim na stranici mreže dozvolite da Glasnik objavljuje.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Sa stranice „Keys and tokens“ Vaše aplikacije na konzoli mreže X, dio OAuth 2.0.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client Secret)',
      help: 'Vidi se samo jednom, kad se napravi. Čuva se šifrirano.',
    },
  },
  reasons: {
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je mreža odbila. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'media-not-ready': 'Mreža još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'media-refused': 'Mreža nije primila sliku ili video. Zamijenite ih drugima pa pošaljite ponovo.',
    'account-inactive': 'Nalog je suspendovan ili zaključan. Prijavite se na mrežu da vidite zašto.',
    'app-not-allowed':
      'Aplikacija nema pristup objavljivanju. Na konzoli mreže X provjerite da je u projektu i da ima prava „Read and write“.',
    'no-credits': 'Na konzoli mreže X nema više uplaćenog novca. Dopunite račun pa pošaljite ponovo.',
    'no-refresh-token':
      'Mreža nije dala trajno pravo (offline.access). Na konzoli provjerite vrstu aplikacije pa povežite ponovo.',
  },
  checks: { server: 'Mreža odgovara', session: 'Prijava na mrežu', rights: 'Prava za objavljivanje' },
};

const hr: Words = {
  about:
    'Mreža na kojoj se objava plaća: svaka objava po malo, objava s poveznicom više. Potrebna je aplikacija registrirana na konzoli mreže X; kako, piše u uputama u mapi ove mreže. Zatim na stranici mreže dopustite da Glasnik objavljuje.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Sa stranice „Keys and tokens“ Vaše aplikacije na konzoli mreže X, dio OAuth 2.0.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client Secret)',
      help: 'Vidi se samo jednom, kad se izradi. Čuva se šifrirano.',
    },
  },
  reasons: {
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je mreža odbila. Ispravite tekst pa pošaljite ponovno ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu dulja je od cijele objave. Skratite je.',
    'media-not-ready': 'Mreža još obrađuje sliku ili videozapis. Glasnik pokušava ponovno sam.',
    'media-refused': 'Mreža nije primila sliku ili videozapis. Zamijenite ih drugima pa pošaljite ponovno.',
    'account-inactive': 'Račun je suspendiran ili zaključan. Prijavite se na mrežu kako biste vidjeli zašto.',
    'app-not-allowed':
      'Aplikacija nema pristup objavljivanju. Na konzoli mreže X provjerite je li u projektu i ima li prava „Read and write“.',
    'no-credits': 'Na konzoli mreže X nema više uplaćenog novca. Nadopunite račun pa pošaljite ponovno.',
    'no-refresh-token':
      'Mreža nije dala trajno pravo (offline.access). Na konzoli provjerite vrstu aplikacije pa povežite ponovno.',
  },
  checks: { server: 'Mreža odgovara', session: 'Prijava na mrežu', rights: 'Prava za objavljivanje' },
};

const srLatn: Words = {
  about:
    'Mreža na kojoj se objava plaća: svaka objava po malo, objava sa adresom više. Potrebna je aplikacija registrovana na konzoli mreže X; kako, piše u uputstvu u fascikli ove mreže. Zatim na stranici mreže dozvolite da Glasnik objavljuje.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Sa stranice „Keys and tokens“ Vaše aplikacije na konzoli mreže X, dio OAuth 2.0.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client Secret)',
      help: 'Vidi se samo jednom, kad se napravi. Čuva se šifrovano.',
    },
  },
  reasons: {
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'thread-stopped':
      'Izašlo je {{done}} od {{total}} dijelova niza, a sljedeći je mreža odbila. Ispravite tekst pa pošaljite ponovo ili uklonite ono što je izašlo.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'media-not-ready': 'Mreža još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'media-refused': 'Mreža nije primila sliku ili video. Zamijenite ih drugima pa pošaljite ponovo.',
    'account-inactive': 'Nalog je suspendovan ili zaključan. Prijavite se na mrežu da vidite zašto.',
    'app-not-allowed':
      'Aplikacija nema pristup objavljivanju. Na konzoli mreže X provjerite da je u projektu i da ima prava „Read and write“.',
    'no-credits': 'Na konzoli mreže X nema više uplaćenog novca. Dopunite račun pa pošaljite ponovo.',
    'no-refresh-token':
      'Mreža nije dala trajno pravo (offline.access). Na konzoli provjerite vrstu aplikacije pa povežite ponovo.',
  },
  checks: { server: 'Mreža odgovara', session: 'Prijava na mrežu', rights: 'Prava za objavljivanje' },
};

const en: Words = {
  about:
    'A network on which posting is paid for: a little for each post, more for one with an address. It needs an app registered at the console of X; how to is told in the folder of this network. Then allow Glasnik to publish, on the page of the network.',
  settings: {
    clientId: {
      label: 'Client ID',
      help: 'From the page "Keys and tokens" of your app at the console of X, part OAuth 2.0.',
    },
    clientSecret: { label: 'Client Secret', help: 'Shown only once, when it is made. It is kept encrypted.' },
  },
  reasons: {
    'text-empty': 'The post has neither text nor image. Add one of them.',
    'thread-too-long':
      'The text makes more than {{max}} posts in a thread. Shorten it or make several messages of it.',
    'thread-stopped':
      '{{done}} of {{total}} parts of the thread are out, and the network refused the next. Correct the text and send again, or remove what is out.',
    'link-too-long': 'One address in the text is longer than a whole post. Shorten it.',
    'media-not-ready': 'The network is still working on the picture or video. Glasnik tries again by itself.',
    'media-refused':
      'The network did not take the picture or video. Put others in their place and send again.',
    'account-inactive': 'The account is suspended or locked. Sign in at the network to see why.',
    'app-not-allowed':
      'The app may not publish. At the console of X check that it is in a project and has the rights "Read and write".',
    'no-credits': 'There is no money left at the console of X. Top the account up and send again.',
    'no-refresh-token':
      'The network gave no lasting right (offline.access). Check the type of the app at the console and connect again.',
  },
  checks: { server: 'Network answers', session: 'Sign-in', rights: 'Rights for publishing' },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
