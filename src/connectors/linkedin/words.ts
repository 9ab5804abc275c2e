import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Stranica institucije na LinkedInu. Potrebna je aplikacija na developer.linkedin.com s proizvodom Community Management API, koji LinkedIn odobrava; besplatna je. Dozvola traje 60 dana, a kod odobrenih partnera godinu, i onda se nalog povezuje ponovo.',
  settings: {
    clientId: {
      label: 'Client ID',
      help: 'developer.linkedin.com → My apps → vaša aplikacija → Auth → Client ID.',
    },
    clientSecret: {
      label: 'Primary Client Secret',
      help: 'Na istoj stranici, Auth → Primary Client Secret.',
    },
  },
  reasons: {
    'no-organisation':
      'Osoba koja se prijavila ne smije objavljivati ni u čije ime. Na stranici institucije na LinkedInu neka dobije ulogu Super admin ili Content admin.',
    'no-permission':
      'LinkedIn ne dopušta objavljivanje u ime institucije: osoba je izgubila ulogu na stranici ili aplikacija nema proizvod Community Management API. Vratite to i povežite nalog ponovo.',
    'access-ended': 'Dozvola od 60 dana je istekla. Povežite nalog ponovo.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i ne obnavlja se sama. Povežite nalog ponovo prije toga.',
    'version-ended':
      'Ovaj Glasnik govori verzijom koju LinkedIn više ne prima. Neka operater nadogradi Glasnik.',
    'text-empty': 'LinkedIn traži tekst uz svaku objavu. Dodajte ga.',
    'media-refused':
      'LinkedIn ne prihvata ovaj video. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'LinkedIn još obrađuje video. Glasnik pokušava ponovo sam.',
    'duplicate-unseen':
      'LinkedIn kaže da ista objava već stoji, ali je još ne pokazuje. Glasnik gleda ponovo.',
  },
  checks: {
    server: 'LinkedIn odgovara',
    session: 'Prijava na mrežu',
    role: 'Pravo objavljivanja u ime institucije',
    end: 'Trajanje dozvole',
  },
};

const hr: Words = {
  about:
    'Stranica institucije na LinkedInu. Potrebna je aplikacija na developer.linkedin.com s proizvodom Community Management API, koji LinkedIn odobrava; besplatna je. Dopuštenje traje 60 dana, a kod odobrenih partnera godinu, i zatim se račun povezuje ponovno.',
  settings: {
    clientId: {
      label: 'Client ID',
      help: 'developer.linkedin.com → My apps → vaša aplikacija → Auth → Client ID.',
    },
    clientSecret: {
      label: 'Primary Client Secret',
      help: 'Na istoj stranici, Auth → Primary Client Secret.',
    },
  },
  reasons: {
    'no-organisation':
      'Osoba koja se prijavila ne smije objavljivati ni u čije ime. Na stranici institucije na LinkedInu neka dobije ulogu Super admin ili Content admin.',
    'no-permission':
      'LinkedIn ne dopušta objavljivanje u ime institucije: osoba je izgubila ulogu na stranici ili aplikacija nema proizvod Community Management API. Vratite to i povežite račun ponovno.',
    'access-ended': 'Dopuštenje od 60 dana je isteklo. Povežite račun ponovno.',
    'ends-soon':
      'Dopuštenje istječe za {{days}} dana i ne obnavlja se samo. Povežite račun ponovno prije toga.',
    'version-ended':
      'Ovaj Glasnik govori inačicom koju LinkedIn više ne prima. Neka operater nadogradi Glasnik.',
    'text-empty': 'LinkedIn traži tekst uz svaku objavu. Dodajte ga.',
    'media-refused':
      'LinkedIn ne prihvaća ovaj videozapis. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'LinkedIn još obrađuje videozapis. Glasnik pokušava ponovno sam.',
    'duplicate-unseen':
      'LinkedIn kaže da ista objava već stoji, ali je još ne pokazuje. Glasnik gleda ponovno.',
  },
  checks: {
    server: 'LinkedIn odgovara',
    session: 'Prijava na mrežu',
    role: 'Pravo objavljivanja u ime institucije',
    end: 'Trajanje dopuštenja',
  },
};

const srLatn: Words = {
  about:
    'Stranica institucije na LinkedInu. Potrebna je aplikacija na developer.linkedin.com sa proizvodom Community Management API, koji LinkedIn odobrava; besplatna je. Dozvola traje 60 dana, a kod odobrenih partnera godinu, i onda se nalog povezuje ponovo.',
  settings: {
    clientId: {
      label: 'Client ID',
      help: 'developer.linkedin.com → My apps → vaša aplikacija → Auth → Client ID.',
    },
    clientSecret: {
      label: 'Primary Client Secret',
      help: 'Na istoj stranici, Auth → Primary Client Secret.',
    },
  },
  reasons: {
    'no-organisation':
      'Osoba koja se prijavila ne smije da objavljuje ni u čije ime. Na stranici institucije na LinkedInu neka dobije ulogu Super admin ili Content admin.',
    'no-permission':
      'LinkedIn ne dozvoljava objavljivanje u ime institucije: osoba je izgubila ulogu na stranici ili aplikacija nema proizvod Community Management API. Vratite to i povežite nalog ponovo.',
    'access-ended': 'Dozvola od 60 dana je istekla. Povežite nalog ponovo.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i ne obnavlja se sama. Povežite nalog ponovo prije toga.',
    'version-ended':
      'Ovaj Glasnik govori verzijom koju LinkedIn više ne prima. Neka operater nadogradi Glasnik.',
    'text-empty': 'LinkedIn traži tekst uz svaku objavu. Dodajte ga.',
    'media-refused':
      'LinkedIn ne prihvata ovaj video. Pretvorite ga u MP4 (H.264, zvuk AAC) ili uzmite drugi.',
    'media-not-ready': 'LinkedIn još obrađuje video. Glasnik pokušava ponovo sam.',
    'duplicate-unseen':
      'LinkedIn kaže da ista objava već stoji, ali je još ne pokazuje. Glasnik gleda ponovo.',
  },
  checks: {
    server: 'LinkedIn odgovara',
    session: 'Prijava na mrežu',
    role: 'Pravo objavljivanja u ime institucije',
    end: 'Trajanje dozvole',
  },
};

const en: Words = {
  about:
    'The page of an institution on LinkedIn. It needs an app at developer.linkedin.com with the product Community Management API, which LinkedIn approves; it is free. The permission lasts 60 days, for approved partners a year, and then the account is connected again.',
  settings: {
    clientId: { label: 'Client ID', help: 'developer.linkedin.com → My apps → your app → Auth → Client ID.' },
    clientSecret: { label: 'Primary Client Secret', help: 'On the same page, Auth → Primary Client Secret.' },
  },
  reasons: {
    'no-organisation':
      'The person who signed in may post in nobody’s name. Let them be given the role Super admin or Content admin on the page of the institution at LinkedIn.',
    'no-permission':
      'LinkedIn does not allow posting in the name of the institution: the person has lost the role on the page, or the app has no Community Management API. Give it back and connect the account again.',
    'access-ended': 'The permission of 60 days has ended. Connect the account again.',
    'ends-soon':
      'The permission ends in {{days}} days and is not renewed by itself. Connect the account again before that.',
    'version-ended':
      'This Glasnik speaks a version that LinkedIn no longer takes. Let the operator upgrade Glasnik.',
    'text-empty': 'LinkedIn wants words with every post. Add some.',
    'media-refused':
      'LinkedIn does not accept this video. Make an MP4 of it (H.264, sound AAC), or take another.',
    'media-not-ready': 'LinkedIn is still working on the video. Glasnik tries again by itself.',
    'duplicate-unseen':
      'LinkedIn says that the same post stands there already but does not show it yet. Glasnik looks again.',
  },
  checks: {
    server: 'LinkedIn answers',
    session: 'Sign-in',
    role: 'Right to post in the name of the institution',
    end: 'How long the permission lasts',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
