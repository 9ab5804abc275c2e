import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Stranica na Facebooku. Potrebna je aplikacija na developers.facebook.com, koju institucija registruje jednom i koja je besplatna; na Facebookovoj stranici zatim dozvolite da Glasnik objavljuje.',
  settings: {
    appId: {
      label: 'ID aplikacije',
      help: 'Broj s vrha kontrolne table aplikacije na developers.facebook.com („App ID“).',
    },
    appSecret: {
      label: 'Tajna aplikacije',
      help: 'Iz postavki aplikacije: App settings → Basic → App secret.',
    },
    systemToken: {
      label: 'Token sistemskog korisnika',
      help: 'Za institucije s Meta Business računom: token iz Business settings → System users ne zavisi ni od jedne osobe. Ostavite prazno da se prijavite kao osoba.',
    },
  },
  reasons: {
    'no-page':
      'Ovaj Facebook nalog nema nijednu stranicu, ili je pri prijavi niste označili. Pokušajte ponovo i označite stranicu institucije.',
    'no-role':
      'Na stranici nemate pravo objavljivanja. Administrator stranice treba da vam da pristup sa zadatkom „Content“.',
    'system-token-refused':
      'Facebook ne prihvata ovaj token, ili nije od ove aplikacije. Napravite novi u Business settings → System users.',
    'app-removed':
      'Osoba koja je povezala stranicu uklonila je aplikaciju sa svog Facebooka. Povežite stranicu ponovo.',
    checkpoint:
      'Facebook traži da se osoba koja je povezala stranicu prijavi na facebook.com i potvrdi nalog. Zatim povežite stranicu ponovo.',
    'password-changed':
      'Osoba koja je povezala stranicu promijenila je lozinku, pa je dozvola prestala. Povežite stranicu ponovo. Token sistemskog korisnika toga nema.',
    'role-lost': 'Osoba koja je povezala stranicu više nema ulogu na njoj. Neka je poveže neko ko je ima.',
    'permission-missing':
      'Facebook ne da Glasniku da ovo uradi. Provjerite da li su dozvole date, da li je aplikacija odobrena (App Review) i da li stranica traži odobrenje za objavljivanje (Page Publishing Authorization).',
    blocked:
      'Facebook je stranici privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Page quality na Facebooku.',
    'page-hidden': 'Stranica nije objavljena: građani je ne vide. Objavite je u njenim postavkama.',
    'ends-soon':
      'Dozvola ističe za {{days}} dana. Povežite stranicu ponovo prije toga; sva historija ostaje.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'media-refused':
      'Facebook ne prihvata ovaj video. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'Facebook još obrađuje video. Glasnik pokušava ponovo sam.',
  },
  checks: {
    server: 'Facebook odgovara',
    session: 'Token stranice',
    rights: 'Dozvole za objavljivanje',
    page: 'Stranica je objavljena',
    end: 'Trajanje dozvole',
  },
};

const hr: Words = {
  about:
    'Stranica na Facebooku. Potrebna je aplikacija na developers.facebook.com, koju institucija registrira jednom i koja je besplatna; na Facebookovoj stranici zatim dopustite da Glasnik objavljuje.',
  settings: {
    appId: {
      label: 'ID aplikacije',
      help: 'Broj s vrha nadzorne ploče aplikacije na developers.facebook.com („App ID”).',
    },
    appSecret: {
      label: 'Tajna aplikacije',
      help: 'Iz postavki aplikacije: App settings → Basic → App secret.',
    },
    systemToken: {
      label: 'Token sistemskog korisnika',
      help: 'Za institucije s Meta Business računom: token iz Business settings → System users ne ovisi ni o jednoj osobi. Ostavite prazno kako biste se prijavili kao osoba.',
    },
  },
  reasons: {
    'no-page':
      'Ovaj Facebook račun nema nijednu stranicu, ili je pri prijavi niste označili. Pokušajte ponovno i označite stranicu institucije.',
    'no-role':
      'Na stranici nemate pravo objavljivanja. Administrator stranice treba vam dati pristup sa zadatkom „Content”.',
    'system-token-refused':
      'Facebook ne prihvaća ovaj token, ili nije od ove aplikacije. Izradite novi u Business settings → System users.',
    'app-removed':
      'Osoba koja je povezala stranicu uklonila je aplikaciju sa svojega Facebooka. Povežite stranicu ponovno.',
    checkpoint:
      'Facebook traži da se osoba koja je povezala stranicu prijavi na facebook.com i potvrdi račun. Zatim povežite stranicu ponovno.',
    'password-changed':
      'Osoba koja je povezala stranicu promijenila je zaporku, pa je dopuštenje prestalo. Povežite stranicu ponovno. Token sistemskog korisnika toga nema.',
    'role-lost': 'Osoba koja je povezala stranicu više nema ulogu na njoj. Neka je poveže netko tko je ima.',
    'permission-missing':
      'Facebook ne da Glasniku da to učini. Provjerite jesu li dopuštenja dana, je li aplikacija odobrena (App Review) i traži li stranica odobrenje za objavljivanje (Page Publishing Authorization).',
    blocked:
      'Facebook je stranici privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovno; pogledajte Page quality na Facebooku.',
    'page-hidden': 'Stranica nije objavljena: građani je ne vide. Objavite je u njezinim postavkama.',
    'ends-soon':
      'Dopuštenje istječe za {{days}} dana. Povežite stranicu ponovno prije toga; sva povijest ostaje.',
    'text-empty': 'Objava nema ni teksta ni slike ni videozapisa. Dodajte jedno od toga.',
    'media-refused':
      'Facebook ne prihvaća ovaj videozapis. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'Facebook još obrađuje videozapis. Glasnik pokušava ponovno sam.',
  },
  checks: {
    server: 'Facebook odgovara',
    session: 'Token stranice',
    rights: 'Dopuštenja za objavljivanje',
    page: 'Stranica je objavljena',
    end: 'Trajanje dopuštenja',
  },
};

const srLatn: Words = {
  about:
    'Stranica na Facebooku. Potrebna je aplikacija na developers.facebook.com, koju institucija registruje jednom i koja je besplatna; na Facebookovoj stranici zatim dozvolite da Glasnik objavljuje.',
  settings: {
    appId: {
      label: 'ID aplikacije',
      help: 'Broj sa vrha kontrolne table aplikacije na developers.facebook.com („App ID“).',
    },
    appSecret: {
      label: 'Tajna aplikacije',
      help: 'Iz podešavanja aplikacije: App settings → Basic → App secret.',
    },
    systemToken: {
      label: 'Token sistemskog korisnika',
      help: 'Za institucije sa Meta Business nalogom: token iz Business settings → System users ne zavisi ni od jedne osobe. Ostavite prazno da se prijavite kao osoba.',
    },
  },
  reasons: {
    'no-page':
      'Ovaj Facebook nalog nema nijednu stranicu, ili je pri prijavi niste označili. Pokušajte ponovo i označite stranicu institucije.',
    'no-role':
      'Na stranici nemate pravo objavljivanja. Administrator stranice treba da vam da pristup sa zadatkom „Content“.',
    'system-token-refused':
      'Facebook ne prihvata ovaj token, ili nije od ove aplikacije. Napravite novi u Business settings → System users.',
    'app-removed':
      'Osoba koja je povezala stranicu uklonila je aplikaciju sa svog Facebooka. Povežite stranicu ponovo.',
    checkpoint:
      'Facebook traži da se osoba koja je povezala stranicu prijavi na facebook.com i potvrdi nalog. Zatim povežite stranicu ponovo.',
    'password-changed':
      'Osoba koja je povezala stranicu promijenila je lozinku, pa je dozvola prestala. Povežite stranicu ponovo. Token sistemskog korisnika toga nema.',
    'role-lost': 'Osoba koja je povezala stranicu više nema ulogu na njoj. Neka je poveže neko ko je ima.',
    'permission-missing':
      'Facebook ne da Glasniku da ovo uradi. Provjerite da li su dozvole date, da li je aplikacija odobrena (App Review) i da li stranica traži odobrenje za objavljivanje (Page Publishing Authorization).',
    blocked:
      'Facebook je stranici privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Page quality na Facebooku.',
    'page-hidden': 'Stranica nije objavljena: građani je ne vide. Objavite je u njenim podešavanjima.',
    'ends-soon': 'Dozvola ističe za {{days}} dana. Povežite stranicu ponovo prije toga; sva istorija ostaje.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'media-refused':
      'Facebook ne prihvata ovaj video. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'Facebook još obrađuje video. Glasnik pokušava ponovo sam.',
  },
  checks: {
    server: 'Facebook odgovara',
    session: 'Token stranice',
    rights: 'Dozvole za objavljivanje',
    page: 'Stranica je objavljena',
    end: 'Trajanje dozvole',
  },
};

const en: Words = {
  about:
    'A Page on Facebook. It needs an app at developers.facebook.com, which the institution registers once and which is free; on Facebook’s page you then allow Glasnik to publish.',
  settings: {
    appId: {
      label: 'App ID',
      help: 'The number at the top of the app’s dashboard at developers.facebook.com.',
    },
    appSecret: {
      label: 'App secret',
      help: 'From the settings of the app: App settings → Basic → App secret.',
    },
    systemToken: {
      label: 'Token of a system user',
      help: 'For institutions with a Meta Business account: a token from Business settings → System users depends on no person. Leave it empty to sign in as a person.',
    },
  },
  reasons: {
    'no-page':
      'This Facebook account has no Page, or you did not tick it when signing in. Try again and tick the institution’s Page.',
    'no-role':
      'You have no right to publish on the Page. Its administrator must give you access with the task “Content”.',
    'system-token-refused':
      'Facebook does not accept this token, or it is not of this app. Make a new one in Business settings → System users.',
    'app-removed':
      'The person who connected the Page removed the app from their Facebook. Connect the Page again.',
    checkpoint:
      'Facebook wants the person who connected the Page to sign in at facebook.com and confirm their account. Then connect the Page again.',
    'password-changed':
      'The person who connected the Page changed their password, which ended the permission. Connect the Page again. A system user’s token has no such end.',
    'role-lost':
      'The person who connected the Page has no role on it any longer. Let somebody who has one connect it.',
    'permission-missing':
      'Facebook does not let Glasnik do this. Check whether the permissions were given, whether the app passed App Review, and whether the Page needs Page Publishing Authorization.',
    blocked:
      'Facebook has forbidden the Page to publish for a time, by its own rules. Glasnik tries again; look at Page quality on Facebook.',
    'page-hidden': 'The Page is not published: citizens do not see it. Publish it in its settings.',
    'ends-soon':
      'The permission ends in {{days}} days. Connect the Page again before that; all history stays.',
    'text-empty': 'The post has neither text nor picture nor video. Add one of them.',
    'media-refused':
      'Facebook does not accept this video. Make an MP4 of it (H.264, sound AAC), or take another.',
    'media-not-ready': 'Facebook is still working on the video. Glasnik tries again by itself.',
  },
  checks: {
    server: 'Facebook answers',
    session: 'Token of the Page',
    rights: 'Permissions for publishing',
    page: 'Page is published',
    end: 'How long the permission lasts',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
