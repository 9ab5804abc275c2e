import type { DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'vacancies',
    title: {
      bs: 'Više potpunih prijava na konkurse',
      hr: 'Više potpunih prijava na javne natječaje',
      'sr-Latn': 'Više potpunih prijava na konkurse',
      en: 'More complete applications for vacancies',
    },
    measure: {
      bs: 'Udio odbačenih nepotpunih prijava pada s 26 na 15 posto do kraja {year:0}. godine',
      hr: 'Udio odbačenih nepotpunih prijava pada s 26 na 15 posto do kraja {year:0}. godine',
      'sr-Latn': 'Udio odbačenih nepotpunih prijava pada sa 26 na 15 odsto do kraja {year:0}. godine',
      en: 'The share of applications rejected as incomplete falls from 26 to 15 % by the end of {year:0}',
    },
    audience: {
      bs: 'Kandidati od 22 do 40 godina',
      hr: 'Kandidati od 22 do 40 godina',
      'sr-Latn': 'Kandidati od 22 do 40 godina',
      en: 'Applicants aged 22 to 40',
    },
  },
  {
    key: 'exam',
    title: {
      bs: 'Kandidati znaju kako teče ispit i kako se spremiti',
      hr: 'Kandidati znaju kako teče ispit i kako se pripremiti',
      'sr-Latn': 'Kandidati znaju kako teče ispit i kako da se spreme',
      en: 'Candidates know how the examination works and how to prepare',
    },
    measure: {
      bs: 'Pitanja o ispitu telefonom manje za trećinu; prolaznost najmanje 80 posto',
      hr: 'Pitanja o ispitu telefonom manje za trećinu; prolaznost najmanje 80 posto',
      'sr-Latn': 'Pitanja o ispitu telefonom manje za trećinu; prolaznost najmanje 80 odsto',
      en: 'A third fewer questions by telephone; a pass rate of at least 80 %',
    },
    audience: {
      bs: 'Prijavljeni kandidati i pripravnici',
      hr: 'Prijavljeni kandidati i vježbenici',
      'sr-Latn': 'Prijavljeni kandidati i pripravnici',
      en: 'Registered candidates and trainees',
    },
  },
  {
    key: 'training',
    title: {
      bs: 'Svaki službenik nađe obuku koja mu treba',
      hr: 'Svaki službenik nađe obuku koja mu treba',
      'sr-Latn': 'Svaki službenik nađe obuku koja mu treba',
      en: 'Every civil servant finds the training they need',
    },
    measure: {
      bs: '1.500 polaznika obuka u godini, 40 posto izvan Sarajeva',
      hr: '1.500 polaznika obuka u godini, 40 posto izvan Sarajeva',
      'sr-Latn': '1.500 polaznika obuka u godini, 40 odsto van Sarajeva',
      en: '1,500 trainees a year, 40 % of them outside Sarajevo',
    },
    audience: {
      bs: 'Državni službenici i njihovi rukovodioci',
      hr: 'Državni službenici i njihovi rukovoditelji',
      'sr-Latn': 'Državni službenici i njihovi rukovodioci',
      en: 'Civil servants and their managers',
    },
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'weekly-vacancies',
    objective: 'vacancies',
    title: {
      bs: 'Otvoreni konkursi: pregled sedmice',
      hr: 'Otvoreni natječaji: pregled tjedna',
      'sr-Latn': 'Otvoreni konkursi: pregled sedmice',
      en: 'Open vacancies: the week at a glance',
    },
    theme: 'slobodna mjesta',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -33,
  },
  {
    key: 'five-steps',
    objective: 'vacancies',
    title: {
      bs: 'Konkurs u pet koraka',
      hr: 'Natječaj u pet koraka',
      'sr-Latn': 'Konkurs u pet koraka',
      en: 'Applying for a vacancy in five steps',
    },
    theme: 'uputstva',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -26,
  },
  {
    key: 'mistakes',
    objective: 'vacancies',
    title: {
      bs: 'Najčešće greške u prijavama',
      hr: 'Najčešće pogreške u prijavama',
      'sr-Latn': 'Najčešće greške u prijavama',
      en: 'The most common mistakes in applications',
    },
    theme: 'uputstva',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -13,
  },
  {
    key: 'exam-term',
    objective: 'exam',
    title: {
      bs: 'Javni ispit: termin i prijava',
      hr: 'Javni ispit: termin i prijava',
      'sr-Latn': 'Javni ispit: termin i prijava',
      en: 'Public exam: date and registration',
    },
    theme: 'stručni ispit',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -19,
  },
  {
    key: 'exam-results',
    objective: 'exam',
    title: {
      bs: 'Javni ispit: rezultati',
      hr: 'Javni ispit: rezultati',
      'sr-Latn': 'Javni ispit: rezultati',
      en: 'Public exam: results',
    },
    theme: 'stručni ispit',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -7,
  },
  {
    key: 'training-calendar',
    objective: 'training',
    title: {
      bs: 'Kalendar obuka',
      hr: 'Kalendar obuka',
      'sr-Latn': 'Kalendar obuka',
      en: 'Training calendar',
    },
    theme: 'obuka',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 6,
  },
  {
    key: 'interns',
    objective: 'vacancies',
    title: {
      bs: 'Pripravnici: program za mlade',
      hr: 'Vježbenici: program za mlade',
      'sr-Latn': 'Pripravnici: program za mlade',
      en: 'Trainees: a programme for young people',
    },
    theme: 'mladi',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 13,
  },
];
