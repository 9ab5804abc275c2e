import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Otvorena društvena mreža na AT protokolu. Glasnik objavljuje tekst sa slikama, povezuje spomenute naloge i dugačak tekst dijeli u niz objava.',
  settings: {
    handle: {
      label: 'Korisničko ime',
      help: 'Puno ime naloga, npr. opcina-primjer.bsky.social ili opcina-primjer.ba, bez znaka @ na početku.',
    },
    password: {
      label: 'Lozinka za aplikaciju',
      help: 'Na Bluesky-ju otvorite Postavke, zatim Privatnost i sigurnost, pa Lozinke za aplikacije. Napravite novu pod nazivom Glasnik i prepišite je ovdje. Glavnu lozinku naloga ne upisujte.',
    },
    service: {
      label: 'Server',
      help: 'Ostavite https://bsky.social, osim ako nalog drži drugi server.',
    },
  },
  reasons: {
    'main-password':
      'Ovo je glavna lozinka naloga. Napravite lozinku za aplikaciju u postavkama Bluesky-ja i povežite nalog njome.',
    'account-inactive':
      'Nalog je na Bluesky-ju deaktiviran ili suspendovan. Prijavite se na bsky.app da vidite zašto, pa pokušajte ponovo.',
    'handle-changed': 'Nalog se na mreži sada zove {{handle}}. Povežite ga ponovo da se ime uskladi i ovdje.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'captions-too-long':
      'Titlovi ({{variant}}) su predugi za ovu mrežu: najviše dvadeset kilobajta. Skratite ih.',
    'no-appview': 'Ovaj server samo čuva objave, pa se odgovori građana s njega ne mogu preuzeti.',
  },
  checks: {
    server: 'Server odgovara',
    session: 'Prijava na mrežu',
    active: 'Nalog je aktivan',
    handle: 'Korisničko ime',
    password: 'Vrsta lozinke',
    replies: 'Odgovori građana',
  },
};

const hr: Words = {
  about:
    'Otvorena društvena mreža na AT protokolu. Glasnik objavljuje tekst sa slikama, povezuje spomenute račune i dugačak tekst dijeli u niz objava.',
  settings: {
    handle: {
      label: 'Korisničko ime',
      help: 'Puno ime računa, npr. opcina-primjer.bsky.social ili opcina-primjer.ba, bez znaka @ na početku.',
    },
    password: {
      label: 'Zaporka za aplikaciju',
      help: 'Na Blueskyju otvorite Postavke, zatim Privatnost i sigurnost, pa Zaporke za aplikacije. Izradite novu pod nazivom Glasnik i prepišite je ovdje. Glavnu zaporku računa nemojte upisivati.',
    },
    service: {
      label: 'Poslužitelj',
      help: 'Ostavite https://bsky.social, osim ako račun drži drugi poslužitelj.',
    },
  },
  reasons: {
    'main-password':
      'Ovo je glavna zaporka računa. Izradite zaporku za aplikaciju u postavkama Blueskyja i povežite račun njome.',
    'account-inactive':
      'Račun je na Blueskyju deaktiviran ili suspendiran. Prijavite se na bsky.app kako biste vidjeli zašto, pa pokušajte ponovno.',
    'handle-changed':
      'Račun se na mreži sada zove {{handle}}. Ponovno ga povežite kako bi se ime uskladilo i ovdje.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'link-too-long': 'Jedna adresa u tekstu dulja je od cijele objave. Skratite je.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'captions-too-long':
      'Titlovi ({{variant}}) su predugi za ovu mrežu: najviše dvadeset kilobajta. Skratite ih.',
    'no-appview': 'Ovaj poslužitelj samo čuva objave, pa se odgovori građana s njega ne mogu preuzeti.',
  },
  checks: {
    server: 'Poslužitelj odgovara',
    session: 'Prijava na mrežu',
    active: 'Račun je aktivan',
    handle: 'Korisničko ime',
    password: 'Vrsta zaporke',
    replies: 'Odgovori građana',
  },
};

const srLatn: Words = {
  about:
    'Otvorena društvena mreža na AT protokolu. Glasnik objavljuje tekst sa slikama, povezuje pomenute naloge i dugačak tekst dijeli u niz objava.',
  settings: {
    handle: {
      label: 'Korisničko ime',
      help: 'Puno ime naloga, npr. opstina-primjer.bsky.social ili opstina-primjer.ba, bez znaka @ na početku.',
    },
    password: {
      label: 'Lozinka za aplikaciju',
      help: 'Na Bluesky-ju otvorite Podešavanja, zatim Privatnost i bezbjednost, pa Lozinke za aplikacije. Napravite novu pod nazivom Glasnik i prepišite je ovdje. Glavnu lozinku naloga ne upisujte.',
    },
    service: {
      label: 'Server',
      help: 'Ostavite https://bsky.social, osim ako nalog drži drugi server.',
    },
  },
  reasons: {
    'main-password':
      'Ovo je glavna lozinka naloga. Napravite lozinku za aplikaciju u podešavanjima Bluesky-ja i povežite nalog njome.',
    'account-inactive':
      'Nalog je na Bluesky-ju deaktiviran ili suspendovan. Prijavite se na bsky.app da vidite zašto, pa pokušajte ponovo.',
    'handle-changed': 'Nalog se na mreži sada zove {{handle}}. Povežite ga ponovo da se ime uskladi i ovdje.',
    'thread-too-long': 'Tekst ima više od {{max}} objava u nizu. Skratite ga ili podijelite na više poruka.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele objave. Skratite je.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'captions-too-long':
      'Titlovi ({{variant}}) su predugi za ovu mrežu: najviše dvadeset kilobajta. Skratite ih.',
    'no-appview': 'Ovaj server samo čuva objave, pa se odgovori građana sa njega ne mogu preuzeti.',
  },
  checks: {
    server: 'Server odgovara',
    session: 'Prijava na mrežu',
    active: 'Nalog je aktivan',
    handle: 'Korisničko ime',
    password: 'Vrsta lozinke',
    replies: 'Odgovori građana',
  },
};

const en: Words = {
  about:
    'An open social network on the AT Protocol. Glasnik posts text with images, links the accounts it mentions and splits long texts into a thread.',
  settings: {
    handle: {
      label: 'Handle',
      help: 'The full name of the account, such as sample-town.bsky.social or sample-town.ba, without @ in front.',
    },
    password: {
      label: 'App password',
      help: 'On Bluesky open Settings, then Privacy and security, then App passwords. Make a new one named Glasnik and copy it here. Do not type the main password of the account.',
    },
    service: {
      label: 'Server',
      help: 'Leave https://bsky.social unless another server holds the account.',
    },
  },
  reasons: {
    'main-password':
      'This is the main password of the account. Make an app password in the settings of Bluesky and connect the account with it.',
    'account-inactive':
      'The account is deactivated or suspended on Bluesky. Sign in at bsky.app to see why, then try again.',
    'handle-changed':
      'The account is now named {{handle}} on the network. Connect it again so that the name is the same here.',
    'thread-too-long':
      'The text makes more than {{max}} posts in a thread. Shorten it or make several messages of it.',
    'link-too-long': 'One address in the text is longer than a whole post. Shorten it.',
    'text-empty': 'The post has neither text nor image. Add one of them.',
    'captions-too-long':
      'The captions ({{variant}}) are too long for this network: at most 20 KB. Shorten them.',
    'no-appview': 'This server only stores posts, so the answers of citizens cannot be fetched from it.',
  },
  checks: {
    server: 'Server answers',
    session: 'Sign-in',
    active: 'Account is active',
    handle: 'Handle',
    password: 'Kind of password',
    replies: 'Answers of citizens',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
