import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const serbianBoth: DemoTarget[] = [
  { account: 'main', variant: 'sr-Latn' },
  { account: 'cir', variant: 'sr-Cyrl' },
];
const serbian: DemoTarget[] = [{ account: 'main', variant: 'sr-Latn' }];

export const posts: DemoPost[] = [
  {
    key: 'what-accreditation',
    planItem: 'register',
    author: 'tanja',
    title: 'Šta znači akreditacija',
    texts: {
      bs: 'Šta znači da je univerzitet akreditovan? Nezavisna komisija je pregledala nastavu, prostor i nastavnike i pitala studente. Rješenje vrijedi najviše pet godina. Provjerite svoj fakultet u registru: traje manje od minute. 🎓 #ProvjeriPrijeUpisa',
      hr: 'Što znači da je sveučilište akreditirano? Neovisno povjerenstvo pregledalo je nastavu, prostor i nastavnike i pitalo studente. Rješenje vrijedi najviše pet godina. Provjerite svoj fakultet u registru: traje manje od minute. 🎓 #ProvjeriPrijeUpisa',
      'sr-Latn':
        'Šta znači da je univerzitet akreditovan? Nezavisna komisija je pregledala nastavu, prostor i nastavnike i pitala studente. Rješenje važi najviše pet godina. Provjerite svoj fakultet u registru: traje manje od minut. 🎓 #ProvjeriPrijeUpisa',
      en: 'What does it mean that a university is accredited? An independent panel looked at teaching, space and staff and asked the students. The decision holds for five years at most. Check your faculty in the register: it takes less than a minute. 🎓 #CheckBeforeYouEnrol',
    },
    media: [pictures.heaCampus],
    targets: serbianBoth,
    state: 'published',
    at: { day: -31, time: '10:00' },
    comments: [
      {
        author: 'Милица из Добоја',
        text: 'Да ли важи за цијели универзитет или за сваки студијски програм?',
        variant: 'sr-Cyrl',
      },
      { author: 'Otac maturanta', text: 'Link na registar mi ne radi s telefona.', variant: 'bs' },
    ],
  },
  {
    key: 'rulebook-draft',
    planItem: 'rulebook',
    author: 'adnan',
    title: 'Nacrt pravilnika o listi stručnjaka',
    texts: {
      bs: 'Nacrt pravilnika o listi stručnjaka otvoren je za primjedbe do {day:+4}. Novo je: svaka komisija ima studenta, stručnjak ne može ocjenjivati ustanovu u kojoj je radio u zadnjih pet godina, a obrazloženje ocjene je javno. #KvalitetObrazovanja',
      hr: 'Nacrt pravilnika o popisu stručnjaka otvoren je za primjedbe do {day:+4}. Novo je: svako povjerenstvo ima studenta, stručnjak ne može ocjenjivati ustanovu u kojoj je radio u zadnjih pet godina, a obrazloženje ocjene je javno. #KvalitetaObrazovanja',
      'sr-Latn':
        'Nacrt pravilnika o listi stručnjaka otvoren je za primjedbe do {day:+4}. Novo je: svaka komisija ima studenta, stručnjak ne može da ocjenjuje ustanovu u kojoj je radio u posljednjih pet godina, a obrazloženje ocjene je javno. #KvalitetObrazovanja',
      en: 'The draft rulebook on the list of experts is open for comments until {day:+4}. New: every panel has a student, experts may not assess an institution where they worked in the last five years, and the reasons for each assessment are public. #QualityInEducation',
    },
    media: [pictures.heaRulebook],
    targets: serbianBoth,
    state: 'published',
    at: { day: -24, time: '11:00' },
    comments: [
      {
        author: 'Проф. у пензији',
        text: 'Добро рјешење. Да ли се односи и на гостујуће професоре?',
        variant: 'sr-Cyrl',
      },
    ],
  },
  {
    key: 'call',
    planItem: 'experts-call',
    author: 'tanja',
    title: 'Javni poziv za listu stručnjaka',
    texts: {
      bs: 'Tražimo ljude koji znaju kako izgleda dobra nastava: nastavnike, stručnjake iz privrede i studente. Obuka traje dva dana i besplatna je, a rad u komisiji se plaća. Prijave primamo do {day:+15}. #KvalitetObrazovanja',
      hr: 'Tražimo ljude koji znaju kako izgleda dobra nastava: nastavnike, stručnjake iz gospodarstva i studente. Obuka traje dva dana i besplatna je, a rad u povjerenstvu se plaća. Prijave primamo do {day:+15}. #KvalitetaObrazovanja',
      'sr-Latn':
        'Tražimo ljude koji znaju kako izgleda dobra nastava: nastavnike, stručnjake iz privrede i studente. Obuka traje dva dana i besplatna je, a rad u komisiji je plaćen. Prijave primamo do {day:+15}. #KvalitetObrazovanja',
      en: 'We are looking for people who know what good teaching looks like: teachers, experts from business and students. The training takes two days and is free, and work on a panel is paid. Apply by {day:+15}. #QualityInEducation',
    },
    targets: serbianBoth,
    state: 'published',
    at: { day: -16, time: '10:00' },
    comments: [
      { author: 'Dženana', text: 'Mogu li se prijaviti studenti prve godine mastera?', variant: 'bs' },
      { author: 'Stipe A.', text: 'Koliko dana godišnje traje rad u povjerenstvu?', variant: 'hr' },
    ],
  },
  {
    key: 'visit-day',
    planItem: 'visit',
    author: 'adnan',
    title: 'Dan stručne komisije na fakultetu',
    texts: {
      bs: 'Kako izgleda posjeta komisije? Prijepodne razgovor sa studentima bez prisustva nastavnika, u podne laboratorije i biblioteka, poslijepodne uprava i zaposleni. Nalaz je javan u roku od 30 dana, i kad nije pohvalan. #KvalitetObrazovanja',
      hr: 'Kako izgleda posjet povjerenstva? Prijepodne razgovor sa studentima bez nazočnosti nastavnika, u podne laboratoriji i knjižnica, poslijepodne uprava i zaposlenici. Nalaz je javan u roku od 30 dana, i kad nije pohvalan. #KvalitetaObrazovanja',
      'sr-Latn':
        'Kako izgleda posjeta komisije? Prije podne razgovor sa studentima bez prisustva nastavnika, u podne laboratorije i biblioteka, poslije podne uprava i zaposleni. Nalaz je javan u roku od 30 dana, i kad nije pohvalan. #KvalitetObrazovanja',
      en: 'What happens on a panel visit? In the morning a talk with students, without teachers present; at noon the laboratories and the library; in the afternoon management and staff. The findings are public within 30 days, even when they are not flattering. #QualityInEducation',
    },
    targets: serbianBoth,
    state: 'published',
    at: { day: -11, time: '13:00' },
    comments: [
      {
        author: 'Студент Б.',
        text: 'На мом факултету су за тај дан окречили само један ходник.',
        variant: 'sr-Cyrl',
      },
    ],
  },
  {
    key: 'numbers',
    planItem: 'register',
    author: 'tanja',
    title: 'Registar u brojevima',
    texts: {
      bs: 'U registru su 42 visokoškolske ustanove: 31 je akreditovana, šest je u postupku, a pet nije podnijelo zahtjev. Akreditovanih studijskih programa je 214. Registar se dopunjava svakog petka. #ProvjeriPrijeUpisa',
      hr: 'U registru su 42 visokoškolske ustanove: 31 je akreditirana, šest je u postupku, a pet nije podnijelo zahtjev. Akreditiranih studijskih programa je 214. Registar se dopunjuje svakog petka. #ProvjeriPrijeUpisa',
      'sr-Latn':
        'U registru su 42 visokoškolske ustanove: 31 je akreditovana, šest je u postupku, a pet nije podnijelo zahtjev. Akreditovanih studijskih programa je 214. Registar se dopunjava svakog petka. #ProvjeriPrijeUpisa',
      en: 'The register lists 42 higher education institutions: 31 are accredited, six are under review and five have not applied. 214 study programmes are accredited. The register is updated every Friday. #CheckBeforeYouEnrol',
    },
    targets: serbianBoth,
    state: 'published',
    at: { day: -8, time: '10:30' },
    comments: [
      {
        author: 'Haris M.',
        text: 'Zašto ne objavite koji su to koji nisu podnijeli zahtjev?',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'students',
    planItem: 'student-panel',
    author: 'adnan',
    title: 'Obuka studenata za rad u komisijama',
    texts: {
      bs: '24 studenta s devet univerziteta završila su obuku za rad u komisijama. Vježbali su na izmišljenom fakultetu: koja pitanja postaviti, kako čitati podatke i kako napisati nalaz koji pomaže. Od narednog semestra idu na prave posjete. #StudentiZaKvalitet',
      hr: '24 studenta s devet sveučilišta završila su obuku za rad u povjerenstvima. Vježbali su na izmišljenom fakultetu: koja pitanja postaviti, kako čitati podatke i kako napisati nalaz koji pomaže. Od sljedećega semestra idu na prave posjete. #StudentiZaKvalitetu',
      'sr-Latn':
        '24 studenta sa devet univerziteta završila su obuku za rad u komisijama. Vježbali su na izmišljenom fakultetu: koja pitanja postaviti, kako čitati podatke i kako napisati nalaz koji pomaže. Od narednog semestra idu u prave posjete. #StudentiZaKvalitet',
      en: '24 students from nine universities have completed training for work on panels. They practised on an invented faculty: what to ask, how to read data and how to write findings that help. From next semester they will go on real visits. #StudentsForQuality',
    },
    targets: serbianBoth,
    state: 'published',
    at: { day: -6, time: '12:00' },
  },
  {
    key: 'programme-check',
    planItem: 'register',
    author: 'tanja',
    title: 'Ustanova i studijski program nisu isto',
    texts: {
      bs: 'Akreditovana ustanova ne znači da je akreditovan svaki njen studijski program. Na primjer, novi program može početi uz dozvolu, a akreditaciju dobiti tek kasnije. U registru zato tražite i ustanovu i program. #ProvjeriPrijeUpisa',
      hr: 'Akreditirana ustanova ne znači da je akreditiran svaki njezin studijski program. Na primjer, novi program može početi uz dozvolu, a akreditaciju dobiti tek poslije. U registru zato tražite i ustanovu i program. #ProvjeriPrijeUpisa',
      'sr-Latn':
        'Akreditovana ustanova ne znači da je akreditovan svaki njen studijski program. Na primjer, novi program može da počne uz dozvolu, a akreditaciju da dobije tek kasnije. U registru zato tražite i ustanovu i program. #ProvjeriPrijeUpisa',
      en: 'An accredited institution does not mean that each of its study programmes is accredited. A new programme, for example, can start with a licence and be accredited only later. So look for both the institution and the programme in the register. #CheckBeforeYouEnrol',
    },
    targets: serbianBoth,
    state: 'published',
    at: { day: -3, time: '10:00' },
    comments: [
      { author: 'Jovana', text: 'Ovo bi trebalo da piše na svakom upisnom obrascu.', variant: 'sr-Latn' },
    ],
  },
  {
    key: 'enrolment-checks',
    planItem: 'enrolment',
    author: 'adnan',
    title: 'Tri provjere prije upisa',
    texts: {
      bs: 'Prije nego što potpišete ugovor o studiranju, tri provjere: je li ustanova u registru, do kada vrijedi akreditacija programa i koje zvanje piše u rješenju. Slikajte stranicu registra na dan upisa. #ProvjeriPrijeUpisa',
      hr: 'Prije nego što potpišete ugovor o studiranju, tri provjere: je li ustanova u registru, do kada vrijedi akreditacija programa i koje zvanje piše u rješenju. Spremite sliku stranice registra na dan upisa. #ProvjeriPrijeUpisa',
      'sr-Latn':
        'Prije nego što potpišete ugovor o studiranju, tri provjere: da li je ustanova u registru, do kada važi akreditacija programa i koje zvanje piše u rješenju. Slikajte stranicu registra na dan upisa. #ProvjeriPrijeUpisa',
      en: 'Before you sign a study contract, check three things: is the institution in the register, until when is the programme accredited, and which title does the decision name? Keep a picture of the register from that day. #CheckBeforeYouEnrol',
    },
    media: [pictures.heaCampus],
    targets: serbianBoth,
    state: 'scheduled',
    at: { day: 5, time: '09:00' },
  },
  {
    key: 'recognition',
    planItem: 'recognition',
    author: 'tanja',
    title: 'Pitali ste: priznavanje strane diplome',
    texts: {
      bs: 'Pitali ste ko priznaje diplomu stečenu u inostranstvu. To nismo mi: zahtjev se podnosi nadležnom ministarstvu obrazovanja u mjestu gdje živite ili radite. Na našoj stranici je spisak s adresama i obrascima. #PitaliSte',
      hr: 'Pitali ste tko priznaje diplomu stečenu u inozemstvu. To nismo mi: zahtjev se podnosi nadležnom ministarstvu obrazovanja u mjestu gdje živite ili radite. Na našoj je stranici popis s adresama i obrascima. #PitaliSte',
      'sr-Latn':
        'Pitali ste ko priznaje diplomu stečenu u inostranstvu. To nismo mi: zahtjev se podnosi nadležnom ministarstvu obrazovanja u mjestu gdje živite ili radite. Na našoj stranici je spisak sa adresama i obrascima. #PitaliSte',
      en: 'You asked who recognises a degree earned abroad. It is not us: you apply to the education ministry in charge where you live or work. A list with addresses and forms is on our site. #YouAsked',
    },
    targets: serbianBoth,
    state: 'scheduled',
    at: { day: 10, time: '10:00' },
  },
  {
    key: 'rulebook-adopted',
    planItem: 'rulebook',
    author: 'adnan',
    title: 'Šta smo prihvatili u pravilniku',
    texts: {
      bs: 'Na nacrt pravilnika stiglo je 47 primjedbi, prihvatili smo 19. Najvažnija promjena: student u komisiji ima isti glas kao profesor. Tabela pokazuje svaku primjedbu, naš odgovor i razlog. Hvala svima koji su pisali. #KvalitetObrazovanja',
      hr: 'Na nacrt pravilnika pristiglo je 47 primjedbi, prihvatili smo 19. Najvažnija promjena: student u povjerenstvu ima isti glas kao profesor. Tablica pokazuje svaku primjedbu, naš odgovor i razlog. Hvala svima koji su pisali. #KvalitetaObrazovanja',
      'sr-Latn':
        'Na nacrt pravilnika stiglo je 47 primjedbi, prihvatili smo 19. Najvažnija promjena: student u komisiji ima isti glas kao profesor. Tabela pokazuje svaku primjedbu, naš odgovor i razlog. Hvala svima koji su pisali. #KvalitetObrazovanja',
      en: '47 comments on the draft rulebook arrived, and we accepted 19. The most important change: a student on a panel has the same vote as a professor. A table shows each comment, our answer and the reason. Thank you to everyone who wrote. #QualityInEducation',
    },
    media: [pictures.heaRulebook],
    targets: serbianBoth,
    state: 'approved',
    at: { day: 14, time: '11:00' },
  },
  {
    key: 'accreditation-decision',
    author: 'adnan',
    title: 'Odluka o listi stručnjaka',
    texts: {
      bs: 'Usvojili smo novu listu stručnjaka koji provjeravaju fakultete. Na njoj je 64 imena, a 21 je novo. Lista važi dvije godine i svako može pročitati ko je na njoj. #KvalitetObrazovanja',
      hr: 'Usvojili smo novu listu stručnjaka koji provjeravaju fakultete. Na njoj su 64 imena, a 21 je novo. Lista vrijedi dvije godine i svatko može pročitati tko je na njoj. #KvalitetaObrazovanja',
      'sr-Latn':
        'Usvojili smo novu listu stručnjaka koji provjeravaju fakultete. Na njoj su 64 imena, a 21 je novo. Lista važi dvije godine i svako može da pročita ko je na njoj. #KvalitetObrazovanja',
      en: 'We have adopted the new list of experts who review faculties. It has 64 names, 21 of them new. The list is good for two years, and everybody can read who is on it. #QualityInEducation',
    },
    targets: serbian,
    review: {
      kind: 'decision',
      reference: '04-50-2-121/26',
      step: 1,
      threads: [
        {
          quote: 'fakultete',
          said: [{ by: 'tanja', text: 'Da li pišemo i o visokim školama, ili samo o fakultetima?' }],
        },
      ],
    },
    state: 'in-review',
    at: { day: 16, time: '10:00' },
  },
  {
    key: 'fees-decision',
    author: 'tanja',
    title: 'Odluka o troškovima provjere',
    texts: {
      bs: 'Od naredne godine provjera studijskog programa ima jednu cijenu za sve ustanove. Odluku smo objavili s računom, da se vidi šta se naplaćuje i zašto. #KvalitetObrazovanja',
      hr: 'Od iduće godine provjera studijskog programa ima jednu cijenu za sve ustanove. Odluku smo objavili s računom, da se vidi što se plaća i zašto. #KvalitetaObrazovanja',
      'sr-Latn':
        'Od naredne godine provjera studijskog programa ima jednu cijenu za sve ustanove. Odluku smo objavili sa računom, da se vidi šta se naplaćuje i zašto. #KvalitetObrazovanja',
      en: 'From next year the review of a study programme has one price for all institutions. We have published the decision with the calculation, so that everyone sees what is paid for and why. #QualityInEducation',
    },
    targets: serbian,
    review: {
      kind: 'decision',
      reference: '04-50-2-124/26',
      step: 2,
      threads: [
        {
          quote: 'jednu cijenu',
          said: [{ by: 'adnan', text: 'Vrijedi li to i za ponovnu provjeru?' }],
        },
      ],
    },
    state: 'in-review',
    at: { day: 18, time: '12:00' },
  },
  {
    key: 'micro',
    author: 'tanja',
    title: 'Šta su mikrokvalifikacije',
    texts: {
      bs: 'Kratki kursevi od nekoliko sedmica mogu se priznati kao dio studija ako imaju jasan cilj, provjeru znanja i broj bodova. To su mikrokvalifikacije. Pripremamo mjerila i uskoro ćemo vas pitati šta u njima treba pisati. #KvalitetObrazovanja',
      hr: 'Kratki tečajevi od nekoliko tjedana mogu se priznati kao dio studija ako imaju jasan cilj, provjeru znanja i broj bodova. To su mikrokvalifikacije. Pripremamo mjerila i uskoro ćemo vas pitati što u njima treba pisati. #KvalitetaObrazovanja',
      'sr-Latn':
        'Kratki kursevi od nekoliko sedmica mogu da se priznaju kao dio studija ako imaju jasan cilj, provjeru znanja i broj bodova. To su mikrokvalifikacije. Pripremamo mjerila i uskoro ćemo vas pitati šta u njima treba da piše. #KvalitetObrazovanja',
      en: 'Short courses of a few weeks can count towards a degree if they have a clear aim, a test and a number of credits. These are micro-credentials. We are preparing the criteria and will soon ask you what they should say. #QualityInEducation',
    },
    targets: serbian,
    review: {
      kind: 'decision',
      reference: '04-50-2-118/26',
      step: 3,
      threads: [
        {
          quote: 'nekoliko sedmica',
          said: [
            { by: 'senad', text: 'U nacrtu mjerila stoji najmanje osam sedmica. Da li da to kažemo?' },
            { by: 'tanja', text: 'Još nije usvojeno, pa bih ostavila ovako.' },
          ],
        },
        {
          settled: true,
          said: [
            { by: 'ivona', text: 'U hrvatskom tekstu piše tečaj, a ne kurs: tako je u zakonu.' },
            { by: 'tanja', text: 'Hvala, ostaje tečaj.' },
          ],
        },
      ],
    },
    state: 'in-review',
    at: { day: 12, time: '12:00' },
  },
  {
    key: 'webinar',
    planItem: 'experts-call',
    author: 'adnan',
    title: 'Vebinar za nove stručnjake (nacrt)',
    texts: {
      bs: 'Razmišljate o prijavi za listu stručnjaka? Na vebinaru {day:+22} u 17 sati odgovaramo na pitanja, a tri stručnjaka pričaju kako im je bilo na prvoj posjeti. Prijava nije potrebna, snimak ostaje dostupan. #KvalitetObrazovanja',
      hr: 'Razmišljate o prijavi za popis stručnjaka? Na webinaru {day:+22} u 17 sati odgovaramo na pitanja, a tri stručnjaka pričaju kako im je bilo na prvom posjetu. Prijava nije potrebna, snimka ostaje dostupna. #KvalitetaObrazovanja',
      'sr-Latn':
        'Razmišljate o prijavi za listu stručnjaka? Na vebinaru {day:+22} u 17 časova odgovaramo na pitanja, a tri stručnjaka pričaju kako im je bilo u prvoj posjeti. Prijava nije potrebna, snimak ostaje dostupan. #KvalitetObrazovanja',
      en: 'Are you thinking of applying for the list of experts? At the webinar on {day:+22} at 17:00 we answer questions, and three experts describe their first visit. No registration needed; the recording stays available. #QualityInEducation',
    },
    targets: serbianBoth,
    state: 'draft',
    at: { day: 18, time: '10:00' },
  },
  {
    key: 'best-faculties',
    planItem: 'register',
    author: 'tanja',
    title: 'Koji su fakulteti najbolji',
    texts: {
      bs: 'Koje ustanove imaju najduže rješenje o akreditaciji? Njih 12 dobilo je puni rok od pet godina bez uslova, a ostale na kraći rok ili uz preporuke. Pogledajte šta je komisija pohvalila, a šta traži da se popravi. #ProvjeriPrijeUpisa',
      hr: 'Koje ustanove imaju najdulje rješenje o akreditaciji? Njih 12 dobilo je puni rok od pet godina bez uvjeta, a ostale na kraći rok ili uz preporuke. Pogledajte što je povjerenstvo pohvalilo, a što traži da se popravi. #ProvjeriPrijeUpisa',
      'sr-Latn':
        'Koje ustanove imaju najduže rješenje o akreditaciji? Njih 12 dobilo je puni rok od pet godina bez uslova, a ostale na kraći rok ili uz preporuke. Pogledajte šta je komisija pohvalila, a šta traži da se popravi. #ProvjeriPrijeUpisa',
      en: 'Which institutions have the longest accreditation? 12 of them received the full five years without conditions, the others a shorter period or recommendations. See what the panel praised and what it wants improved. #CheckBeforeYouEnrol',
    },
    targets: serbian,
    state: 'sent-back',
    at: { day: 7, time: '11:00' },
    remark:
      'Naslov „najbolji“ nije tačan: rok akreditacije nije rang-lista. Molim drugi naslov i rečenicu koja to objašnjava.',
  },
  {
    key: 'graduation-data',
    author: 'adnan',
    title: 'Radionica o podacima sa fakulteta',
    texts: {
      bs: 'Koliko studenata završi studij na vrijeme? Na radionici je 18 ustanova prvi put uporedilo svoje podatke po istim pravilima. Zajednički izvještaj objavljujemo do kraja godine, za svaku ustanovu posebno. #KvalitetObrazovanja',
      hr: 'Koliko studenata završi studij na vrijeme? Na radionici je 18 ustanova prvi put usporedilo svoje podatke po istim pravilima. Zajedničko izvješće objavljujemo do kraja godine, za svaku ustanovu posebno. #KvalitetaObrazovanja',
      'sr-Latn':
        'Koliko studenata završi studij na vrijeme? Na radionici je 18 ustanova prvi put uporedilo svoje podatke po istim pravilima. Zajednički izvještaj objavljujemo do kraja godine, za svaku ustanovu posebno. #KvalitetObrazovanja',
      en: 'How many students finish their studies on time? At a workshop, 18 institutions compared their data by the same rules for the first time. We will publish the joint report by the end of the year, for each institution separately. #QualityInEducation',
    },
    targets: serbianBoth,
    state: 'failed',
    at: { day: -1, time: '09:00' },
    remark: 'Pristup nalogu je istekao; potrebno je ponovo povezati nalog.',
  },
];
