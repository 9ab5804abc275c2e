import type { DemoCampaign, DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'understood',
    title: {
      bs: 'Ključni podaci su razumljivi bez stručnog znanja',
      hr: 'Ključni podaci razumljivi su bez stručnoga znanja',
      'sr-Latn': 'Ključni podaci su razumljivi bez stručnog znanja',
      en: 'Key figures can be understood without expert knowledge',
    },
    measure: {
      bs: 'Svaka od 12 glavnih objava ima grafiku, tabelu i objašnjenje u roku od jednog radnog dana',
      hr: 'Svaka od 12 glavnih objava ima grafiku, tablicu i objašnjenje u roku od jednoga radnog dana',
      'sr-Latn': 'Svaka od 12 glavnih objava ima grafiku, tabelu i objašnjenje u roku od jednog radnog dana',
      en: 'Each of the 12 main releases has a chart, a table and an explanation within one working day',
    },
    audience: {
      bs: 'Građani, novinari i nastavnici',
      hr: 'Građani, novinari i nastavnici',
      'sr-Latn': 'Građani, novinari i nastavnici',
      en: 'Citizens, journalists and teachers',
    },
  },
  {
    key: 'census',
    title: {
      bs: 'Domaćinstva znaju zašto se popisuju i da su podaci zaštićeni',
      hr: 'Kućanstva znaju zašto se popisuju i da su podaci zaštićeni',
      'sr-Latn': 'Domaćinstva znaju zašto se popisuju i da su podaci zaštićeni',
      en: 'Households know why they are counted and that their data are protected',
    },
    measure: {
      bs: 'Udio ispitanika koji vjeruju u tajnost popisa raste s 52 na 65 posto do {year:+6}. godine',
      hr: 'Udio ispitanika koji vjeruju u tajnost popisa raste s 52 na 65 posto do {year:+6}. godine',
      'sr-Latn': 'Udio ispitanika koji vjeruju u tajnost popisa raste sa 52 na 65 odsto do {year:+6}. godine',
      en: 'The share of respondents who trust census confidentiality rises from 52 to 65 % by {year:+6}',
    },
    audience: {
      bs: 'Sva domaćinstva, posebno stariji i samci',
      hr: 'Sva kućanstva, posebno stariji i samci',
      'sr-Latn': 'Sva domaćinstva, posebno stariji i samci',
      en: 'All households, above all older people and people living alone',
    },
  },
];

export const campaigns: DemoCampaign[] = [
  {
    key: 'census',
    name: {
      bs: 'Popis: vaši podaci su sigurni',
      hr: 'Popis: vaši su podaci sigurni',
      'sr-Latn': 'Popis: vaši podaci su bezbjedni',
      en: 'Census: your data are safe',
    },
    from: -28,
    to: 28,
    colour: '#7a3b1d',
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'wages',
    objective: 'understood',
    title: {
      bs: 'Prosječna plaća: mjesečna objava',
      hr: 'Prosječna plaća: mjesečna objava',
      'sr-Latn': 'Prosječna plata: mjesečna objava',
      en: 'Average wage: monthly release',
    },
    theme: 'plaće',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -29,
  },
  {
    key: 'prices',
    objective: 'understood',
    title: {
      bs: 'Potrošačke cijene: mjesečna objava',
      hr: 'Potrošačke cijene: mjesečna objava',
      'sr-Latn': 'Potrošačke cijene: mjesečna objava',
      en: 'Consumer prices: monthly release',
    },
    theme: 'cijene',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -22,
  },
  {
    key: 'tourism',
    objective: 'understood',
    title: {
      bs: 'Turizam: dolasci i noćenja',
      hr: 'Turizam: dolasci i noćenja',
      'sr-Latn': 'Turizam: dolasci i noćenja',
      en: 'Tourism: arrivals and overnight stays',
    },
    theme: 'turizam',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -18,
  },
  {
    key: 'employment',
    objective: 'understood',
    title: {
      bs: 'Zaposlenost: mjesečna objava',
      hr: 'Zaposlenost: mjesečna objava',
      'sr-Latn': 'Zaposlenost: mjesečna objava',
      en: 'Employment: monthly release',
    },
    theme: 'zaposlenost',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -10,
  },
  {
    key: 'census-why',
    campaign: 'census',
    objective: 'census',
    title: {
      bs: 'Zašto popis: pitanja i odgovori',
      hr: 'Zašto popis: pitanja i odgovori',
      'sr-Latn': 'Zašto popis: pitanja i odgovori',
      en: 'Why a census: questions and answers',
    },
    theme: 'popis',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -14,
  },
  {
    key: 'census-secret',
    campaign: 'census',
    objective: 'census',
    title: {
      bs: 'Kako čuvamo podatke iz popisa',
      hr: 'Kako čuvamo podatke iz popisa',
      'sr-Latn': 'Kako čuvamo podatke iz popisa',
      en: 'How we protect census data',
    },
    theme: 'popis',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 8,
  },
  {
    key: 'release-calendar',
    objective: 'understood',
    title: {
      bs: 'Kalendar objavljivanja',
      hr: 'Kalendar objava',
      'sr-Latn': 'Kalendar objavljivanja',
      en: 'Release calendar',
    },
    theme: 'kalendar objava',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 3,
  },
];
