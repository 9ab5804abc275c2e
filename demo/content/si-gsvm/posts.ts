import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const croatianAndCyrillic: DemoTarget[] = [
  { account: 'main', variant: 'hr' },
  { account: 'cir', variant: 'sr-Cyrl' },
];
const croatian: DemoTarget[] = [{ account: 'main', variant: 'hr' }];

export const posts: DemoPost[] = [
  {
    key: 'session-41',
    planItem: 'session-notice',
    author: 'tomislav',
    title: 'Najava 41. sjednice',
    texts: {
      bs: 'Vijeće ministara održat će 41. sjednicu {day:-29} u 11 sati. Na dnevnom redu je 18 tačaka, među njima zaštita od poplava i plan javnih ulaganja. Prijedlozi su na našoj stranici, a izjava za medije je iza sjednice. #VijećeMinistara',
      hr: 'Vijeće ministara održat će 41. sjednicu {day:-29} u 11 sati. Na dnevnom je redu 18 točaka, među njima zaštita od poplava i plan javnih ulaganja. Prijedlozi su na našoj stranici, a izjava za medije je nakon sjednice. #VijećeMinistara',
      'sr-Latn':
        'Savjet ministara održaće 41. sjednicu {day:-29} u 11 časova. Na dnevnom redu je 18 tačaka, među njima zaštita od poplava i plan javnih ulaganja. Prijedlozi su na našoj stranici, a izjava za medije je poslije sjednice. #SavjetMinistara',
      en: 'The Council of Ministers will hold its 41st session on {day:-29} at 11:00. The agenda has 18 items, among them flood protection and the public investment plan. Drafts are on our site; a press statement follows the session. #CouncilOfMinisters',
    },
    media: [pictures.siSession],
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -32, time: '12:00' },
    comments: [
      {
        author: 'Dopisnica iz Mostara',
        text: 'Hoće li biti prijenosa za redakcije izvan Sarajeva?',
        variant: 'hr',
      },
    ],
  },
  {
    key: 'flood',
    planItem: 'flood-decision',
    author: 'sanja',
    title: 'Odluka: zaštita od poplava',
    texts: {
      bs: 'Odlučeno: 3,2 miliona KM za nasipe i pumpe u 14 općina uz Savu, Bosnu i Drinu. Zašto te? Imale su štetu dvaput u pet godina. Razmatrana je i jednaka podjela, ali ne bi bila dovoljna ni za jedan nasip. Radovi počinju u proljeće. #ObjašnjenaOdluka',
      hr: 'Odlučeno: 3,2 milijuna KM za nasipe i crpke u 14 općina uz Savu, Bosnu i Drinu. Zašto te? Imale su štetu dvaput u pet godina. Razmatrana je i jednaka podjela, ali ne bi bila dovoljna ni za jedan nasip. Radovi počinju u proljeće. #ObjašnjenaOdluka',
      'sr-Latn':
        'Odlučeno: 3,2 miliona KM za nasipe i pumpe u 14 opština uz Savu, Bosnu i Drinu. Zašto te? Imale su štetu dva puta u pet godina. Razmatrana je i jednaka podjela, ali ne bi bila dovoljna ni za jedan nasip. Radovi počinju u proljeće. #ObjašnjenaOdluka',
      en: 'Decided: BAM 3.2 million for dykes and pumps in 14 municipalities along the Sava, Bosna and Drina. Why these? They were flooded twice in five years. An equal split was considered, but would not have paid for one dyke. Work starts in spring. #DecisionExplained',
    },
    media: [pictures.siGazette],
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -27, time: '15:00' },
    comments: [
      {
        author: 'Радован из Шамца',
        text: 'Да ли је и наше насеље на списку? Гдје се списак може видјети?',
        variant: 'sr-Cyrl',
      },
      { author: 'Hatidža', text: 'Ko će kontrolisati da se novac zaista potroši na nasipe?', variant: 'bs' },
      { author: 'Mirko P.', text: 'Prošli put ste isto obećali pa ništa.', variant: 'hr' },
    ],
  },
  {
    key: 'press',
    planItem: 'press-pass',
    author: 'tomislav',
    title: 'Akreditacije za polugodište',
    texts: {
      bs: 'Novinari, akreditacije za sjednice i izjave u narednom polugodištu tražite do {day:-10}. Treba obrazac i potvrda redakcije, a slobodni novinari prilože tri objavljena rada. Odgovor stiže u tri radna dana. #ZaMedije',
      hr: 'Novinari, akreditacije za sjednice i izjave u sljedećem polugodištu zatražite do {day:-10}. Treba obrazac i potvrda redakcije, a slobodni novinari prilažu tri objavljena rada. Odgovor stiže u tri radna dana. #ZaMedije',
      'sr-Latn':
        'Novinari, akreditacije za sjednice i izjave u narednom polugodištu tražite do {day:-10}. Treba obrazac i potvrda redakcije, a slobodni novinari prilažu tri objavljena rada. Odgovor stiže u tri radna dana. #ZaMedije',
      en: 'Journalists, apply by {day:-10} for accreditation for sessions and statements in the next half-year. You need the form and a letter from your newsroom; freelance journalists attach three published pieces. You will hear from us within three working days. #ForTheMedia',
    },
    media: [pictures.siPress],
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -20, time: '10:00' },
    comments: [
      { author: 'Portal Dnevnik', text: 'Vrijedi li stara akreditacija do isteka godine?', variant: 'bs' },
    ],
  },
  {
    key: 'gazette-how',
    planItem: 'gazette',
    author: 'sanja',
    title: 'Kada odluka počinje vrijediti',
    texts: {
      bs: 'Kad odluka počinje vrijediti? U pravilu osmog dana nakon objave u službenom glasniku, a ne na dan sjednice. Zato u svakom našem objašnjenju pišu oba datuma i link na objavu. #ObjašnjenaOdluka',
      hr: 'Kada odluka počinje vrijediti? U pravilu osmoga dana nakon objave u službenom glasniku, a ne na dan sjednice. Zato u svakom našem objašnjenju pišu oba datuma i poveznica na objavu. #ObjašnjenaOdluka',
      'sr-Latn':
        'Kada odluka počinje da važi? Po pravilu osmog dana nakon objave u službenom glasniku, a ne na dan sjednice. Zato u svakom našem objašnjenju pišu oba datuma i link na objavu. #ObjašnjenaOdluka',
      en: 'When does a decision take effect? As a rule, on the eighth day after it appears in the official gazette, not on the day of the session. That is why each of our explanations gives both dates and a link to the published text. #DecisionExplained',
    },
    media: [pictures.siGazette],
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -15, time: '11:00' },
  },
  {
    key: 'e-invoice',
    planItem: 'e-invoice',
    author: 'tomislav',
    title: 'Odluka: e-računi',
    texts: {
      bs: 'Odlučeno: institucije od naredne godine primaju račune i elektronski. Za dobavljače je to izbor, a ne obaveza, i ništa se ne plaća. Razlog: papirni račun se danas plaća u prosjeku za 41 dan, a u probnom radu za 19. #ObjašnjenaOdluka',
      hr: 'Odlučeno: institucije od sljedeće godine primaju račune i elektroničkim putem. Za dobavljače je to izbor, a ne obveza, i ništa se ne plaća. Razlog: papirnati se račun danas plaća u prosjeku za 41 dan, a u probnom radu za 19. #ObjašnjenaOdluka',
      'sr-Latn':
        'Odlučeno: institucije od naredne godine primaju račune i elektronski. Za dobavljače je to izbor, a ne obaveza, i besplatno je. Razlog: papirni račun danas bude plaćen u prosjeku za 41 dan, a u probnom radu za 19. #ObjašnjenaOdluka',
      en: 'Decided: from next year institutions will also accept electronic invoices. For suppliers this is a choice, not a duty, and it costs nothing. The reason: a paper invoice is now paid after 41 days on average; in the trial it was 19. #DecisionExplained',
    },
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -11, time: '16:00' },
    comments: [
      { author: 'Obrt Lipa', text: 'Koji program treba imati mali obrtnik?', variant: 'hr' },
      { author: 'Рачуновођа', text: 'Коначно! Када почиње пријава добављача?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'correction-session',
    planItem: 'session-notice',
    author: 'sanja',
    title: 'Ispravak: vrijeme sjednice',
    texts: {
      bs: 'Ispravka: 43. sjednica Vijeća ministara je {day:-4} u 12 sati, a ne u 11, kako smo ranije naveli. Greška je naša. Akreditacije ostaju iste, a ulaz za medije je otvoren od 11:15. #VijećeMinistara',
      hr: 'Ispravak: 43. sjednica Vijeća ministara je {day:-4} u 12 sati, a ne u 11, kako smo ranije naveli. Pogreška je naša. Akreditacije ostaju iste, a ulaz za medije otvoren je od 11:15. #VijećeMinistara',
      'sr-Latn':
        'Ispravka: 43. sjednica Savjeta ministara je {day:-4} u 12 časova, a ne u 11, kako smo ranije naveli. Greška je naša. Akreditacije ostaju iste, a ulaz za medije je otvoren od 11:15. #SavjetMinistara',
      en: 'Correction: the 43rd session of the Council of Ministers is on {day:-4} at 12:00, not at 11:00 as we said before. The mistake is ours. Accreditations stay the same, and the media entrance is open from 11:15. #CouncilOfMinisters',
    },
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -7, time: '09:00' },
  },
  {
    key: 'minutes',
    author: 'tomislav',
    title: 'Pitali ste: kako doći do zapisnika',
    texts: {
      bs: 'Pitali ste: jesu li zapisnici sa sjednica javni? Zaključci jesu, objavljujemo ih isti dan. Zapisnik se može tražiti po zakonu o slobodi pristupa informacijama; obrazac i rok od 15 dana su na našoj stranici. #PitaliSte',
      hr: 'Pitali ste: jesu li zapisnici sa sjednica javni? Zaključci jesu, objavljujemo ih isti dan. Zapisnik se može zatražiti po zakonu o slobodi pristupa informacijama; obrazac i rok od 15 dana nalaze se na našoj stranici. #PitaliSte',
      'sr-Latn':
        'Pitali ste: da li su zapisnici sa sjednica javni? Zaključci jesu, objavljujemo ih istog dana. Zapisnik može da se traži po zakonu o slobodi pristupa informacijama; obrazac i rok od 15 dana su na našoj stranici. #PitaliSte',
      en: 'You asked: are the minutes of sessions public? The conclusions are; we publish them on the same day. You can request the minutes under the law on freedom of access to information; the form and the 15-day deadline are on our site. #YouAsked',
    },
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -5, time: '10:00' },
    comments: [
      {
        author: 'Udruženje Otvoreno',
        text: 'Poslali smo zahtjev prije mjesec dana, odgovora nema. Kome da se obratimo?',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'decisions-43',
    planItem: 'e-invoice',
    author: 'sanja',
    title: '43. sjednica: tri odluke u tri rečenice',
    texts: {
      bs: 'Tri odluke sa 43. sjednice: izvještaj o javnim nabavkama ide u Parlament, 480.000 KM je odobreno za sigurnije granične prijelaze, a pravilnik o službenim vozilima vraćen je na doradu. Objašnjenja su na našoj stranici. #ObjašnjenaOdluka',
      hr: 'Tri odluke s 43. sjednice: izvješće o javnoj nabavi ide u Parlament, 480.000 KM odobreno je za sigurnije granične prijelaze, a pravilnik o službenim vozilima vraćen je na doradu. Objašnjenja su na našoj stranici. #ObjašnjenaOdluka',
      'sr-Latn':
        'Tri odluke sa 43. sjednice: izvještaj o javnim nabavkama ide u Parlament, 480.000 KM je odobreno za bezbjednije granične prelaze, a pravilnik o službenim vozilima vraćen je na doradu. Objašnjenja su na našoj stranici. #ObjašnjenaOdluka',
      en: 'Three decisions from the 43rd session: the report on public procurement goes to Parliament, BAM 480,000 is approved for safer border crossings, and the rulebook on official cars goes back for more work. Explanations are on our site. #DecisionExplained',
    },
    perNetwork: {
      sandbox: {
        hr: '43. sjednica u tri rečenice: izvješće o javnoj nabavi ide u Parlament; 480.000 KM za sigurnije granične prijelaze; pravilnik o službenim vozilima vraćen na doradu. #ObjašnjenaOdluka',
        'sr-Latn':
          '43. sjednica u tri rečenice: izvještaj o javnim nabavkama ide u Parlament; 480.000 KM za bezbjednije granične prelaze; pravilnik o službenim vozilima vraćen na doradu. #ObjašnjenaOdluka',
      },
    },
    targets: croatianAndCyrillic,
    state: 'published',
    at: { day: -3, time: '15:30' },
    comments: [
      {
        author: 'Damir L.',
        text: 'Zašto je vraćen pravilnik o vozilima? To nas najviše zanima.',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'session-44',
    planItem: 'session-notice',
    author: 'tomislav',
    title: 'Najava 44. sjednice',
    texts: {
      bs: 'Vijeće ministara održat će 44. sjednicu {day:+5} u 11 sati. Na dnevnom redu je 21 tačka; pet se tiče obrazovanja i zapošljavanja. Dnevni red i prijedlozi su na našoj stranici, s kratkim opisom svake tačke. #VijećeMinistara',
      hr: 'Vijeće ministara održat će 44. sjednicu {day:+5} u 11 sati. Na dnevnom je redu 21 točka; pet ih se tiče obrazovanja i zapošljavanja. Dnevni red i prijedlozi su na našoj stranici, s kratkim opisom svake točke. #VijećeMinistara',
      'sr-Latn':
        'Savjet ministara održaće 44. sjednicu {day:+5} u 11 časova. Na dnevnom redu je 21 tačka; pet se tiče obrazovanja i zapošljavanja. Dnevni red i prijedlozi su na našoj stranici, sa kratkim opisom svake tačke. #SavjetMinistara',
      en: 'The Council of Ministers will hold its 44th session on {day:+5} at 11:00. The agenda has 21 items, five of them on education and jobs. Agenda and drafts are on our site, each with a short description. #CouncilOfMinisters',
    },
    media: [pictures.siSession],
    targets: croatianAndCyrillic,
    state: 'scheduled',
    at: { day: 2, time: '12:00' },
  },
  {
    key: 'live',
    planItem: 'live',
    author: 'sanja',
    title: 'Izjava uživo, s titlovima',
    texts: {
      bs: 'Izjavu nakon 44. sjednice prenosimo uživo oko 14 sati, s titlovima i tumačem znakovnog jezika. Pitanja građana primamo ovdje do 13 sati; na pet najčešćih odgovaramo odmah, na ostala pismeno. #VijećeMinistara',
      hr: 'Izjavu nakon 44. sjednice prenosimo uživo oko 14 sati, s titlovima i tumačem znakovnoga jezika. Pitanja građana primamo ovdje do 13 sati; na pet najčešćih odgovaramo odmah, na ostala pisano. #VijećeMinistara',
      'sr-Latn':
        'Izjavu nakon 44. sjednice prenosimo uživo oko 14 časova, sa titlovima i tumačem znakovnog jezika. Pitanja građana primamo ovdje do 13 časova; na pet najčešćih odgovaramo odmah, na ostala pismeno. #SavjetMinistara',
      en: 'We broadcast the statement after the 44th session live at about 14:00, with subtitles and a sign language interpreter. Ask your questions here until 13:00; we answer the five most common at once and the others in writing. #CouncilOfMinisters',
    },
    targets: croatianAndCyrillic,
    state: 'scheduled',
    at: { day: 5, time: '09:00' },
  },
  {
    key: 'outcome',
    planItem: 'consultation-outcome',
    author: 'tomislav',
    title: 'Što se promijenilo nakon savjetovanja',
    texts: {
      bs: 'Na nacrt pravilnika o službenim vozilima stiglo je 63 komentara. Šta se promijenilo: spisak vozila bit će javan, a kilometraža se objavljuje svaka tri mjeseca. Šta nije i zašto, piše u tabeli na našoj stranici. #JavneKonsultacije',
      hr: 'Na nacrt pravilnika o službenim vozilima pristigla su 63 komentara. Što se promijenilo: popis vozila bit će javan, a kilometraža se objavljuje svaka tri mjeseca. Što nije i zašto, piše u tablici na našoj stranici. #JavnoSavjetovanje',
      'sr-Latn':
        'Na nacrt pravilnika o službenim vozilima stigla su 63 komentara. Šta se promijenilo: spisak vozila biće javan, a kilometraža se objavljuje svaka tri mjeseca. Šta nije i zašto, piše u tabeli na našoj stranici. #JavneKonsultacije',
      en: '63 comments on the draft rulebook on official cars arrived. What changed: the list of cars will be public, and their mileage is published every three months. What did not change, and why, is in the table on our site. #PublicConsultation',
    },
    targets: croatianAndCyrillic,
    state: 'approved',
    at: { day: 10, time: '11:00' },
  },
  {
    key: 'four-versions',
    planItem: 'languages',
    author: 'sanja',
    title: 'Jedna odluka, četiri inačice teksta',
    texts: {
      bs: 'Svaku odluku objavljujemo na bosanskom, hrvatskom i srpskom jeziku, latinicom i ćirilicom, u isto vrijeme. Ako u nekoj verziji nađete grešku, javite nam: ispravljamo je isti dan i to jasno označimo. #JezikIPismo',
      hr: 'Svaku odluku objavljujemo na bosanskom, hrvatskom i srpskom jeziku, latinicom i ćirilicom, u isto vrijeme. Ako u nekoj inačici nađete pogrešku, javite nam: ispravljamo je isti dan i to jasno označimo. #JezikIPismo',
      'sr-Latn':
        'Svaku odluku objavljujemo na bosanskom, hrvatskom i srpskom jeziku, latinicom i ćirilicom, u isto vrijeme. Ako u nekoj verziji nađete grešku, javite nam: ispravljamo je istog dana i to jasno označimo. #JezikIPismo',
      en: 'We publish every decision in Bosnian, Croatian and Serbian, in Latin and Cyrillic script, at the same time. If you find a mistake in one of the versions, tell us: we correct it on the same day and mark it clearly. #LanguageAndScript',
    },
    targets: croatianAndCyrillic,
    state: 'in-review',
    at: { day: 15, time: '10:00' },
  },
  {
    key: 'media-day',
    planItem: 'press-pass',
    author: 'tomislav',
    title: 'Dan za redakcije (nacrt)',
    texts: {
      bs: 'Jednom u polugodištu sjednemo s redakcijama i pitamo šta nam zamjerate. Ovaj put teme su brzina odgovora, fotografije i dnevni red. Razgovor je {day:+27} u 10 sati. Prijavite se na info@si-gsvm.example.org #ZaMedije',
      hr: 'Jednom u polugodištu sjednemo s redakcijama i pitamo što nam zamjerate. Ovaj put teme su brzina odgovora, fotografije i dnevni red. Razgovor je {day:+27} u 10 sati. Prijavite se na info@si-gsvm.example.org #ZaMedije',
      'sr-Latn':
        'Jednom u polugodištu sjednemo sa redakcijama i pitamo šta nam zamjerate. Ovaj put teme su brzina odgovora, fotografije i dnevni red. Razgovor je {day:+27} u 10 časova. Prijavite se na info@si-gsvm.example.org #ZaMedije',
      en: 'Once every half-year we sit down with newsrooms and ask what we should do better. This time the topics are speed of answers, photographs and the agenda. The talk is on {day:+27} at 10:00. Sign up at info@si-gsvm.example.org #ForTheMedia',
    },
    media: [pictures.siPress],
    targets: croatian,
    state: 'draft',
    at: { day: 22, time: '10:00' },
  },
  {
    key: 'session-wrong',
    planItem: 'session-notice',
    author: 'sanja',
    title: 'Najava 43. sjednice s krivim dnevnim redom',
    texts: {
      bs: 'Na 43. sjednici Vijeća ministara bit će 16 tačaka dnevnog reda. Među njima su javne nabavke, granični prijelazi i službena vozila. Dnevni red je na našoj stranici. #VijećeMinistara',
      hr: 'Na 43. sjednici Vijeća ministara bit će 16 točaka dnevnoga reda. Među njima su javna nabava, granični prijelazi i službena vozila. Dnevni je red na našoj stranici. #VijećeMinistara',
      'sr-Latn':
        'Na 43. sjednici Savjeta ministara biće 16 tačaka dnevnog reda. Među njima su javne nabavke, granični prelazi i službena vozila. Dnevni red je na našoj stranici. #SavjetMinistara',
      en: 'The 43rd session of the Council of Ministers will have 16 items on its agenda. Among them are public procurement, border crossings and official cars. The agenda is on our site. #CouncilOfMinisters',
    },
    targets: croatianAndCyrillic,
    state: 'withdrawn',
    at: { day: -8, time: '08:30' },
    remark: 'Dnevni je red izmijenjen poslije pripreme objave. Povučeno; slijedi nova najava.',
  },
  {
    key: 'first-contracts',
    planItem: 'flood-decision',
    author: 'tomislav',
    title: 'Zaštita od poplava: prvi ugovori',
    texts: {
      bs: 'Tri mjeseca ranije od plana: potpisani su ugovori za nasipe u prvih pet općina, vrijedni 1,1 milion KM. Ugovore, izvođače i rokove možete vidjeti na našoj stranici, općinu po općinu. #ObjašnjenaOdluka',
      hr: 'Tri mjeseca ranije od plana: potpisani su ugovori za nasipe u prvih pet općina, vrijedni 1,1 milijun KM. Ugovore, izvođače i rokove možete vidjeti na našoj stranici, općinu po općinu. #ObjašnjenaOdluka',
      'sr-Latn':
        'Tri mjeseca ranije od plana: potpisani su ugovori za nasipe u prvih pet opština, vrijedni 1,1 milion KM. Ugovore, izvođače i rokove možete da vidite na našoj stranici, opštinu po opštinu. #ObjašnjenaOdluka',
      en: 'Three months ahead of plan: contracts for dykes in the first five municipalities, worth BAM 1.1 million, have been signed. You can see the contracts, contractors and deadlines on our site, municipality by municipality. #DecisionExplained',
    },
    targets: croatianAndCyrillic,
    state: 'unknown',
    at: { day: -1, time: '16:00' },
    remark: 'Mreža nije potvrdila primitak. Treba provjeriti je li objava izašla prije novog pokušaja.',
  },
];
