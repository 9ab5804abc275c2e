import type { DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'transparency',
    title: {
      bs: 'Institucije objavljuju podatke prije nego što ih neko zatraži',
      hr: 'Institucije objavljuju podatke prije nego što ih netko zatraži',
      'sr-Latn': 'Institucije objavljuju podatke prije nego što ih neko zatraži',
      en: 'Institutions publish information before anyone asks for it',
    },
    measure: {
      bs: 'Ispunjenost 38 standarda proaktivne transparentnosti najmanje 78 posto do kraja {year:0}. godine',
      hr: 'Ispunjenost 38 standarda proaktivne transparentnosti najmanje 78 posto do kraja {year:0}. godine',
      'sr-Latn':
        'Ispunjenost 38 standarda proaktivne transparentnosti najmanje 78 odsto do kraja {year:0}. godine',
      en: 'At least 78 % of the 38 standards of proactive transparency met by the end of {year:0}',
    },
    audience: {
      bs: 'Službenici za odnose s javnošću i rukovodioci institucija',
      hr: 'Službenici za odnose s javnošću i rukovoditelji institucija',
      'sr-Latn': 'Službenici za odnose s javnošću i rukovodioci institucija',
      en: 'Communications officers and heads of institutions',
    },
  },
  {
    key: 'services',
    title: {
      bs: 'Građani znaju koje su usluge postale jednostavnije',
      hr: 'Građani znaju koje su usluge postale jednostavnije',
      'sr-Latn': 'Građani znaju koje su usluge postale jednostavnije',
      en: 'Citizens know which services have become simpler',
    },
    measure: {
      bs: 'Šest objašnjenih usluga do kraja godine; u anketi 40 posto ispitanika zna navesti bar jednu',
      hr: 'Šest objašnjenih usluga do kraja godine; u anketi 40 posto ispitanika zna navesti barem jednu',
      'sr-Latn':
        'Šest objašnjenih usluga do kraja godine; u anketi 40 odsto ispitanika zna da navede bar jednu',
      en: 'Six services explained by the end of the year; 40 % of survey respondents can name at least one',
    },
    audience: {
      bs: 'Građani od 25 do 60 godina i mala preduzeća',
      hr: 'Građani od 25 do 60 godina i mala poduzeća',
      'sr-Latn': 'Građani od 25 do 60 godina i mala preduzeća',
      en: 'Citizens aged 25 to 60 and small businesses',
    },
  },
  {
    key: 'dialogue',
    title: {
      bs: 'Na svako pitanje građana odgovaramo na vrijeme',
      hr: 'Na svako pitanje građana odgovaramo na vrijeme',
      'sr-Latn': 'Na svako pitanje građana odgovaramo na vrijeme',
      en: 'Every question from a citizen is answered in time',
    },
    measure: {
      bs: 'Prvi odgovor u roku od osam radnih sati na 90 posto pitanja u svakom mjesecu',
      hr: 'Prvi odgovor u roku od osam radnih sati na 90 posto pitanja u svakom mjesecu',
      'sr-Latn': 'Prvi odgovor u roku od osam radnih časova na 90 odsto pitanja u svakom mjesecu',
      en: 'First answer within eight working hours for 90 % of questions in every month',
    },
    audience: {
      bs: 'Građani, mediji i udruženja',
      hr: 'Građani, mediji i udruge',
      'sr-Latn': 'Građani, mediji i udruženja',
      en: 'Citizens, media and associations',
    },
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'monitoring-results',
    objective: 'transparency',
    title: {
      bs: 'Rezultati praćenja proaktivne transparentnosti',
      hr: 'Rezultati praćenja proaktivne transparentnosti',
      'sr-Latn': 'Rezultati praćenja proaktivne transparentnosti',
      en: 'Results of monitoring proactive transparency',
    },
    theme: 'proaktivna transparentnost',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -28,
  },
  {
    key: 'standards-explained',
    objective: 'transparency',
    title: {
      bs: 'Šta traži 38 standarda: serija objašnjenja',
      hr: 'Što traži 38 standarda: niz objašnjenja',
      'sr-Latn': 'Šta traži 38 standarda: serija objašnjenja',
      en: 'What the 38 standards ask for: a series of explanations',
    },
    theme: 'proaktivna transparentnost',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -21,
  },
  {
    key: 'pr-workshop',
    objective: 'transparency',
    title: {
      bs: 'Radionica za službenike za odnose s javnošću',
      hr: 'Radionica za službenike za odnose s javnošću',
      'sr-Latn': 'Radionica za službenike za odnose s javnošću',
      en: 'Workshop for communications officers',
    },
    theme: 'jačanje kapaciteta',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -12,
  },
  {
    key: 'life-events',
    objective: 'services',
    title: {
      bs: 'Životni događaji: rođenje djeteta, selidba, otvaranje obrta',
      hr: 'Životni događaji: rođenje djeteta, selidba, otvaranje obrta',
      'sr-Latn': 'Životni događaji: rođenje djeteta, selidba, otvaranje zanatske radnje',
      en: 'Life events: the birth of a child, moving house, opening a craft business',
    },
    theme: 'usluge',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -17,
  },
  {
    key: 'action-plan-consultation',
    objective: 'dialogue',
    title: {
      bs: 'Javne konsultacije o akcionom planu reforme',
      hr: 'Javno savjetovanje o akcijskom planu reforme',
      'sr-Latn': 'Javne konsultacije o akcionom planu reforme',
      en: 'Public consultation on the reform action plan',
    },
    theme: 'javne konsultacije',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -8,
  },
  {
    key: 'satisfaction-survey',
    objective: 'services',
    title: {
      bs: 'Anketa o zadovoljstvu građana uslugama uprave',
      hr: 'Anketa o zadovoljstvu građana uslugama uprave',
      'sr-Latn': 'Anketa o zadovoljstvu građana uslugama uprave',
      en: 'Survey of citizens’ satisfaction with public services',
    },
    theme: 'usluge',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -5,
  },
  {
    key: 'questions-answered',
    objective: 'dialogue',
    title: {
      bs: 'Pitali ste, odgovaramo: pristup informacijama',
      hr: 'Pitali ste, odgovaramo: pristup informacijama',
      'sr-Latn': 'Pitali ste, odgovaramo: pristup informacijama',
      en: 'You asked, we answer: access to information',
    },
    theme: 'pitanja građana',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 4,
  },
  {
    key: 'open-day',
    objective: 'dialogue',
    title: {
      bs: 'Otvoreni dan reforme javne uprave',
      hr: 'Otvoreni dan reforme javne uprave',
      'sr-Latn': 'Otvoreni dan reforme javne uprave',
      en: 'Open day of public administration reform',
    },
    theme: 'događaji',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: 16,
  },
];
