import type { DemoCampaign, DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'understanding',
    title: {
      bs: 'Mladi razumiju šta znači svaki korak prema članstvu',
      hr: 'Mladi razumiju što znači svaki korak prema članstvu',
      'sr-Latn': 'Mladi razumiju šta znači svaki korak prema članstvu',
      en: 'Young people understand what each step towards membership means',
    },
    measure: {
      bs: 'U kvizu na kraju godine 60 posto učesnika tačno poreda šest koraka (na početku 38 posto)',
      hr: 'U kvizu na kraju godine 60 posto sudionika točno poreda šest koraka (na početku 38 posto)',
      'sr-Latn': 'U kvizu na kraju godine 60 odsto učesnika tačno poređa šest koraka (na početku 38 odsto)',
      en: 'In the end-of-year quiz 60 % of participants put the six steps in the right order (38 % at the start)',
    },
    audience: {
      bs: 'Učenici i studenti od 16 do 25 godina',
      hr: 'Učenici i studenti od 16 do 25 godina',
      'sr-Latn': 'Učenici i studenti od 16 do 25 godina',
      en: 'Pupils and students aged 16 to 25',
    },
  },
  {
    key: 'contest',
    title: {
      bs: 'Građani stvaraju sadržaj o Evropi zajedno s nama',
      hr: 'Građani stvaraju sadržaj o Europi zajedno s nama',
      'sr-Latn': 'Građani stvaraju sadržaj o Evropi zajedno sa nama',
      en: 'Citizens create content about Europe together with us',
    },
    measure: {
      bs: 'Najmanje 80 video radova iz 30 općina na nagradnom konkursu {year:0}. godine',
      hr: 'Najmanje 80 videoradova iz 30 općina na nagradnom natječaju {year:0}. godine',
      'sr-Latn': 'Najmanje 80 video radova iz 30 opština na nagradnom konkursu {year:0}. godine',
      en: 'At least 80 videos from 30 municipalities in the {year:0} prize contest',
    },
    audience: {
      bs: 'Mladi autori, škole i omladinske organizacije',
      hr: 'Mladi autori, škole i udruge mladih',
      'sr-Latn': 'Mladi autori, škole i omladinske organizacije',
      en: 'Young authors, schools and youth organisations',
    },
  },
  {
    key: 'funds',
    title: {
      bs: 'Općine znaju za otvorene pozive EU na vrijeme',
      hr: 'Općine znaju za otvorene pozive EU-a na vrijeme',
      'sr-Latn': 'Opštine na vrijeme znaju za otvorene pozive EU',
      en: 'Municipalities hear of open EU calls in time',
    },
    measure: {
      bs: 'Svaki poziv objavljen u roku od tri radna dana; deset pitanja općina mjesečno dobije odgovor',
      hr: 'Svaki poziv objavljen u roku od tri radna dana; deset pitanja općina mjesečno dobije odgovor',
      'sr-Latn':
        'Svaki poziv objavljen u roku od tri radna dana; deset pitanja opština mjesečno dobije odgovor',
      en: 'Each call published within three working days; ten questions from municipalities answered a month',
    },
    audience: {
      bs: 'Općinske službe za razvoj i nevladine organizacije',
      hr: 'Općinske službe za razvoj i nevladine udruge',
      'sr-Latn': 'Opštinske službe za razvoj i nevladine organizacije',
      en: 'Municipal development offices and non-governmental organisations',
    },
  },
];

export const campaigns: DemoCampaign[] = [
  {
    key: 'street',
    name: {
      bs: 'Evropa u mojoj ulici',
      hr: 'Europa u mojoj ulici',
      'sr-Latn': 'Evropa u mojoj ulici',
      en: 'Europe in My Street',
    },
    from: -28,
    to: 26,
    colour: '#7a3b1d',
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'path-infographic',
    objective: 'understanding',
    title: {
      bs: 'Infografika: šest koraka do članstva',
      hr: 'Infografika: šest koraka do članstva',
      'sr-Latn': 'Infografika: šest koraka do članstva',
      en: 'Infographic: six steps to membership',
    },
    theme: 'infografika',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -30,
  },
  {
    key: 'myths',
    objective: 'understanding',
    title: {
      bs: 'Mit ili činjenica: hrana, zanati, običaji',
      hr: 'Mit ili činjenica: hrana, obrti, običaji',
      'sr-Latn': 'Mit ili činjenica: hrana, zanati, običaji',
      en: 'Myth or fact: food, crafts, customs',
    },
    theme: 'mitovi',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -20,
  },
  {
    key: 'contest-opens',
    campaign: 'street',
    objective: 'contest',
    title: {
      bs: 'Nagradni konkurs: otvaranje i pravila',
      hr: 'Nagradni natječaj: otvaranje i pravila',
      'sr-Latn': 'Nagradni konkurs: otvaranje i pravila',
      en: 'Prize contest: opening and rules',
    },
    theme: 'nagradni konkurs',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -26,
  },
  {
    key: 'contest-reminders',
    campaign: 'street',
    objective: 'contest',
    title: {
      bs: 'Nagradni konkurs: podsjetnici',
      hr: 'Nagradni natječaj: podsjetnici',
      'sr-Latn': 'Nagradni konkurs: podsjetnici',
      en: 'Prize contest: reminders',
    },
    theme: 'nagradni konkurs',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 5,
  },
  {
    key: 'contest-winners',
    campaign: 'street',
    objective: 'contest',
    title: {
      bs: 'Nagradni konkurs: proglašenje pobjednika',
      hr: 'Nagradni natječaj: proglašenje pobjednika',
      'sr-Latn': 'Nagradni konkurs: proglašenje pobjednika',
      en: 'Prize contest: announcement of the winners',
    },
    theme: 'nagradni konkurs',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: 22,
  },
  {
    key: 'open-calls',
    objective: 'funds',
    title: {
      bs: 'Otvoreni pozivi prekogranične saradnje',
      hr: 'Otvoreni pozivi prekogranične suradnje',
      'sr-Latn': 'Otvoreni pozivi prekogranične saradnje',
      en: 'Open calls for cross-border cooperation',
    },
    theme: 'fondovi',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -15,
  },
  {
    key: 'opinion',
    objective: 'understanding',
    title: {
      bs: 'Istraživanje javnog mnijenja',
      hr: 'Istraživanje javnoga mnijenja',
      'sr-Latn': 'Istraživanje javnog mnjenja',
      en: 'Public opinion survey',
    },
    theme: 'istraživanje',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -9,
  },
  {
    key: 'social-media-day',
    campaign: 'street',
    objective: 'contest',
    title: {
      bs: 'Dan društvenih mreža',
      hr: 'Dan društvenih mreža',
      'sr-Latn': 'Dan društvenih mreža',
      en: 'Social media day',
    },
    theme: 'događaji',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 18,
  },
];
