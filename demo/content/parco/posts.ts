import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const latin: DemoTarget[] = [{ account: 'main', variant: 'bs' }];
const croatian: DemoTarget[] = [{ account: 'main', variant: 'hr' }];
const both: DemoTarget[] = [...latin, { account: 'cir', variant: 'sr-Cyrl' }];

export const posts: DemoPost[] = [
  {
    key: 'monitoring',
    planItem: 'monitoring-results',
    author: 'lejla',
    title: 'Rezultati praćenja transparentnosti',
    texts: {
      bs: 'Institucije BiH ispunjavaju 73,78 posto standarda proaktivne transparentnosti. U 2021. bilo je 67,57 posto, a u 2020. 64,04 posto. Najviše zaostaje objava planova i javnih nabavki. Rezultati po institucijama su na našoj stranici. #ProaktivnaTransparentnost',
      hr: 'Institucije BiH ispunjavaju 73,78 posto standarda proaktivne transparentnosti. U 2021. bilo je 67,57 posto, a u 2020. 64,04 posto. Najviše zaostaje objava planova i javne nabave. Rezultati po institucijama nalaze se na našoj stranici. #ProaktivnaTransparentnost',
      'sr-Latn':
        'Institucije BiH ispunjavaju 73,78 odsto standarda proaktivne transparentnosti. U 2021. bilo je 67,57 odsto, a u 2020. 64,04 odsto. Najviše kasni objava planova i javnih nabavki. Rezultati po institucijama su na našoj stranici. #ProaktivnaTransparentnost',
      en: 'Institutions of BiH meet 73.78 % of the standards of proactive transparency, up from 67.57 % in 2021 and 64.04 % in 2020. Plans and public procurement lag most. Results for each institution are on our site. #ProactiveTransparency',
    },
    media: [pictures.parcoTransparency],
    targets: both,
    state: 'published',
    at: { day: -28, time: '10:00' },
    comments: [
      {
        author: 'Emir H.',
        text: 'Gdje se može vidjeti rezultat za svaku instituciju posebno?',
        variant: 'bs',
      },
      { author: 'Снежана П.', text: 'Похвално, али зашто планови набавки и даље касне?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'what-is-it',
    planItem: 'standards-explained',
    author: 'ivana',
    title: 'Šta je proaktivna transparentnost',
    texts: {
      bs: 'Šta znači proaktivna transparentnost? Institucija sama objavi budžet, planove, propise i kontakte, a da vi ne morate slati zahtjev. Standarda je 38, u šest oblasti. Recite nam: koji podatak ste posljednji put uzalud tražili? #OtvorenaUprava',
      hr: 'Što znači proaktivna transparentnost? Institucija sama objavi proračun, planove, propise i kontakte, a da vi ne morate slati zahtjev. Standarda je 38, u šest područja. Recite nam: koji ste podatak posljednji put uzalud tražili? #OtvorenaUprava',
      'sr-Latn':
        'Šta znači proaktivna transparentnost? Institucija sama objavi budžet, planove, propise i kontakte, a da vi ne morate da šaljete zahtjev. Standarda je 38, u šest oblasti. Recite nam: koji podatak ste posljednji put uzalud tražili? #OtvorenaUprava',
      en: 'What does proactive transparency mean? An institution publishes its budget, plans, rules and contacts by itself, and you do not have to send a request. There are 38 standards in six areas. Tell us: which information did you last look for in vain? #OpenGovernment',
    },
    targets: both,
    state: 'published',
    at: { day: -24, time: '11:30' },
    comments: [
      { author: 'Mirza', text: 'Tražio sam spisak službenih vozila, nigdje ga nema.', variant: 'bs' },
      {
        author: 'Kata L.',
        text: 'Kontakt osobe za pristup informacijama. Na tri stranice broj nije točan.',
        variant: 'hr',
      },
    ],
  },
  {
    key: 'birth',
    planItem: 'life-events',
    author: 'lejla',
    title: 'Životni događaj: rođenje djeteta',
    texts: {
      bs: 'Rodilo vam se dijete? Danas za prijavu rođenja, zdravstveno osiguranje i naknadu obilazite tri šaltera s istim papirima. Prijedlog koji pripremamo: jedan zahtjev, a službe podatke razmjenjuju same. Šta bi vama najviše pomoglo? 👶 #JednostavneUsluge',
      hr: 'Rodilo vam se dijete? Danas za prijavu rođenja, zdravstveno osiguranje i naknadu obilazite tri šaltera s istim papirima. Prijedlog koji pripremamo: jedan zahtjev, a službe podatke razmjenjuju same. Što bi vama najviše pomoglo? 👶 #JednostavneUsluge',
      'sr-Latn':
        'Rodilo vam se dijete? Danas za prijavu rođenja, zdravstveno osiguranje i naknadu obilazite tri šaltera sa istim papirima. Prijedlog koji pripremamo: jedan zahtjev, a službe same razmjenjuju podatke. Šta bi vama najviše pomoglo? 👶 #JednostavneUsluge',
      en: 'Have you had a baby? Today you take the same papers to three counters to register the birth, get health insurance and claim the allowance. We are preparing a proposal: one request, and the offices share the data themselves. What would help you most? 👶 #SimpleServices',
    },
    media: [pictures.parcoServices],
    targets: both,
    state: 'published',
    at: { day: -17, time: '09:30' },
    comments: [
      {
        author: 'Amina i Tarik',
        text: 'Da izvod iz matične knjige ne moramo vaditi svakih šest mjeseci!',
        variant: 'bs',
      },
      {
        author: 'Бојана',
        text: 'Да ли ће важити и за родитеље који су рођени у другом граду?',
        variant: 'sr-Cyrl',
      },
      {
        author: 'kredit_brzo_24',
        text: 'Povoljni krediti bez provjere, javite se u poruku!!!',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'workshop',
    planItem: 'pr-workshop',
    author: 'ivana',
    title: 'Radionica: od odluke do objašnjenja',
    texts: {
      bs: 'Kako odluku od deset stranica objasniti u pet rečenica? To su vježbala 32 službenika za odnose s javnošću iz 24 institucije. Svako je radio na odluci svoje institucije, a najbolji primjeri bit će objavljeni kao dobra praksa. #OtvorenaUprava',
      hr: 'Kako odluku od deset stranica objasniti u pet rečenica? To su vježbala 32 službenika za odnose s javnošću iz 24 institucije. Svatko je radio na odluci svoje institucije, a najbolji primjeri bit će objavljeni kao dobra praksa. #OtvorenaUprava',
      'sr-Latn':
        'Kako odluku od deset stranica objasniti u pet rečenica? To su vježbala 32 službenika za odnose s javnošću iz 24 institucije. Svako je radio na odluci svoje institucije, a najbolji primjeri biće objavljeni kao dobra praksa. #OtvorenaUprava',
      en: 'How do you explain a ten-page decision in five sentences? 32 communications officers from 24 institutions practised just that. Each worked on a decision of their own institution, and the best examples will be published as good practice. #OpenGovernment',
    },
    targets: latin,
    state: 'published',
    at: { day: -12, time: '14:00' },
  },
  {
    key: 'consultation',
    planItem: 'action-plan-consultation',
    author: 'lejla',
    title: 'Počinju konsultacije o akcionom planu',
    texts: {
      bs: 'Akcioni plan reforme javne uprave otvoren je za vaše prijedloge do {day:+12}. Najviše nas zanima: koju uslugu treba prvu prebaciti na internet? Na svaki prijedlog odgovorit ćemo i objaviti šta smo prihvatili, a šta nismo i zašto. #JavneKonsultacije',
      hr: 'Akcijski plan reforme javne uprave otvoren je za vaše prijedloge do {day:+12}. Najviše nas zanima: koju uslugu treba prvu prebaciti na internet? Na svaki ćemo prijedlog odgovoriti i objaviti što smo prihvatili, a što nismo i zašto. #JavnoSavjetovanje',
      'sr-Latn':
        'Akcioni plan reforme javne uprave otvoren je za vaše prijedloge do {day:+12}. Najviše nas zanima: koju uslugu treba prvu prebaciti na internet? Na svaki prijedlog ćemo odgovoriti i objaviti šta smo prihvatili, a šta nismo i zašto. #JavneKonsultacije',
      en: 'The action plan for public administration reform is open for your proposals until {day:+12}. What we most want to know: which service should go online first? We will answer every proposal and publish what we accepted, what we did not, and why. #PublicConsultation',
    },
    targets: both,
    state: 'published',
    at: { day: -8, time: '10:00' },
    comments: [
      {
        author: 'Udruženje Korak',
        text: 'Možemo li prijedloge poslati i e-poštom, kao organizacija?',
        variant: 'bs',
      },
      { author: 'Ненад С.', text: 'Пребацити прво увјерење о пребивалишту.', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'survey',
    planItem: 'satisfaction-survey',
    author: 'ivana',
    title: 'Anketa o zadovoljstvu uslugama',
    texts: {
      bs: 'Pitali smo 1.240 građana šta im najviše smeta na šalteru. Na prvom mjestu je čekanje (46 posto), zatim dokumenti koje uprava već ima (31 posto) i nejasni obrasci (14 posto). Odgovori su osnova za naš plan za narednu godinu. #JednostavneUsluge',
      hr: 'Pitali smo 1.240 građana što im najviše smeta na šalteru. Na prvom je mjestu čekanje (46 posto), zatim isprave koje uprava već ima (31 posto) i nejasni obrasci (14 posto). Odgovori su temelj našeg plana za iduću godinu. #JednostavneUsluge',
      'sr-Latn':
        'Pitali smo 1.240 građana šta im najviše smeta na šalteru. Na prvom mjestu je čekanje (46 odsto), zatim dokumenti koje uprava već ima (31 odsto) i nejasni obrasci (14 odsto). Odgovori su osnova za naš plan za narednu godinu. #JednostavneUsluge',
      en: 'We asked 1,240 citizens what bothers them most at the counter. Waiting comes first (46 %), then documents that the administration already has (31 %) and unclear forms (14 %). The answers are the basis of our plan for next year. #SimpleServices',
    },
    targets: latin,
    state: 'published',
    at: { day: -5, time: '12:00' },
    comments: [
      {
        author: 'Zlatan M.',
        text: 'Je li anketa rađena i u manjim mjestima ili samo u gradovima?',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'contacts',
    planItem: 'standards-explained',
    author: 'lejla',
    title: 'Standard: službenik za informisanje',
    texts: {
      bs: 'Jedan od 38 standarda: ime, telefon i e-pošta službenika za informisanje moraju biti na početnoj stranici, najviše dva klika daleko. Ispunjava ga 61 od 74 institucije. Ostalima smo poslali uputstvo i rok do {day:+20}. #ProaktivnaTransparentnost',
      hr: 'Jedan od 38 standarda: ime, telefon i e-pošta službenika za informiranje moraju biti na početnoj stranici, najviše dva klika daleko. Ispunjava ga 61 od 74 institucije. Ostalima smo poslali uputu i rok do {day:+20}. #ProaktivnaTransparentnost',
      'sr-Latn':
        'Jedan od 38 standarda: ime, telefon i e-pošta službenika za informisanje moraju biti na početnoj stranici, najviše dva klika daleko. Ispunjava ga 61 od 74 institucije. Ostalima smo poslali uputstvo i rok do {day:+20}. #ProaktivnaTransparentnost',
      en: 'One of the 38 standards: the name, phone number and e-mail address of the information officer must be on the home page, at most two clicks away. 61 of 74 institutions meet it. We sent the others instructions and a deadline of {day:+20}. #ProactiveTransparency',
    },
    targets: both,
    state: 'published',
    at: { day: -2, time: '10:30' },
  },
  {
    key: 'access-15-days',
    planItem: 'questions-answered',
    author: 'ivana',
    title: 'Pitali ste: rok za pristup informacijama',
    texts: {
      bs: 'Pitali ste: koliko institucija ima vremena da odgovori na zahtjev za pristup informaciji? U pravilu 15 dana. Ako treba više, mora vam javiti zašto. Zahtjev može biti i običan e-mail, a razlog ne morate navesti. #PristupInformacijama',
      hr: 'Pitali ste: koliko institucija ima vremena da odgovori na zahtjev za pristup informaciji? U pravilu 15 dana. Ako treba više, mora vam javiti zašto. Zahtjev može biti i običan e-mail, a razlog ne morate navesti. #PristupInformacijama',
      'sr-Latn':
        'Pitali ste: koliko institucija ima vremena da odgovori na zahtjev za pristup informaciji? Po pravilu 15 dana. Ako treba više, mora da vam javi zašto. Zahtjev može da bude i obična elektronska poruka, a razlog ne morate da navedete. #PristupInformacijama',
      en: 'You asked: how long does an institution have to answer a request for information? As a rule, 15 days. If it needs more, it must tell you why. A request can be an ordinary e-mail, and you do not have to give a reason. #AccessToInformation',
    },
    targets: both,
    state: 'scheduled',
    at: { day: 4, time: '10:00' },
  },
  {
    key: 'consultation-reminder',
    planItem: 'action-plan-consultation',
    author: 'lejla',
    title: 'Podsjetnik: konsultacije se zatvaraju',
    texts: {
      bs: 'Do sada je stiglo 118 prijedloga za akcioni plan reforme. Najčešći: uvjerenja preko interneta i jedan obrazac umjesto pet. Vaš prijedlog primamo do {day:+12}. Dovoljne su dvije rečenice. #JavneKonsultacije',
      hr: 'Do sada je pristiglo 118 prijedloga za akcijski plan reforme. Najčešći: uvjerenja putem interneta i jedan obrazac umjesto pet. Vaš prijedlog primamo do {day:+12}. Dovoljne su dvije rečenice. #JavnoSavjetovanje',
      'sr-Latn':
        'Do sada je stiglo 118 prijedloga za akcioni plan reforme. Najčešći: uvjerenja preko interneta i jedan obrazac umjesto pet. Vaš prijedlog primamo do {day:+12}. Dovoljne su dvije rečenice. #JavneKonsultacije',
      en: '118 proposals for the reform action plan have arrived so far. The most common: certificates online and one form instead of five. We accept your proposal until {day:+12}. Two sentences are enough. #PublicConsultation',
    },
    targets: latin,
    state: 'scheduled',
    at: { day: 9, time: '09:00' },
  },
  {
    key: 'open-day',
    planItem: 'open-day',
    author: 'ivana',
    title: 'Najava otvorenog dana',
    texts: {
      bs: 'Otvoreni dan reforme javne uprave je {day:+24} od 10 do 15 sati. Pokazat ćemo kako se mjeri otvorenost institucija, a vi možete probati nove obrasce i reći gdje zapinje. Prijava nije potrebna. #OtvorenaUprava',
      hr: 'Otvoreni dan reforme javne uprave je {day:+24} od 10 do 15 sati. Pokazat ćemo kako se mjeri otvorenost institucija, a vi možete isprobati nove obrasce i reći gdje zapinje. Prijava nije potrebna. #OtvorenaUprava',
      'sr-Latn':
        'Otvoreni dan reforme javne uprave je {day:+24} od 10 do 15 časova. Pokazaćemo kako se mjeri otvorenost institucija, a vi možete da probate nove obrasce i kažete gdje zapinje. Prijava nije potrebna. #OtvorenaUprava',
      en: 'The open day of public administration reform is on {day:+24} from 10:00 to 15:00. See how the openness of institutions is measured, try new forms and tell us where they are hard. No registration needed. #OpenGovernment',
    },
    targets: both,
    state: 'approved',
    at: { day: 16, time: '10:00' },
  },
  {
    key: 'moving-house',
    planItem: 'life-events',
    author: 'lejla',
    title: 'Životni događaj: selidba',
    texts: {
      bs: 'Selite se u drugu općinu? Za promjenu adrese trebaju vam prijava prebivališta, nova lična karta i obavijest osiguranju. Napravili smo spisak koraka na jednoj stranici, redom kojim se rade. Gdje vam je zapelo? #JednostavneUsluge',
      hr: 'Selite se u drugu općinu? Za promjenu adrese trebaju vam prijava prebivališta, nova osobna iskaznica i obavijest osiguranju. Izradili smo popis koraka na jednoj stranici, redoslijedom kojim se rade. Gdje vam je zapelo? #JednostavneUsluge',
      'sr-Latn':
        'Selite se u drugu opštinu? Za promjenu adrese potrebni su vam prijava prebivališta, nova lična karta i obavještenje osiguranju. Napravili smo spisak koraka na jednoj stranici, redom kojim se rade. Gdje vam je zapelo? #JednostavneUsluge',
      en: 'Moving to another municipality? To change your address you need to register your residence, get a new identity card and notify your insurer. We have listed the steps on one page, in the order you take them. Where did you get stuck? #SimpleServices',
    },
    media: [pictures.parcoServices],
    targets: both,
    state: 'in-review',
    at: { day: 13, time: '10:00' },
  },
  {
    key: 'craft-shop',
    planItem: 'life-events',
    author: 'ivana',
    title: 'Životni događaj: otvaranje obrta (nacrt)',
    texts: {
      bs: 'Otvarate obrt? Koliko ste koraka prošli i koliko je to trajalo? Skupljamo iskustva prije nego što predložimo kraći put. Napišite nam u komentaru ili na info@parco.example.org. #JednostavneUsluge',
      hr: 'Otvarate obrt? Koliko ste koraka prošli i koliko je to trajalo? Prikupljamo iskustva prije nego što predložimo kraći put. Napišite nam u komentaru ili na info@parco.example.org. #JednostavneUsluge',
      'sr-Latn':
        'Otvarate zanatsku radnju? Koliko ste koraka prošli i koliko je to trajalo? Prikupljamo iskustva prije nego što predložimo kraći put. Napišite nam u komentaru ili na info@parco.example.org. #JednostavneUsluge',
      en: 'Opening a craft business? How many steps did it take, and how long? We are collecting experiences before we propose a shorter way. Write to us in a comment or at info@parco.example.org. #SimpleServices',
    },
    targets: croatian,
    state: 'draft',
    at: { day: 21, time: '10:00' },
  },
  {
    key: 'ranking',
    planItem: 'monitoring-results',
    author: 'lejla',
    title: 'Poredak institucija po transparentnosti',
    texts: {
      bs: 'Koje su institucije najotvorenije? Pet ih ispunjava više od 95 posto standarda proaktivne transparentnosti. Pitali smo ih kako rade: jedna osoba je odgovorna, a stranica se provjerava svakog mjeseca. #ProaktivnaTransparentnost',
      hr: 'Koje su institucije najotvorenije? Pet ih ispunjava više od 95 posto standarda proaktivne transparentnosti. Pitali smo ih kako rade: jedna je osoba odgovorna, a stranica se provjerava svakoga mjeseca. #ProaktivnaTransparentnost',
      'sr-Latn':
        'Koje su institucije najotvorenije? Pet ih ispunjava više od 95 odsto standarda proaktivne transparentnosti. Pitali smo ih kako rade: jedna osoba je odgovorna, a stranica se provjerava svakog mjeseca. #ProaktivnaTransparentnost',
      en: 'Which institutions are the most open? Five of them meet more than 95 % of the standards of proactive transparency. We asked how they do it: one person is responsible, and the site is checked every month. #ProactiveTransparency',
    },
    media: [pictures.parcoTransparency],
    targets: latin,
    state: 'sent-back',
    at: { day: 6, time: '11:00' },
    remark:
      'Slika pokazuje ukupni rezultat, a tekst govori o pet institucija. Treba druga slika i saglasnost institucija.',
  },
  {
    key: 'newsletter',
    planItem: 'standards-explained',
    author: 'ivana',
    title: 'Standard: objava planova rada',
    texts: {
      bs: 'Godišnji plan rada mora biti javan najkasnije 15 dana nakon usvajanja. Zašto? Jer samo tako možete provjeriti da li je institucija uradila ono što je obećala. Provjerite svoju i javite nam ako plana nema. #ProaktivnaTransparentnost',
      hr: 'Godišnji plan rada mora biti javan najkasnije 15 dana nakon usvajanja. Zašto? Jer samo tako možete provjeriti je li institucija učinila ono što je obećala. Provjerite svoju i javite nam ako plana nema. #ProaktivnaTransparentnost',
      'sr-Latn':
        'Godišnji plan rada mora da bude javan najkasnije 15 dana nakon usvajanja. Zašto? Jer samo tako možete da provjerite da li je institucija uradila ono što je obećala. Provjerite svoju i javite nam ako plana nema. #ProaktivnaTransparentnost',
      en: 'The annual work plan must be public no later than 15 days after it is adopted. Why? Because only then can you check whether the institution did what it promised. Check yours, and tell us if there is no plan. #ProactiveTransparency',
    },
    targets: both,
    state: 'late',
    at: { day: 0, time: '08:00' },
    remark: 'Mreža nije odgovarala u zakazano vrijeme; objava čeka novi pokušaj.',
  },
];
