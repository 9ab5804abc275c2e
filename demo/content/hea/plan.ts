import type { DemoObjective, DemoPlanItem } from '../shape.ts';

export const objectives: DemoObjective[] = [
  {
    key: 'check-first',
    title: {
      bs: 'Budući studenti provjere akreditaciju prije upisa',
      hr: 'Budući studenti provjere akreditaciju prije upisa',
      'sr-Latn': 'Budući studenti provjere akreditaciju prije upisa',
      en: 'Future students check accreditation before they enrol',
    },
    measure: {
      bs: '30.000 pregleda registra u upisnom periodu (lani 18.500)',
      hr: '30.000 pregleda registra u upisnom razdoblju (lani 18.500)',
      'sr-Latn': '30.000 pregleda registra u upisnom periodu (lani 18.500)',
      en: '30,000 visits to the register in the enrolment period (18,500 last year)',
    },
    audience: {
      bs: 'Maturanti i njihovi roditelji',
      hr: 'Maturanti i njihovi roditelji',
      'sr-Latn': 'Maturanti i njihovi roditelji',
      en: 'School leavers and their parents',
    },
  },
  {
    key: 'experts',
    title: {
      bs: 'Više stručnjaka i studenata učestvuje u vrednovanju',
      hr: 'Više stručnjaka i studenata sudjeluje u vrednovanju',
      'sr-Latn': 'Više stručnjaka i studenata učestvuje u vrednovanju',
      en: 'More experts and students take part in evaluations',
    },
    measure: {
      bs: '60 novih prijava za listu stručnjaka, od toga 20 studenata, do kraja {year:0}. godine',
      hr: '60 novih prijava za popis stručnjaka, od toga 20 studenata, do kraja {year:0}. godine',
      'sr-Latn': '60 novih prijava za listu stručnjaka, od toga 20 studenata, do kraja {year:0}. godine',
      en: '60 new applications for the list of experts, 20 of them students, by the end of {year:0}',
    },
    audience: {
      bs: 'Nastavnici, studenti i stručnjaci iz privrede',
      hr: 'Nastavnici, studenti i stručnjaci iz gospodarstva',
      'sr-Latn': 'Nastavnici, studenti i stručnjaci iz privrede',
      en: 'Teachers, students and experts from business',
    },
  },
];

export const plan: DemoPlanItem[] = [
  {
    key: 'register',
    objective: 'check-first',
    title: {
      bs: 'Kako provjeriti akreditaciju',
      hr: 'Kako provjeriti akreditaciju',
      'sr-Latn': 'Kako provjeriti akreditaciju',
      en: 'How to check accreditation',
    },
    theme: 'registar',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: -31,
  },
  {
    key: 'rulebook',
    objective: 'experts',
    title: {
      bs: 'Novi pravilnik o listi stručnjaka',
      hr: 'Novi pravilnik o popisu stručnjaka',
      'sr-Latn': 'Novi pravilnik o listi stručnjaka',
      en: 'New rulebook on the list of experts',
    },
    theme: 'pravilnici',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -24,
  },
  {
    key: 'experts-call',
    objective: 'experts',
    title: {
      bs: 'Javni poziv stručnjacima i studentima',
      hr: 'Javni poziv stručnjacima i studentima',
      'sr-Latn': 'Javni poziv stručnjacima i studentima',
      en: 'Public call to experts and students',
    },
    theme: 'javni poziv',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -16,
  },
  {
    key: 'visit',
    objective: 'check-first',
    title: {
      bs: 'Kako izgleda posjeta stručne komisije',
      hr: 'Kako izgleda posjet stručnoga povjerenstva',
      'sr-Latn': 'Kako izgleda posjeta stručne komisije',
      en: 'What an expert panel visit looks like',
    },
    theme: 'vrednovanje',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -11,
  },
  {
    key: 'student-panel',
    objective: 'experts',
    title: {
      bs: 'Obuka studenata za vrednovanje',
      hr: 'Obuka studenata za vrednovanje',
      'sr-Latn': 'Obuka studenata za vrednovanje',
      en: 'Training students for evaluations',
    },
    theme: 'studenti',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: -6,
  },
  {
    key: 'enrolment',
    objective: 'check-first',
    title: {
      bs: 'Upisni rokovi: tri provjere prije potpisa',
      hr: 'Upisni rokovi: tri provjere prije potpisa',
      'sr-Latn': 'Upisni rokovi: tri provjere prije potpisa',
      en: 'Enrolment deadlines: three checks before you sign',
    },
    theme: 'upis',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'],
    day: 5,
  },
  {
    key: 'recognition',
    objective: 'check-first',
    title: {
      bs: 'Pitanja o priznavanju diploma',
      hr: 'Pitanja o priznavanju diploma',
      'sr-Latn': 'Pitanja o priznavanju diploma',
      en: 'Questions about the recognition of degrees',
    },
    theme: 'pitanja građana',
    variants: ['bs', 'hr', 'sr-Latn', 'sr-Cyrl'],
    day: 10,
  },
];
