import type { DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'decisions',
    title: {
      bs: 'Svaka važna odluka objašnjena istog ili narednog dana',
      hr: 'Svaka važna odluka objašnjena istoga ili sljedećega dana',
      'sr-Latn': 'Svaka važna odluka objašnjena istog ili narednog dana',
      en: 'Every major decision explained on the same or the next day',
    },
    measure: {
      bs: 'Od sjednice do objašnjenja najviše jedan radni dan za 90 posto odluka s dnevnog reda',
      hr: 'Od sjednice do objašnjenja najviše jedan radni dan za 90 posto odluka s dnevnoga reda',
      'sr-Latn': 'Od sjednice do objašnjenja najviše jedan radni dan za 90 odsto odluka sa dnevnog reda',
      en: 'At most one working day from session to explanation for 90 % of decisions',
    },
    audience: {
      bs: 'Građani kojih se odluka tiče i mediji',
      hr: 'Građani kojih se odluka tiče i mediji',
      'sr-Latn': 'Građani kojih se odluka tiče i mediji',
      en: 'Citizens whom the decision concerns, and the media',
    },
  },
  {
    key: 'media',
    title: {
      bs: 'Novinari dobijaju sve što im treba prije sjednice',
      hr: 'Novinari dobivaju sve što im treba prije sjednice',
      'sr-Latn': 'Novinari dobijaju sve što im treba prije sjednice',
      en: 'Journalists get what they need before the session',
    },
    measure: {
      bs: 'Najava i dnevni red 24 sata prije svake sjednice; odgovor na upit u roku od četiri radna sata',
      hr: 'Najava i dnevni red 24 sata prije svake sjednice; odgovor na upit u roku od četiri radna sata',
      'sr-Latn':
        'Najava i dnevni red 24 časa prije svake sjednice; odgovor na upit u roku od četiri radna časa',
      en: 'Announcement and agenda 24 hours before each session; enquiries answered within four working hours',
    },
    audience: {
      bs: 'Redakcije, dopisnici i slobodni novinari',
      hr: 'Redakcije, dopisnici i slobodni novinari',
      'sr-Latn': 'Redakcije, dopisnici i slobodni novinari',
      en: 'Newsrooms, correspondents and freelance journalists',
    },
  },
  {
    key: 'parity',
    title: {
      bs: 'Sve objave izlaze jednako na svim jezicima i pismima',
      hr: 'Sve objave izlaze jednako na svim jezicima i pismima',
      'sr-Latn': 'Sve objave izlaze jednako na svim jezicima i pismima',
      en: 'All posts come out equally in every language and script',
    },
    measure: {
      bs: 'Razlika u broju objava između latinice i ćirilice najviše pet posto u svakom tromjesečju',
      hr: 'Razlika u broju objava između latinice i ćirilice najviše pet posto u svakom tromjesečju',
      'sr-Latn': 'Razlika u broju objava između latinice i ćirilice najviše pet odsto u svakom tromjesečju',
      en: 'Posts in Latin and Cyrillic script differ by no more than five per cent in each quarter',
    },
    audience: { bs: 'Svi građani', hr: 'Svi građani', 'sr-Latn': 'Svi građani', en: 'All citizens' },
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'session-notice',
    objective: 'media',
    title: {
      bs: 'Najave sjednica i dnevni red',
      hr: 'Najave sjednica i dnevni red',
      'sr-Latn': 'Najave sjednica i dnevni red',
      en: 'Announcements of sessions and their agendas',
    },
    theme: 'sjednice',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -32,
  },
  {
    key: 'flood-decision',
    objective: 'decisions',
    title: {
      bs: 'Odluka o zaštiti od poplava: objašnjenje',
      hr: 'Odluka o zaštiti od poplava: objašnjenje',
      'sr-Latn': 'Odluka o zaštiti od poplava: objašnjenje',
      en: 'Decision on flood protection: an explanation',
    },
    theme: 'odluke',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -27,
  },
  {
    key: 'press-pass',
    objective: 'media',
    title: {
      bs: 'Akreditacije za novinare',
      hr: 'Akreditacije za novinare',
      'sr-Latn': 'Akreditacije za novinare',
      en: 'Accreditation for journalists',
    },
    theme: 'mediji',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -20,
  },
  {
    key: 'gazette',
    objective: 'decisions',
    title: {
      bs: 'Kako čitati službeni glasnik',
      hr: 'Kako čitati službeni glasnik',
      'sr-Latn': 'Kako čitati službeni glasnik',
      en: 'How to read the official gazette',
    },
    theme: 'objašnjenja',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -15,
  },
  {
    key: 'e-invoice',
    objective: 'decisions',
    title: {
      bs: 'Odluka o e-računima: objašnjenje',
      hr: 'Odluka o e-računima: objašnjenje',
      'sr-Latn': 'Odluka o e-računima: objašnjenje',
      en: 'Decision on e-invoices: an explanation',
    },
    theme: 'odluke',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -11,
  },
  {
    key: 'live',
    objective: 'parity',
    title: {
      bs: 'Prijenos uživo i titlovi',
      hr: 'Prijenos uživo i titlovi',
      'sr-Latn': 'Prenos uživo i titlovi',
      en: 'Live broadcast and subtitles',
    },
    theme: 'sjednice',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 3,
  },
  {
    key: 'consultation-outcome',
    objective: 'decisions',
    title: {
      bs: 'Šta se promijenilo nakon konsultacija',
      hr: 'Što se promijenilo nakon savjetovanja',
      'sr-Latn': 'Šta se promijenilo nakon konsultacija',
      en: 'What changed after the consultation',
    },
    theme: 'javne konsultacije',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 10,
  },
  {
    key: 'languages',
    objective: 'parity',
    title: {
      bs: 'Jedna odluka, četiri verzije teksta',
      hr: 'Jedna odluka, četiri inačice teksta',
      'sr-Latn': 'Jedna odluka, četiri verzije teksta',
      en: 'One decision, four versions of the text',
    },
    theme: 'jezici',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 17,
  },
];
