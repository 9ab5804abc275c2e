import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  name: 'Mreža za vježbu',
  about:
    'Mreža za vježbu unutar samog Glasnika. Objave vide samo zaposleni, a greške se mogu namjerno uključiti, pa se ovdje bez rizika može isprobati sve.',
  settings: {
    code: {
      label: 'Kod za povezivanje',
      help: 'Glasnik ga upisuje sam. Vrijedi jedan sat; ako je istekao, otvorite obrazac ponovo.',
    },
    handle: {
      label: 'Ime naloga',
      help: 'Mala slova bez kvačica, brojevi, tačka i crtica, od 3 do 30 znakova, npr. opcina-primjer.',
    },
    displayName: {
      label: 'Naziv koji se prikazuje',
      help: 'Ako polje ostane prazno, prikazuje se naziv institucije.',
    },
  },
  checks: { session: 'Prijava na mrežu' },
  reasons: {
    'code-refused':
      'Kod za povezivanje nije ispravan ili je istekao. Otvorite obrazac ponovo da dobijete novi.',
    'handle-taken': 'Ime {{handle}} već koristi druga institucija. Odaberite drugo.',
    'handle-invalid':
      'Ime naloga može imati samo mala slova bez kvačica, brojeve, tačku i crticu, od 3 do 30 znakova.',
    'key-used': 'Na mreži već stoji drugačija objava s istom oznakom. Napravite novu objavu.',
    'post-removed': 'Ova objava je na mreži već bila objavljena i zatim uklonjena. Napravite novu objavu.',
    'media-refused':
      'Mreža je odbila sliku. Ako je greška uključena radi vježbe, isključite je i pokušajte ponovo.',
    'text-empty': 'Objava nema teksta. Napišite ga i pošaljite ponovo.',
  },
};

const hr: Words = {
  name: 'Mreža za vježbu',
  about:
    'Mreža za vježbu unutar samog Glasnika. Objave vide samo zaposlenici, a pogreške se mogu namjerno uključiti, pa se ovdje bez rizika može isprobati sve.',
  settings: {
    code: {
      label: 'Kod za povezivanje',
      help: 'Glasnik ga upisuje sam. Vrijedi jedan sat; ako je istekao, ponovno otvorite obrazac.',
    },
    handle: {
      label: 'Ime računa',
      help: 'Mala slova bez kvačica, brojevi, točka i crtica, od 3 do 30 znakova, npr. opcina-primjer.',
    },
    displayName: {
      label: 'Naziv koji se prikazuje',
      help: 'Ako polje ostane prazno, prikazuje se naziv institucije.',
    },
  },
  checks: { session: 'Prijava na mrežu' },
  reasons: {
    'code-refused':
      'Kod za povezivanje nije ispravan ili je istekao. Ponovno otvorite obrazac kako biste dobili novi.',
    'handle-taken': 'Ime {{handle}} već koristi druga institucija. Odaberite drugo.',
    'handle-invalid':
      'Ime računa može imati samo mala slova bez kvačica, brojeve, točku i crticu, od 3 do 30 znakova.',
    'key-used': 'Na mreži već stoji drukčija objava s istom oznakom. Izradite novu objavu.',
    'post-removed': 'Ova je objava na mreži već bila objavljena i zatim uklonjena. Izradite novu objavu.',
    'media-refused':
      'Mreža je odbila sliku. Ako je pogreška uključena radi vježbe, isključite je i pokušajte ponovno.',
    'text-empty': 'Objava nema teksta. Napišite ga i pošaljite ponovno.',
  },
};

const srLatn: Words = {
  name: 'Mreža za vježbu',
  about:
    'Mreža za vježbu unutar samog Glasnika. Objave vide samo zaposleni, a greške se mogu namjerno uključiti, pa se ovdje bez rizika može isprobati sve.',
  settings: {
    code: {
      label: 'Kod za povezivanje',
      help: 'Glasnik ga upisuje sam. Važi jedan sat; ako je istekao, otvorite obrazac ponovo.',
    },
    handle: {
      label: 'Ime naloga',
      help: 'Mala slova latinice bez kvačica, brojevi, tačka i crtica, od 3 do 30 znakova, npr. opstina-primjer.',
    },
    displayName: {
      label: 'Naziv koji se prikazuje',
      help: 'Ako polje ostane prazno, prikazuje se naziv institucije.',
    },
  },
  checks: { session: 'Prijava na mrežu' },
  reasons: {
    'code-refused':
      'Kod za povezivanje nije ispravan ili je istekao. Otvorite obrazac ponovo da dobijete novi.',
    'handle-taken': 'Ime {{handle}} već koristi druga institucija. Izaberite drugo.',
    'handle-invalid':
      'Ime naloga može imati samo mala slova latinice bez kvačica, brojeve, tačku i crticu, od 3 do 30 znakova.',
    'key-used': 'Na mreži već stoji drugačija objava sa istom oznakom. Napravite novu objavu.',
    'post-removed': 'Ova objava je na mreži već bila objavljena i zatim uklonjena. Napravite novu objavu.',
    'media-refused':
      'Mreža je odbila sliku. Ako je greška uključena radi vježbe, isključite je i pokušajte ponovo.',
    'text-empty': 'Objava nema teksta. Napišite ga i pošaljite ponovo.',
  },
};

const en: Words = {
  name: 'Practice network',
  about:
    'A network for practice inside Glasnik itself. Only staff see its posts, and faults can be switched on at will, so anything can be tried here without risk.',
  settings: {
    code: {
      label: 'Connect code',
      help: 'Glasnik fills it in. It is good for one hour; if it has run out, open the form again.',
    },
    handle: {
      label: 'Account name',
      help: 'Small letters without diacritics, digits, dot and hyphen, 3 to 30 characters, such as sample-town.',
    },
    displayName: {
      label: 'Name shown',
      help: "Left empty, the institution's name is shown.",
    },
  },
  checks: { session: 'Sign-in' },
  reasons: {
    'code-refused': 'The connect code is wrong or has run out. Open the form again to get a new one.',
    'handle-taken': 'Another institution already uses the name {{handle}}. Choose another one.',
    'handle-invalid':
      'An account name has only small letters without diacritics, digits, dot and hyphen, 3 to 30 characters.',
    'key-used': 'A different post already stands on the network under the same mark. Make a new post.',
    'post-removed': 'This post was on the network and has been removed since. Make a new post.',
    'media-refused':
      'The network refused the image. If this fault was switched on for practice, switch it off and try again.',
    'text-empty': 'The post has no text. Write it and send it again.',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
