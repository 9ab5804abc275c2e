import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Nalog na TikToku. TikTok javno pokazuje samo ono što objavi osoba u aplikaciji, pa Glasnik sve pripremi, a osoba završi na telefonu i javi adresu objave. Bez registracije: zadatak s tekstom i datotekama. S registrovanom aplikacijom na developers.tiktok.com, koja je besplatna i koju TikTok odobrava: nacrt stiže u sanduče TikToka.',
  settings: {
    way: {
      label: 'Kako se objavljuje',
      help: 'Zadatak radi odmah i ne traži ništa od TikToka. Za nacrt u sandučetu institucija registruje aplikaciju.',
      options: {
        task: 'Zadatak za osobu: tekst i datoteke spremni za telefon',
        inbox: 'Nacrt u sandučetu TikToka, osoba ga završi',
      },
    },
    handle: { label: 'Korisničko ime', help: 'Ime naloga na TikToku, npr. @opcina_primjer.' },
    clientKey: {
      label: 'Client key',
      help: 'Samo za nacrt u sandučetu: developers.tiktok.com → Manage apps → vaša aplikacija → Client key.',
    },
    clientSecret: { label: 'Client secret', help: 'Samo za nacrt u sandučetu: na istoj stranici.' },
  },
  reasons: {
    'handle-bad': 'To nije korisničko ime na TikToku. Upišite ga bez razmaka, npr. @opcina_primjer.',
    'by-hand':
      'Otvorite TikTok na telefonu, dodajte video ili slike, zalijepite tekst i objavite. Zatim javite adresu objave.',
    'in-inbox':
      'Nacrt sa slikama i tekstom čeka u sandučetu aplikacije TikTok. Otvorite ga, objavite i javite adresu objave.',
    'in-inbox-video':
      'Nacrt s videom čeka u sandučetu aplikacije TikTok. Otvorite ga, zalijepite tekst odavde, objavite i javite adresu objave.',
    'look-in-inbox':
      'Ne zna se da li je nacrt stigao u sanduče aplikacije TikTok. Pogledajte: ako je tu, objavite ga i javite adresu.',
    'media-missing':
      'TikTok ne prima objavu bez slike ili videa. Dodajte jedno od toga ili skinite TikTok s ove objave.',
    'media-refused':
      'TikTok nije mogao preuzeti ili pročitati sliku ili video. Uzmite drugu datoteku: JPEG, ili MP4 (H.264).',
    'no-public-address':
      'TikTok sam preuzima slike, a ovaj Glasnik nema adresu do koje mreže mogu (https, javno ime). Video ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'domain-unverified':
      'TikTok preuzima slike samo s domene koja je potvrđena u aplikaciji. Neka administrator na developers.tiktok.com, URL properties, potvrdi adresu Glasnika.',
    'too-many-posts':
      'Nalog je danas već poslao onoliko objava koliko TikTok dopušta programima. Glasnik pokušava ponovo sam.',
    'too-many-drafts':
      'U sandučetu TikToka čeka previše nacrta. Objavite ih ili obrišite; Glasnik pokušava ponovo sam.',
    'account-inactive':
      'TikTok je nalogu zabranio objavljivanje. Otvorite aplikaciju TikTok i pogledajte obavještenja.',
  },
  checks: {
    'by-hand': 'Objavljuje osoba; nema šta da se provjeri',
    server: 'TikTok odgovara',
    session: 'Prijava na mrežu',
    address: 'Javna adresa Glasnika, za slike',
  },
};

const hr: Words = {
  about:
    'Račun na TikToku. TikTok javno pokazuje samo ono što osoba objavi u aplikaciji, pa Glasnik sve pripremi, a osoba završi na telefonu i javi adresu objave. Bez registracije: zadatak s tekstom i datotekama. S registriranom aplikacijom na developers.tiktok.com, koja je besplatna i koju TikTok odobrava: nacrt stiže u pretinac TikToka.',
  settings: {
    way: {
      label: 'Kako se objavljuje',
      help: 'Zadatak radi odmah i ne traži ništa od TikToka. Za nacrt u pretincu institucija registrira aplikaciju.',
      options: {
        task: 'Zadatak za osobu: tekst i datoteke spremni za telefon',
        inbox: 'Nacrt u pretincu TikToka, osoba ga završi',
      },
    },
    handle: { label: 'Korisničko ime', help: 'Ime računa na TikToku, npr. @opcina_primjer.' },
    clientKey: {
      label: 'Client key',
      help: 'Samo za nacrt u pretincu: developers.tiktok.com → Manage apps → vaša aplikacija → Client key.',
    },
    clientSecret: { label: 'Client secret', help: 'Samo za nacrt u pretincu: na istoj stranici.' },
  },
  reasons: {
    'handle-bad': 'To nije korisničko ime na TikToku. Upišite ga bez razmaka, npr. @opcina_primjer.',
    'by-hand':
      'Otvorite TikTok na telefonu, dodajte videozapis ili slike, zalijepite tekst i objavite. Zatim javite adresu objave.',
    'in-inbox':
      'Nacrt sa slikama i tekstom čeka u pretincu aplikacije TikTok. Otvorite ga, objavite i javite adresu objave.',
    'in-inbox-video':
      'Nacrt s videozapisom čeka u pretincu aplikacije TikTok. Otvorite ga, zalijepite tekst odavde, objavite i javite adresu objave.',
    'look-in-inbox':
      'Ne zna se je li nacrt stigao u pretinac aplikacije TikTok. Pogledajte: ako je tu, objavite ga i javite adresu.',
    'media-missing':
      'TikTok ne prima objavu bez slike ili videozapisa. Dodajte jedno od toga ili maknite TikTok s ove objave.',
    'media-refused':
      'TikTok nije mogao preuzeti ili pročitati sliku ili videozapis. Uzmite drugu datoteku: JPEG, ili MP4 (H.264).',
    'no-public-address':
      'TikTok sam preuzima slike, a ovaj Glasnik nema adresu do koje mreže mogu doći (https, javno ime). Videozapis ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'domain-unverified':
      'TikTok preuzima slike samo s domene koja je potvrđena u aplikaciji. Neka administrator na developers.tiktok.com, URL properties, potvrdi adresu Glasnika.',
    'too-many-posts':
      'Račun je danas već poslao onoliko objava koliko TikTok dopušta programima. Glasnik pokušava ponovno sam.',
    'too-many-drafts':
      'U pretincu TikToka čeka previše nacrta. Objavite ih ili izbrišite; Glasnik pokušava ponovno sam.',
    'account-inactive':
      'TikTok je računu zabranio objavljivanje. Otvorite aplikaciju TikTok i pogledajte obavijesti.',
  },
  checks: {
    'by-hand': 'Objavljuje osoba; nema se što provjeriti',
    server: 'TikTok odgovara',
    session: 'Prijava na mrežu',
    address: 'Javna adresa Glasnika, za slike',
  },
};

const srLatn: Words = {
  about:
    'Nalog na TikToku. TikTok javno pokazuje samo ono što osoba objavi u aplikaciji, pa Glasnik sve pripremi, a osoba završi na telefonu i javi adresu objave. Bez registracije: zadatak sa tekstom i datotekama. Sa registrovanom aplikacijom na developers.tiktok.com, koja je besplatna i koju TikTok odobrava: nacrt stiže u sanduče TikToka.',
  settings: {
    way: {
      label: 'Kako se objavljuje',
      help: 'Zadatak radi odmah i ne traži ništa od TikToka. Za nacrt u sandučetu institucija registruje aplikaciju.',
      options: {
        task: 'Zadatak za osobu: tekst i datoteke spremni za telefon',
        inbox: 'Nacrt u sandučetu TikToka, osoba ga završi',
      },
    },
    handle: { label: 'Korisničko ime', help: 'Ime naloga na TikToku, npr. @opcina_primjer.' },
    clientKey: {
      label: 'Client key',
      help: 'Samo za nacrt u sandučetu: developers.tiktok.com → Manage apps → vaša aplikacija → Client key.',
    },
    clientSecret: { label: 'Client secret', help: 'Samo za nacrt u sandučetu: na istoj stranici.' },
  },
  reasons: {
    'handle-bad': 'To nije korisničko ime na TikToku. Upišite ga bez razmaka, npr. @opcina_primjer.',
    'by-hand':
      'Otvorite TikTok na telefonu, dodajte video ili slike, zalijepite tekst i objavite. Zatim javite adresu objave.',
    'in-inbox':
      'Nacrt sa slikama i tekstom čeka u sandučetu aplikacije TikTok. Otvorite ga, objavite i javite adresu objave.',
    'in-inbox-video':
      'Nacrt sa videom čeka u sandučetu aplikacije TikTok. Otvorite ga, zalijepite tekst odavde, objavite i javite adresu objave.',
    'look-in-inbox':
      'Ne zna se da li je nacrt stigao u sanduče aplikacije TikTok. Pogledajte: ako je tu, objavite ga i javite adresu.',
    'media-missing':
      'TikTok ne prima objavu bez slike ili videa. Dodajte jedno od toga ili skinite TikTok sa ove objave.',
    'media-refused':
      'TikTok nije mogao da preuzme ili pročita sliku ili video. Uzmite drugu datoteku: JPEG, ili MP4 (H.264).',
    'no-public-address':
      'TikTok sam preuzima slike, a ovaj Glasnik nema adresu do koje mreže mogu da dođu (https, javno ime). Video ide i bez nje. Neka operater postavi GLASNIK_URL.',
    'domain-unverified':
      'TikTok preuzima slike samo sa domena koji je potvrđen u aplikaciji. Neka administrator na developers.tiktok.com, URL properties, potvrdi adresu Glasnika.',
    'too-many-posts':
      'Nalog je danas već poslao onoliko objava koliko TikTok dopušta programima. Glasnik pokušava ponovo sam.',
    'too-many-drafts':
      'U sandučetu TikToka čeka previše nacrta. Objavite ih ili obrišite; Glasnik pokušava ponovo sam.',
    'account-inactive':
      'TikTok je nalogu zabranio objavljivanje. Otvorite aplikaciju TikTok i pogledajte obavještenja.',
  },
  checks: {
    'by-hand': 'Objavljuje osoba; nema šta da se provjeri',
    server: 'TikTok odgovara',
    session: 'Prijava na mrežu',
    address: 'Javna adresa Glasnika, za slike',
  },
};

const en: Words = {
  about:
    'An account on TikTok. TikTok shows publicly only what a person publishes in the application, so Glasnik prepares everything, and a person finishes it on the telephone and tells the address of the post. Without a registration: a task with the text and the files. With an application registered at developers.tiktok.com, which is free and which TikTok approves: a draft comes into the inbox of TikTok.',
  settings: {
    way: {
      label: 'How it is published',
      help: 'The task works at once and asks nothing of TikTok. For a draft in the inbox the institution registers an application.',
      options: {
        task: 'A task for a person: text and files ready for the telephone',
        inbox: 'A draft in the inbox of TikTok that a person finishes',
      },
    },
    handle: { label: 'User name', help: 'The name of the account on TikTok, such as @sample_town.' },
    clientKey: {
      label: 'Client key',
      help: 'Only for a draft in the inbox: developers.tiktok.com → Manage apps → your application → Client key.',
    },
    clientSecret: { label: 'Client secret', help: 'Only for a draft in the inbox: on the same page.' },
  },
  reasons: {
    'handle-bad': 'That is no user name of TikTok. Type it without spaces, such as @sample_town.',
    'by-hand':
      'Open TikTok on the telephone, add the video or the pictures, paste the text and publish. Then tell the address of the post.',
    'in-inbox':
      'A draft with the pictures and the text waits in the inbox of the TikTok application. Open it, publish it and tell the address of the post.',
    'in-inbox-video':
      'A draft with the video waits in the inbox of the TikTok application. Open it, paste the text from here, publish it and tell the address of the post.',
    'look-in-inbox':
      'Nobody knows whether the draft came into the inbox of the TikTok application. Look: where it is there, publish it and tell its address.',
    'media-missing':
      'TikTok takes no post without a picture or a video. Add one, or take TikTok off this post.',
    'media-refused':
      'TikTok could not fetch or read the picture or video. Take another file: JPEG, or MP4 (H.264).',
    'no-public-address':
      'TikTok fetches pictures by itself, and this Glasnik has no address that networks can reach (https, a public name). Videos go without it. Let the operator set GLASNIK_URL.',
    'domain-unverified':
      'TikTok fetches pictures only from a domain that was verified in the application. Let the administrator verify the address of Glasnik at developers.tiktok.com, URL properties.',
    'too-many-posts':
      'The account has sent as many posts today as TikTok lets programs send. Glasnik tries again by itself.',
    'too-many-drafts':
      'Too many drafts wait in the inbox of TikTok. Publish or delete them; Glasnik tries again by itself.',
    'account-inactive':
      'TikTok has forbidden the account to publish. Open the TikTok application and look at its notices.',
  },
  checks: {
    'by-hand': 'A person publishes; there is nothing to check',
    server: 'TikTok answers',
    session: 'Sign-in to the network',
    address: 'Public address of Glasnik, for pictures',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
