import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const latin: DemoTarget[] = [{ account: 'main', variant: 'bs' }];
const croatian: DemoTarget[] = [{ account: 'main', variant: 'hr' }];
const mainCyrillic: DemoTarget[] = [{ account: 'main', variant: 'sr-Cyrl' }];

export const posts: DemoPost[] = [
  {
    key: 'vacancies-1',
    planItem: 'weekly-vacancies',
    author: 'nermina',
    title: 'Otvoreni konkursi ove sedmice',
    texts: {
      bs: 'Otvoreno je 14 radnih mjesta u devet institucija: pravnici, ekonomisti, informatičari i jedan prevodilac. Za četiri mjesta ne treba radno iskustvo. Rok je 15 dana od objave. Spisak s uslovima je na našoj stranici. #DržavnaSlužba',
      hr: 'Otvoreno je 14 radnih mjesta u devet institucija: pravnici, ekonomisti, informatičari i jedan prevoditelj. Za četiri mjesta ne treba radno iskustvo. Rok je 15 dana od objave. Popis s uvjetima je na našoj stranici. #DržavnaSlužba',
      'sr-Latn':
        'Otvoreno je 14 radnih mjesta u devet institucija: pravnici, ekonomisti, informatičari i jedan prevodilac. Za četiri mjesta ne treba radno iskustvo. Rok je 15 dana od objave. Spisak sa uslovima je na našoj stranici. #DržavnaSlužba',
      en: '14 jobs are open in nine institutions: for lawyers, economists, IT staff and one translator. Four of them need no work experience. The deadline is 15 days after publication. The list with the requirements is on our site. #CivilService',
    },
    targets: latin,
    state: 'published',
    at: { day: -33, time: '09:00' },
    comments: [
      { author: 'Alma S.', text: 'Može li se prijaviti elektronski ili samo poštom?', variant: 'bs' },
      { author: 'Дејан', text: 'Да ли је мјесто преводиоца само у Сарајеву?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'steps',
    planItem: 'five-steps',
    author: 'ante',
    title: 'Konkurs u pet koraka',
    texts: {
      bs: 'Konkurs u pet koraka: 1. pročitate uslove, 2. pošaljete obrazac i dokaze, 3. komisija provjeri prijave, 4. pismeni ispit pod šifrom, 5. razgovor i rang-lista. Na svakom koraku dobijete obavještenje i imate pravo žalbe. #DržavnaSlužba',
      hr: 'Natječaj u pet koraka: 1. pročitate uvjete, 2. pošaljete obrazac i dokaze, 3. povjerenstvo provjeri prijave, 4. pisani ispit pod šifrom, 5. razgovor i rang-lista. Na svakom koraku dobijete obavijest i imate pravo žalbe. #DržavnaSlužba',
      'sr-Latn':
        'Konkurs u pet koraka: 1. pročitate uslove, 2. pošaljete obrazac i dokaze, 3. komisija provjeri prijave, 4. pismeni ispit pod šifrom, 5. razgovor i rang-lista. Na svakom koraku dobijete obavještenje i imate pravo na žalbu. #DržavnaSlužba',
      en: 'Applying for a vacancy in five steps: 1. you read the requirements, 2. you send the form and proofs, 3. a panel checks the applications, 4. a written test under a code, 5. an interview and the ranking. At every step you are informed and can appeal. #CivilService',
    },
    targets: croatian,
    state: 'published',
    at: { day: -26, time: '10:00' },
    comments: [
      { author: 'Ivan P.', text: 'Koliko u prosjeku traje cijeli postupak?', variant: 'hr' },
      { author: 'Mujo', text: 'Ma sve se zna unaprijed, ko da je bitan ispit.', variant: 'bs' },
    ],
  },
  {
    key: 'exam-date',
    planItem: 'exam-term',
    author: 'nermina',
    title: 'Javni ispit: novi termin',
    texts: {
      bs: 'Sljedeći javni ispit je {day:+17} u 9 sati. Prijave primamo do {day:+3}, a spisak tema i 40 oglednih pitanja već su na našoj stranici. Ponesite ličnu kartu; telefon ostaje izvan sale. #JavniIspit',
      hr: 'Sljedeći javni ispit je {day:+17} u 9 sati. Prijave primamo do {day:+3}, a popis tema i 40 oglednih pitanja već su na našoj stranici. Ponesite osobnu iskaznicu; telefon ostaje izvan dvorane. #JavniIspit',
      'sr-Latn':
        'Sljedeći javni ispit je {day:+17} u 9 časova. Prijave primamo do {day:+3}, a spisak tema i 40 oglednih pitanja već su na našoj stranici. Ponesite ličnu kartu; telefon ostaje van sale. #JavniIspit',
      en: 'The next public exam is on {day:+17} at 9:00. Register by {day:+3}; the list of topics and 40 sample questions are already on our site. Bring your identity card; phones stay outside the room. #PublicExam',
    },
    media: [pictures.adsExam],
    targets: latin,
    state: 'published',
    at: { day: -19, time: '09:30' },
    comments: [
      { author: 'Sanela B.', text: 'Vrijedi li položeni ispit i u institucijama entiteta?', variant: 'bs' },
      { author: 'Срђан', text: 'Колико пута се може поновити испит?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'mistakes',
    planItem: 'mistakes',
    author: 'ante',
    title: 'Najčešće greške u prijavama',
    texts: {
      bs: 'Svaka četvrta prijava otpadne zbog papira. Najčešće: obrazac bez potpisa, uvjerenje starije od šest mjeseci i kopija koja nije ovjerena. Napravili smo spisak za provjeru na jednoj strani. Odštampajte ga prije slanja. #DržavnaSlužba',
      hr: 'Svaka četvrta prijava otpadne zbog papira. Najčešće: obrazac bez potpisa, uvjerenje starije od šest mjeseci i preslika koja nije ovjerena. Izradili smo popis za provjeru na jednoj stranici. Ispišite ga prije slanja. #DržavnaSlužba',
      'sr-Latn':
        'Svaka četvrta prijava otpadne zbog papira. Najčešće: obrazac bez potpisa, uvjerenje starije od šest mjeseci i kopija koja nije ovjerena. Napravili smo spisak za provjeru na jednoj strani. Odštampajte ga prije slanja. #DržavnaSlužba',
      en: 'One application in four fails because of paperwork. The most common faults: a form without a signature, a certificate older than six months and a copy that is not certified. We have made a one-page checklist. Print it before you apply. #CivilService',
    },
    media: [pictures.adsExam],
    targets: latin,
    state: 'published',
    at: { day: -13, time: '11:00' },
    comments: [
      { author: 'Lejla', text: 'Zašto uopće tražite uvjerenja koja možete sami provjeriti?', variant: 'bs' },
    ],
  },
  {
    key: 'results',
    planItem: 'exam-results',
    author: 'nermina',
    title: 'Rezultati javnog ispita',
    texts: {
      bs: 'Rezultati javnog ispita: od 212 kandidata položio je 171, što je 81 posto. Najviše bodova izgubljeno je na pitanjima o upravnom postupku. Uvid u rad možete tražiti do {day:+2}. Rezultati su objavljeni pod šiframa, bez imena. #JavniIspit',
      hr: 'Rezultati javnog ispita: od 212 kandidata položio je 171, što je 81 posto. Najviše bodova izgubljeno je na pitanjima o upravnom postupku. Uvid u rad možete tražiti do {day:+2}. Rezultati su objavljeni pod šiframa, bez imena. #JavniIspit',
      'sr-Latn':
        'Rezultati javnog ispita: od 212 kandidata položio je 171, što je 81 odsto. Najviše bodova izgubljeno je na pitanjima o upravnom postupku. Uvid u rad možete da tražite do {day:+2}. Rezultati su objavljeni pod šiframa, bez imena. #JavniIspit',
      en: 'Public exam results: 171 of 212 candidates passed, which is 81 %. Most points were lost on questions about administrative procedure. You can ask to see your paper until {day:+2}. The results are published by code, without names. #PublicExam',
    },
    targets: latin,
    state: 'published',
    at: { day: -7, time: '14:00' },
    comments: [
      {
        author: 'Kandidat 0117',
        text: 'Moja šifra je 0117, a JMBG 0101990170000, možete li provjeriti bodove?',
        variant: 'bs',
      },
      { author: 'Ђорђе', text: 'Похвала за објаву без имена.', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'vacancies-2',
    planItem: 'weekly-vacancies',
    author: 'ante',
    title: 'Otvoreni konkursi ove sedmice',
    texts: {
      bs: 'Novo ove sedmice: 11 radnih mjesta u sedam institucija. Tri su za mlade bez iskustva, a dva u Banjoj Luci i Mostaru. Prvi rok ističe {day:+4}. Uslove i obrazac nađite na našoj stranici. #DržavnaSlužba',
      hr: 'Novo ovoga tjedna: 11 radnih mjesta u sedam institucija. Tri su za mlade bez iskustva, a dva u Banjoj Luci i Mostaru. Prvi rok istječe {day:+4}. Uvjete i obrazac potražite na našoj stranici. #DržavnaSlužba',
      'sr-Latn':
        'Novo ove sedmice: 11 radnih mjesta u sedam institucija. Tri su za mlade bez iskustva, a dva u Banjoj Luci i Mostaru. Prvi rok ističe {day:+4}. Uslove i obrazac nađite na našoj stranici. #DržavnaSlužba',
      en: 'New this week: 11 jobs in seven institutions. Three are for young people without experience, and two are in Banja Luka and Mostar. The first deadline is {day:+4}. Find the requirements and the form on our site. #CivilService',
    },
    targets: croatian,
    state: 'published',
    at: { day: -5, time: '09:00' },
  },
  {
    key: 'exam-question',
    planItem: 'exam-term',
    author: 'nermina',
    title: 'Pitali ste: ispit prije prijave',
    texts: {
      bs: 'Pitali ste: moram li položiti javni ispit prije prijave na konkurs? Ne morate. Ispit se polaže u okviru postupka, a ko ga je već položio, priloži potvrdu. Važi trajno i u svim institucijama BiH. #PitaliSte',
      hr: 'Pitali ste: moram li položiti javni ispit prije prijave na natječaj? Ne morate. Ispit se polaže u sklopu postupka, a tko ga je već položio, priloži potvrdu. Vrijedi trajno i u svim institucijama BiH. #PitaliSte',
      'sr-Latn':
        'Pitali ste: da li moram da položim javni ispit prije prijave na konkurs? Ne morate. Ispit se polaže u okviru postupka, a ko ga je već položio, priloži potvrdu. Važi trajno i u svim institucijama BiH. #PitaliSte',
      en: 'You asked: must I pass the public exam before I apply for a vacancy? No. The exam is part of the procedure; if you have already passed it, attach the certificate. It does not expire and is valid in all institutions of BiH. #YouAsked',
    },
    targets: mainCyrillic,
    state: 'published',
    at: { day: -2, time: '12:00' },
    comments: [{ author: 'Наташа', text: 'Хвала, ово ме мучило мјесец дана.', variant: 'sr-Cyrl' }],
  },
  {
    key: 'training',
    planItem: 'training-calendar',
    author: 'ante',
    title: 'Kalendar obuka za naredni mjesec',
    texts: {
      bs: 'Kalendar obuka za naredni mjesec: pisanje jasnim jezikom, javne nabavke, rad s podacima i razgovor s teškom strankom. Osam obuka je na internetu. Službenik se prijavljuje sam, a rukovodilac potvrđuje u tri dana. #ObukaSlužbenika',
      hr: 'Kalendar obuka za sljedeći mjesec: pisanje jasnim jezikom, javna nabava, rad s podacima i razgovor sa zahtjevnom strankom. Osam obuka je na internetu. Službenik se prijavljuje sam, a rukovoditelj potvrđuje u tri dana. #ObukaSlužbenika',
      'sr-Latn':
        'Kalendar obuka za naredni mjesec: pisanje jasnim jezikom, javne nabavke, rad sa podacima i razgovor sa teškom strankom. Osam obuka je na internetu. Službenik se prijavljuje sam, a rukovodilac potvrđuje u tri dana. #ObukaSlužbenika',
      en: 'Training calendar for next month: writing in plain language, public procurement, working with data and talking to a difficult client. Eight courses are online. Civil servants sign up themselves, and their manager confirms within three days. #CivilServiceTraining',
    },
    media: [pictures.adsCalendar],
    targets: latin,
    state: 'scheduled',
    at: { day: 6, time: '10:00' },
  },
  {
    key: 'exam-reminder',
    planItem: 'exam-term',
    author: 'nermina',
    title: 'Javni ispit: šta ponijeti',
    texts: {
      bs: 'Javni ispit je {day:+17} u 9 sati. Dođite do 8:30, ponesite ličnu kartu i plavu hemijsku. Kandidatima s invaliditetom pripremamo prilagođen prostor i više vremena; javite nam do {day:+13}. Sretno! 🍀 #JavniIspit',
      hr: 'Javni ispit je {day:+17} u 9 sati. Dođite do 8:30, ponesite osobnu iskaznicu i plavu kemijsku olovku. Kandidatima s invaliditetom pripremamo prilagođen prostor i više vremena; javite nam do {day:+13}. Sretno! 🍀 #JavniIspit',
      'sr-Latn':
        'Javni ispit je {day:+17} u 9 časova. Dođite do 8:30, ponesite ličnu kartu i plavu hemijsku. Kandidatima sa invaliditetom pripremamo prilagođen prostor i više vremena; javite nam do {day:+13}. Srećno! 🍀 #JavniIspit',
      en: 'The public exam is on {day:+17} at 9:00. Come by 8:30 and bring your identity card and a blue pen. For candidates with disabilities we prepare a suitable room and allow more time; let us know by {day:+13}. Good luck! 🍀 #PublicExam',
    },
    media: [pictures.adsCalendar],
    targets: mainCyrillic,
    state: 'scheduled',
    at: { day: 10, time: '09:00' },
  },
  {
    key: 'interns',
    planItem: 'interns',
    author: 'ante',
    title: 'Poziv za pripravnike',
    texts: {
      bs: 'Završili ste fakultet, a iskustva nemate? Program za pripravnike prima 60 mladih u 22 institucije, na godinu dana, uz plaću i mentora. Prijave od {day:+15} do {day:+27}. Prošle godine svaki drugi pripravnik je ostao raditi. #MladiUSlužbi',
      hr: 'Završili ste fakultet, a iskustva nemate? Program za vježbenike prima 60 mladih u 22 institucije, na godinu dana, uz plaću i mentora. Prijave od {day:+15} do {day:+27}. Prošle je godine svaki drugi vježbenik ostao raditi. #MladiUSlužbi',
      'sr-Latn':
        'Završili ste fakultet, a iskustva nemate? Program za pripravnike prima 60 mladih u 22 institucije, na godinu dana, uz platu i mentora. Prijave od {day:+15} do {day:+27}. Prošle godine svaki drugi pripravnik je ostao da radi. #MladiUSlužbi',
      en: 'Finished university but have no experience? The trainee programme takes 60 young people into 22 institutions for a year, with pay and a mentor. Apply from {day:+15} to {day:+27}. Last year every second trainee stayed on to work. #YoungCivilServants',
    },
    targets: latin,
    state: 'approved',
    at: { day: 13, time: '10:00' },
  },
  {
    key: 'application-online',
    planItem: 'five-steps',
    author: 'nermina',
    title: 'Prijava preko interneta: probni rad',
    texts: {
      bs: 'Od sljedećeg mjeseca pet institucija prima prijave na konkurs i preko interneta. Obrazac pamti unesene podatke, upozori na prazna polja i odmah šalje potvrdu. Papirna prijava i dalje vrijedi. #DržavnaSlužba',
      hr: 'Od sljedećega mjeseca pet institucija prima prijave na natječaj i putem interneta. Obrazac pamti unesene podatke, upozori na prazna polja i odmah šalje potvrdu. Papirna prijava i dalje vrijedi. #DržavnaSlužba',
      'sr-Latn':
        'Od sljedećeg mjeseca pet institucija prima prijave na konkurs i preko interneta. Obrazac pamti unijete podatke, upozori na prazna polja i odmah šalje potvrdu. Papirna prijava i dalje važi. #DržavnaSlužba',
      en: 'From next month five institutions will also accept job applications online. The form remembers what you entered, warns you of empty fields and sends a confirmation at once. Paper applications remain valid. #CivilService',
    },
    targets: latin,
    state: 'in-review',
    at: { day: 12, time: '10:00' },
  },
  {
    key: 'manager-story',
    planItem: 'training-calendar',
    author: 'ante',
    title: 'Priča iz obuke: jasan jezik (nacrt)',
    texts: {
      bs: 'Jedno rješenje, prije i poslije obuke: s četiri strane na jednu, s 11 stranih riječi na nijednu. Stranke su nakon toga upola manje zvale. Obuka o jasnom jeziku opet počinje {day:+26}. #JasanJezik',
      hr: 'Jedno rješenje, prije i poslije obuke: s četiri stranice na jednu, s 11 stranih riječi na nijednu. Stranke su nakon toga upola manje zvale. Obuka o jasnom jeziku ponovno počinje {day:+26}. #JasanJezik',
      'sr-Latn':
        'Jedno rješenje, prije i poslije obuke: sa četiri strane na jednu, sa 11 stranih riječi na nijednu. Stranke su nakon toga upola manje zvale. Obuka o jasnom jeziku ponovo počinje {day:+26}. #JasanJezik',
      en: 'One decision, before and after the training: from four pages to one, from 11 foreign words to none. After that, clients called half as often. The plain language course starts again on {day:+26}. #PlainLanguage',
    },
    targets: croatian,
    state: 'draft',
    at: { day: 20, time: '11:00' },
  },
  {
    key: 'vacancies-3',
    planItem: 'weekly-vacancies',
    author: 'nermina',
    title: 'Otvoreni konkursi ove sedmice',
    texts: {
      bs: 'Otvoreno je devet radnih mjesta u šest institucija. Traže se pravnici, inžinjer zaštite okoliša i službenik za odnose s javnošću. Rok je 15 dana, a pitanja možete postaviti i ovdje. #DržavnaSlužba',
      hr: 'Otvoreno je devet radnih mjesta u šest institucija. Traže se pravnici, inženjer zaštite okoliša i službenik za odnose s javnošću. Rok je 15 dana, a pitanja možete postaviti i ovdje. #DržavnaSlužba',
      'sr-Latn':
        'Otvoreno je devet radnih mjesta u šest institucija. Traže se pravnici, inženjer zaštite životne sredine i službenik za odnose s javnošću. Rok je 15 dana, a pitanja možete da postavite i ovdje. #DržavnaSlužba',
      en: 'Nine jobs are open in six institutions. Wanted: lawyers, an environmental engineer and a communications officer. The deadline is 15 days, and you can ask your questions here too. #CivilService',
    },
    targets: latin,
    state: 'late',
    at: { day: 0, time: '08:30' },
    remark: 'Mreža je ograničila broj objava; čeka se naredni termin.',
  },
  {
    key: 'exam-room',
    planItem: 'exam-results',
    author: 'ante',
    title: 'Promjena sale za uvid u radove',
    texts: {
      bs: 'Uvid u ispitne radove premješta se iz sale 2 u salu 5, isti dan i sat. Ko ne može doći, može ovlastiti drugu osobu pisanom izjavom. Hvala na strpljenju. #JavniIspit',
      hr: 'Uvid u ispitne radove premješta se iz dvorane 2 u dvoranu 5, isti dan i sat. Tko ne može doći, može ovlastiti drugu osobu pisanom izjavom. Hvala na strpljenju. #JavniIspit',
      'sr-Latn':
        'Uvid u ispitne radove premješta se iz sale 2 u salu 5, isti dan i čas. Ko ne može da dođe, može da ovlasti drugo lice pismenom izjavom. Hvala na strpljenju. #JavniIspit',
      en: 'The viewing of exam papers moves from room 2 to room 5, on the same day and at the same time. If you cannot come, you can authorise someone else in writing. Thank you for your patience. #PublicExam',
    },
    targets: latin,
    state: 'expired',
    at: { day: -4, time: '15:00' },
    remark: 'Nije pregledano do roka; kandidati su obaviješteni e-poštom.',
  },
];
