import type { DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'reporting',
    title: {
      bs: 'Ljudi znaju kome i kako prijaviti korupciju',
      hr: 'Ljudi znaju kome i kako prijaviti korupciju',
      'sr-Latn': 'Ljudi znaju kome i kako da prijave korupciju',
      en: 'People know where and how to report corruption',
    },
    measure: {
      bs: 'Udio prijava s dovoljno podataka za provjeru raste s 48 na 65 posto do kraja {year:0}. godine',
      hr: 'Udio prijava s dovoljno podataka za provjeru raste s 48 na 65 posto do kraja {year:0}. godine',
      'sr-Latn':
        'Udio prijava sa dovoljno podataka za provjeru raste sa 48 na 65 odsto do kraja {year:0}. godine',
      en: 'The share of reports with enough detail to check rises from 48 to 65 % by the end of {year:0}',
    },
    audience: {
      bs: 'Građani i zaposleni u institucijama',
      hr: 'Građani i zaposlenici institucija',
      'sr-Latn': 'Građani i zaposleni u institucijama',
      en: 'Citizens and employees of institutions',
    },
  },
  {
    key: 'integrity',
    title: {
      bs: 'Sve institucije imaju plan integriteta koji se primjenjuje',
      hr: 'Sve institucije imaju plan integriteta koji se primjenjuje',
      'sr-Latn': 'Sve institucije imaju plan integriteta koji se primjenjuje',
      en: 'Every institution has an integrity plan that it applies',
    },
    measure: {
      bs: '70 od 74 institucije s usvojenim planom i godišnjim izvještajem',
      hr: '70 od 74 institucije s usvojenim planom i godišnjim izvješćem',
      'sr-Latn': '70 od 74 institucije sa usvojenim planom i godišnjim izvještajem',
      en: '70 of 74 institutions with an adopted plan and a yearly report',
    },
    audience: {
      bs: 'Rukovodioci i službenici zaduženi za integritet',
      hr: 'Rukovoditelji i službenici zaduženi za integritet',
      'sr-Latn': 'Rukovodioci i službenici zaduženi za integritet',
      en: 'Heads of institutions and integrity officers',
    },
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'how-to-report',
    objective: 'reporting',
    title: {
      bs: 'Kako prijaviti korupciju',
      hr: 'Kako prijaviti korupciju',
      'sr-Latn': 'Kako prijaviti korupciju',
      en: 'How to report corruption',
    },
    theme: 'prijavljivanje',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -30,
  },
  {
    key: 'protection',
    objective: 'reporting',
    title: {
      bs: 'Zaštita prijavitelja',
      hr: 'Zaštita prijavitelja',
      'sr-Latn': 'Zaštita prijavilaca',
      en: 'Protection of whistleblowers',
    },
    theme: 'zviždači',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -23,
  },
  {
    key: 'gifts',
    objective: 'integrity',
    title: {
      bs: 'Pravila o poklonima',
      hr: 'Pravila o darovima',
      'sr-Latn': 'Pravila o poklonima',
      en: 'Rules on gifts',
    },
    theme: 'pokloni',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -17,
  },
  {
    key: 'integrity-plans',
    objective: 'integrity',
    title: {
      bs: 'Planovi integriteta: pregled po institucijama',
      hr: 'Planovi integriteta: pregled po institucijama',
      'sr-Latn': 'Planovi integriteta: pregled po institucijama',
      en: 'Integrity plans: an overview by institution',
    },
    theme: 'integritet',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -12,
  },
  {
    key: 'conflict',
    objective: 'integrity',
    title: {
      bs: 'Sukob interesa na primjerima',
      hr: 'Sukob interesa na primjerima',
      'sr-Latn': 'Sukob interesa na primjerima',
      en: 'Conflicts of interest: examples',
    },
    theme: 'sukob interesa',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -6,
  },
  {
    key: 'quarter',
    objective: 'reporting',
    title: {
      bs: 'Prijave u brojevima',
      hr: 'Prijave u brojkama',
      'sr-Latn': 'Prijave u brojevima',
      en: 'Reports in figures',
    },
    theme: 'brojke',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 4,
  },
  {
    key: 'training',
    objective: 'integrity',
    title: {
      bs: 'Obuka službenika za integritet',
      hr: 'Izobrazba službenika za integritet',
      'sr-Latn': 'Obuka službenika za integritet',
      en: 'Training for integrity officers',
    },
    theme: 'obuka',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 11,
  },
];
