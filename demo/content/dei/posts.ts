import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const bosnianAndEuEnglish: DemoTarget[] = [
  { account: 'main', variant: 'bs' },
  { account: 'euinfo', variant: 'en' },
];
const bosnianAndCroatian: DemoTarget[] = [
  { account: 'main', variant: 'bs' },
  { account: 'euinfo', variant: 'hr' },
];
const euinfo: DemoTarget[] = [{ account: 'euinfo', variant: 'hr' }];

export const posts: DemoPost[] = [
  {
    key: 'six-steps',
    planItem: 'path-infographic',
    author: 'petra',
    title: 'Infografika: šest koraka do članstva',
    texts: {
      bs: 'Put u Evropsku uniju u šest koraka: zahtjev, status kandidata, odluka o pregovorima, usklađivanje zakona, potvrda država članica, članstvo. Najduži je četvrti: 33 poglavlja, od čistog zraka do prava potrošača. Koji vas korak najviše zanima? #EvropskiPut',
      hr: 'Put u Europsku uniju u šest koraka: zahtjev, status kandidata, odluka o pregovorima, usklađivanje zakona, potvrda država članica, članstvo. Najduži je četvrti: 33 poglavlja, od čistog zraka do prava potrošača. Koji vas korak najviše zanima? #EuropskiPut',
      'sr-Latn':
        'Put u Evropsku uniju u šest koraka: zahtjev, status kandidata, odluka o pregovorima, usklađivanje zakona, potvrda država članica, članstvo. Najduži je četvrti: 33 poglavlja, od čistog vazduha do prava potrošača. Koji vas korak najviše zanima? #EvropskiPut',
      en: 'The road to the European Union in six steps: application, candidate status, decision on talks, aligning laws, ratification by the member states, membership. The fourth is the longest: 33 chapters, from clean air to consumer rights. #EuropeanPath',
    },
    media: [pictures.deiPath],
    targets: bosnianAndEuEnglish,
    state: 'published',
    at: { day: -30, time: '10:00' },
    comments: [
      { author: 'Adna K.', text: 'Koliko obično traje taj četvrti korak?', variant: 'bs' },
      { author: 'Лука', text: 'Може ли исти плакат за школу, у већем формату?', variant: 'sr-Cyrl' },
      { author: 'John W.', text: 'Is this picture free to use in a classroom?', variant: 'en' },
    ],
  },
  {
    key: 'contest-open',
    planItem: 'contest-opens',
    author: 'haris',
    title: 'Otvoren nagradni konkurs za video',
    texts: {
      bs: 'Otvoren je nagradni konkurs „Evropa u mojoj ulici”! Snimite video do 90 sekundi o nečemu što se u vašem mjestu promijenilo nabolje. Stručni žiri dodjeljuje tri nagrade. Radove primamo do {day:+10}. Pravila su na našoj stranici. 🎬 #EvropaUMojojUlici',
      hr: 'Otvoren je nagradni natječaj „Europa u mojoj ulici”! Snimite video do 90 sekundi o nečemu što se u vašem mjestu promijenilo nabolje. Stručno povjerenstvo dodjeljuje tri nagrade. Radove primamo do {day:+10}. Pravila su na našoj stranici. 🎬 #EuropaUMojojUlici',
      'sr-Latn':
        'Otvoren je nagradni konkurs „Evropa u mojoj ulici“! Snimite video do 90 sekundi o nečemu što se u vašem mjestu promijenilo nabolje. Stručni žiri dodjeljuje tri nagrade. Radove primamo do {day:+10}. Pravila su na našoj stranici. 🎬 #EvropaUMojojUlici',
      en: 'The prize contest “Europe in My Street” is open! Make a video of up to 90 seconds about something in your town that has changed for the better. An expert jury awards three prizes. Send your entry by {day:+10}. The rules are on our site. 🎬 #EuropeInMyStreet',
    },
    media: [pictures.deiContest],
    targets: bosnianAndCroatian,
    state: 'published',
    at: { day: -26, time: '09:00' },
    comments: [
      { author: 'Tara', text: 'Može li se prijaviti cijeli razred kao jedna ekipa?', variant: 'bs' },
      { author: 'Mato V.', text: 'Smije li video biti snimljen mobitelom?', variant: 'hr' },
      { author: 'Огњен', text: 'Да ли је важно колико прегледа има видео?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'myth-kajmak',
    planItem: 'myths',
    author: 'haris',
    title: 'Mit ili činjenica: kajmak',
    texts: {
      bs: 'Mit ili činjenica: EU zabranjuje domaći kajmak? Mit. Proizvođač mora dokazati da je proizvod siguran i označiti porijeklo, a tradicionalni proizvodi mogu dobiti i zaštićenu oznaku. O čemu ste još čuli, a niste sigurni? Provjerit ćemo. #MitIliČinjenica',
      hr: 'Mit ili činjenica: EU zabranjuje domaći kajmak? Mit. Proizvođač mora dokazati da je proizvod siguran i označiti podrijetlo, a tradicionalni proizvodi mogu dobiti i zaštićenu oznaku. O čemu ste još čuli, a niste sigurni? Provjerit ćemo. #MitIliČinjenica',
      'sr-Latn':
        'Mit ili činjenica: EU zabranjuje domaći kajmak? Mit. Proizvođač mora da dokaže da je proizvod bezbjedan i da označi porijeklo, a tradicionalni proizvodi mogu da dobiju i zaštićenu oznaku. O čemu ste još čuli, a niste sigurni? Provjerićemo. #MitIliČinjenica',
      en: 'Myth or fact: does the EU ban homemade kajmak? Myth. The producer must prove that the product is safe and state its origin, and traditional products can also get a protected label. What else have you heard and are not sure about? We will check. #MythOrFact',
    },
    targets: bosnianAndCroatian,
    state: 'published',
    at: { day: -21, time: '12:00' },
    comments: [
      { author: 'Fadil', text: 'A rakija? Čuo sam da se više neće smjeti peći kod kuće.', variant: 'bs' },
      {
        author: 'Stana M.',
        text: 'Hvala na jasnom odgovoru, ovo mi treba za časove sa đacima.',
        variant: 'sr-Latn',
      },
      { author: 'istina_123', text: 'Lažete narod kao i uvijek, sram vas bilo.', variant: 'bs' },
    ],
  },
  {
    key: 'open-call',
    planItem: 'open-calls',
    author: 'petra',
    title: 'Otvoren poziv za prekograničnu saradnju',
    texts: {
      bs: 'Otvoren je poziv za projekte prekogranične saradnje: turizam, zaštita od poplava i mala preduzeća. Vrijednost projekta je od 200.000 do 900.000 eura. Prijave do {day:+28}. Info dan za općine i udruženja je {day:+6} u 11 sati, uživo i na internetu. #FondoviEU',
      hr: 'Otvoren je poziv za projekte prekogranične suradnje: turizam, zaštita od poplava i mala poduzeća. Vrijednost projekta je od 200.000 do 900.000 eura. Prijave do {day:+28}. Info dan za općine i udruge je {day:+6} u 11 sati, uživo i na internetu. #FondoviEU',
      'sr-Latn':
        'Otvoren je poziv za projekte prekogranične saradnje: turizam, zaštita od poplava i mala preduzeća. Vrijednost projekta je od 200.000 do 900.000 evra. Prijave do {day:+28}. Info dan za opštine i udruženja je {day:+6} u 11 časova, uživo i na internetu. #FondoviEU',
      en: 'A call for cross-border projects is open: tourism, flood protection and small businesses. Projects can be worth EUR 200,000 to 900,000. Apply by {day:+28}. The info day for municipalities and associations is on {day:+6} at 11:00, on site and online. #EUFunds',
    },
    targets: bosnianAndCroatian,
    state: 'published',
    at: { day: -15, time: '10:30' },
    comments: [
      {
        author: 'Općinska služba za razvoj',
        text: 'Treba li partner iz druge države već pri prijavi?',
        variant: 'bs',
      },
      { author: 'Udruga Izvor', text: 'Hoće li snimka info dana biti dostupna?', variant: 'hr' },
    ],
  },
  {
    key: 'acquis',
    planItem: 'path-infographic',
    author: 'petra',
    title: 'Riječ sedmice: pravna stečevina',
    texts: {
      bs: 'Riječ sedmice: pravna stečevina. To su svi zajednički zakoni i pravila EU. Kad ih preuzmemo, isti punjač, ista oznaka energije i isti rok za povrat robe vrijede kod nas kao u Beču ili Zagrebu. #EvropskiRječnik',
      hr: 'Riječ tjedna: pravna stečevina. To su svi zajednički zakoni i pravila EU-a. Kad ih preuzmemo, isti punjač, ista oznaka energije i isti rok za povrat robe vrijede kod nas kao u Beču ili Zagrebu. #EuropskiRječnik',
      'sr-Latn':
        'Riječ sedmice: pravne tekovine. To su svi zajednički zakoni i pravila EU. Kad ih preuzmemo, isti punjač, ista oznaka energije i isti rok za povrat robe važe kod nas kao u Beču ili Zagrebu. #EvropskiRječnik',
      en: 'Word of the week: acquis. It means all the common laws and rules of the EU. Once we adopt them, the same charger, the same energy label and the same deadline for returning goods apply here as in Vienna or Zagreb. #EuropeanGlossary',
    },
    targets: euinfo,
    state: 'published',
    at: { day: -12, time: '13:00' },
  },
  {
    key: 'opinion-survey',
    planItem: 'opinion',
    author: 'haris',
    title: 'Rezultati istraživanja javnog mnijenja',
    texts: {
      bs: 'Za članstvo u EU glasalo bi 71 posto ispitanih. Kao najveću korist navode pravila koja vrijede za sve (34 posto), a kao najveću brigu odlazak mladih (29 posto). Ispitano je 1.200 punoljetnih građana. Upitnik i podaci su na našoj stranici. #EvropskiPut',
      hr: 'Za članstvo u EU-u glasovalo bi 71 posto ispitanih. Kao najveću korist navode pravila koja vrijede za sve (34 posto), a kao najveću brigu odlazak mladih (29 posto). Ispitano je 1.200 punoljetnih građana. Upitnik i podaci su na našoj stranici. #EuropskiPut',
      'sr-Latn':
        'Za članstvo u EU glasalo bi 71 odsto ispitanih. Kao najveću korist navode pravila koja važe za sve (34 odsto), a kao najveću brigu odlazak mladih (29 odsto). Ispitano je 1.200 punoljetnih građana. Upitnik i podaci su na našoj stranici. #EvropskiPut',
      en: '71 % of those asked would vote for EU membership. The main benefit they see is rules that apply to everyone (34 %), the main worry is young people leaving (29 %). 1,200 adults were asked. Questionnaire and data are on our site. #EuropeanPath',
    },
    targets: bosnianAndEuEnglish,
    state: 'published',
    at: { day: -9, time: '11:00' },
    comments: [
      { author: 'Selvedin', text: 'Kolika je greška uzorka i kad je anketa rađena?', variant: 'bs' },
      { author: 'Весна Ђ.', text: 'Занима ме разлика између градова и села.', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'contest-faq',
    planItem: 'contest-opens',
    author: 'haris',
    title: 'Nagradni konkurs: najčešća pitanja',
    texts: {
      bs: 'Tri odgovora za nagradni konkurs: može i mobitel, može i ekipa do pet članova, a broj pregleda nije važan jer odlučuje žiri prema objavljenim mjerilima. Mlađi od 18 trebaju saglasnost roditelja. Rok je {day:+10}. #EvropaUMojojUlici',
      hr: 'Tri odgovora za nagradni natječaj: može i mobitel, može i ekipa do pet članova, a broj pregleda nije važan jer odlučuje povjerenstvo prema objavljenim mjerilima. Mlađi od 18 trebaju suglasnost roditelja. Rok je {day:+10}. #EuropaUMojojUlici',
      'sr-Latn':
        'Tri odgovora za nagradni konkurs: može i mobilni telefon, može i ekipa do pet članova, a broj pregleda nije važan jer odlučuje žiri prema objavljenim mjerilima. Mlađima od 18 treba saglasnost roditelja. Rok je {day:+10}. #EvropaUMojojUlici',
      en: 'Three answers about the prize contest: a mobile phone will do, teams of up to five may enter, and the number of views does not matter, because the jury decides by published criteria. Under 18s need a parent’s consent. The deadline is {day:+10}. #EuropeInMyStreet',
    },
    targets: bosnianAndCroatian,
    state: 'published',
    at: { day: -4, time: '15:00' },
    comments: [{ author: 'Iman', text: 'Je li dozvoljena muzika s interneta?', variant: 'bs' }],
  },
  {
    key: 'info-day',
    planItem: 'open-calls',
    author: 'petra',
    title: 'Podsjetnik: info dan o pozivu',
    texts: {
      bs: 'Pripremate projekat prekogranične saradnje? Na info danu {day:+6} u 11 sati prolazimo kroz obrazac red po red i odgovaramo na pitanja. Do sada je stiglo 27 pitanja; odgovore objavljujemo svima istovremeno. Prijava: info@dei.example.org #FondoviEU',
      hr: 'Pripremate projekt prekogranične suradnje? Na info danu {day:+6} u 11 sati prolazimo kroz obrazac redak po redak i odgovaramo na pitanja. Do sada je pristiglo 27 pitanja; odgovore objavljujemo svima istodobno. Prijava: info@dei.example.org #FondoviEU',
      'sr-Latn':
        'Pripremate projekat prekogranične saradnje? Na info danu {day:+6} u 11 časova prolazimo kroz obrazac red po red i odgovaramo na pitanja. Do sada je stiglo 27 pitanja; odgovore objavljujemo svima istovremeno. Prijava: info@dei.example.org #FondoviEU',
      en: 'Preparing a cross-border project? At the info day on {day:+6} at 11:00 we go through the form line by line and answer questions. 27 questions have arrived so far; we publish the answers for everyone at the same time. Sign up: info@dei.example.org #EUFunds',
    },
    targets: bosnianAndCroatian,
    state: 'published',
    at: { day: -1, time: '09:30' },
  },
  {
    key: 'contest-week',
    planItem: 'contest-reminders',
    author: 'haris',
    title: 'Nagradni konkurs: zadnja sedmica',
    texts: {
      bs: 'Još nekoliko dana za video „Evropa u mojoj ulici”. Do sada je stiglo 56 radova iz 23 općine. Savjet žirija: jedna priča, jedno mjesto, čist zvuk. Radove primamo do {day:+10} u 16 sati. #EvropaUMojojUlici',
      hr: 'Još nekoliko dana za video „Europa u mojoj ulici”. Do sada je pristiglo 56 radova iz 23 općine. Savjet povjerenstva: jedna priča, jedno mjesto, čist zvuk. Radove primamo do {day:+10} u 16 sati. #EuropaUMojojUlici',
      'sr-Latn':
        'Još nekoliko dana za video „Evropa u mojoj ulici“. Do sada je stiglo 56 radova iz 23 opštine. Savjet žirija: jedna priča, jedno mjesto, čist zvuk. Radove primamo do {day:+10} u 16 časova. #EvropaUMojojUlici',
      en: 'A few days are left for your video “Europe in My Street”. So far 56 entries have arrived from 23 municipalities. The jury’s advice: one story, one place, clear sound. Send your entry by 16:00 on {day:+10}. #EuropeInMyStreet',
    },
    media: [pictures.deiContest],
    targets: bosnianAndCroatian,
    state: 'scheduled',
    at: { day: 5, time: '10:00' },
  },
  {
    key: 'myth-crafts',
    planItem: 'myths',
    author: 'petra',
    title: 'Mit ili činjenica: stari zanati',
    texts: {
      bs: 'Mit ili činjenica: s članstvom nestaju stari zanati? Mit. U više država članica kazandžije, krojači i drvorezbari dobijaju poticaje, a ime proizvoda može biti zaštićeno. Znate li majstora kojeg treba predstaviti? Javite nam. #MitIliČinjenica',
      hr: 'Mit ili činjenica: s članstvom nestaju stari obrti? Mit. U više država članica kotlari, krojači i drvorezbari dobivaju poticaje, a ime proizvoda može biti zaštićeno. Znate li majstora kojega treba predstaviti? Javite nam. #MitIliČinjenica',
      'sr-Latn':
        'Mit ili činjenica: sa članstvom nestaju stari zanati? Mit. U više država članica kazandžije, krojači i drvorezbari dobijaju podsticaje, a ime proizvoda može da bude zaštićeno. Znate li majstora kojeg treba predstaviti? Javite nam. #MitIliČinjenica',
      en: 'Myth or fact: do old crafts disappear with membership? Myth. In several member states coppersmiths, tailors and woodcarvers receive support, and a product’s name can be protected. Do you know a craftsperson we should present? Tell us. #MythOrFact',
    },
    targets: bosnianAndCroatian,
    signedBy: 'haris',
    state: 'scheduled',
    at: { day: 11, time: '12:00' },
  },
  {
    key: 'social-media-day',
    planItem: 'social-media-day',
    author: 'haris',
    title: 'Najava: dan društvenih mreža',
    texts: {
      bs: 'Ko stoji iza naših odgovora? Na danu društvenih mreža {day:+24} upoznat ćete ljude koji pišu, prevode i odgovaraju. Dođite ili pratite uživo, a pitanja šaljite uz oznaku. Prijava je otvorena do popune 80 mjesta. #DanDruštvenihMreža',
      hr: 'Tko stoji iza naših odgovora? Na danu društvenih mreža {day:+24} upoznat ćete ljude koji pišu, prevode i odgovaraju. Dođite ili pratite uživo, a pitanja šaljite uz oznaku. Prijava je otvorena do popune 80 mjesta. #DanDruštvenihMreža',
      'sr-Latn':
        'Ko stoji iza naših odgovora? Na danu društvenih mreža {day:+24} upoznaćete ljude koji pišu, prevode i odgovaraju. Dođite ili pratite uživo, a pitanja šaljite uz oznaku. Prijava je otvorena do popune 80 mjesta. #DanDruštvenihMreža',
      en: 'Who is behind our answers? On social media day, {day:+24}, you will meet the people who write, translate and reply. Come along or follow it live, and send your questions with the hashtag. Registration is open until all 80 places are taken. #SocialMediaDay',
    },
    targets: bosnianAndCroatian,
    questions: [
      {
        to: 'emir',
        text: 'Treba li u najavi stajati da se događaj snima?',
        answer:
          'Treba, i kod prijave: ko se prijavljuje, mora znati da se snima i gdje se snimak objavljuje.',
      },
    ],
    state: 'approved',
    at: { day: 15, time: '10:00' },
  },
  {
    key: 'chapter-environment',
    planItem: 'path-infographic',
    author: 'petra',
    title: 'Poglavlje 27: okoliš',
    texts: {
      bs: 'Poglavlje 27 je okoliš: čista voda, zrak i otpad. Za građane to znači javne podatke o zraku svakog sata i manje divljih deponija. Najskuplje je pročišćavanje voda, pa se radi u koracima, grad po grad. #EvropskiPut',
      hr: 'Poglavlje 27 je okoliš: čista voda, zrak i otpad. Za građane to znači javne podatke o zraku svakoga sata i manje divljih odlagališta. Najskuplje je pročišćavanje voda, pa se radi u koracima, grad po grad. #EuropskiPut',
      'sr-Latn':
        'Poglavlje 27 je životna sredina: čista voda, vazduh i otpad. Za građane to znači javne podatke o vazduhu svakog časa i manje divljih deponija. Najskuplje je prečišćavanje voda, pa se radi u koracima, grad po grad. #EvropskiPut',
      en: 'Chapter 27 is the environment: clean water, air and waste. For citizens it means public air data every hour and fewer illegal dumps. Water treatment costs the most, so it is done in steps, town by town. #EuropeanPath',
    },
    media: [pictures.deiPath],
    targets: bosnianAndCroatian,
    review: {
      kind: 'decision',
      reference: '05-31-4-87/26',
      step: 2,
      threads: [
        {
          quote: 'svakog sata',
          said: [
            { by: 'ivona', text: 'U engleskom piše „every hour“. Je li to već obaveza, ili tek cilj?' },
            { by: 'petra', text: 'Cilj. Pitala sam i savjetnika.' },
          ],
        },
        { said: [{ by: 'haris', text: 'Slika pokazuje cijeli put. Da uzmemo samo dio o okolišu?' }] },
      ],
    },
    questions: [
      {
        to: 'emir',
        text: 'Smijemo li reći da se podaci o zraku objavljuju svakog sata, ili je to tek obaveza koja slijedi?',
      },
    ],
    steps: [
      { kind: 'draft', person: 'petra', done: true },
      { kind: 'translation', person: 'ivona', done: true },
      { kind: 'facts', person: 'emir' },
      { kind: 'approval', person: 'amra' },
    ],
    state: 'in-review',
    at: { day: 14, time: '10:00' },
  },
  {
    key: 'winners',
    planItem: 'contest-winners',
    author: 'haris',
    title: 'Pobjednici nagradnog konkursa (nacrt)',
    texts: {
      bs: 'Žiri je odlučio! Tri nagrađena videa „Evropa u mojoj ulici” i obrazloženje žirija su na našoj stranici. Nagrade uručujemo na danu društvenih mreža. Hvala svima koji su nam pokazali svoje ulice. #EvropaUMojojUlici',
      hr: 'Povjerenstvo je odlučilo! Tri nagrađena videa „Europa u mojoj ulici” i obrazloženje povjerenstva nalaze se na našoj stranici. Nagrade uručujemo na danu društvenih mreža. Hvala svima koji su nam pokazali svoje ulice. #EuropaUMojojUlici',
      'sr-Latn':
        'Žiri je odlučio! Tri nagrađena videa „Evropa u mojoj ulici“ i obrazloženje žirija su na našoj stranici. Nagrade uručujemo na danu društvenih mreža. Hvala svima koji su nam pokazali svoje ulice. #EvropaUMojojUlici',
      en: 'The jury has decided! The three winning videos of “Europe in My Street” and the jury’s reasons are on our site. We will present the prizes on social media day. Thank you to everyone who showed us their street. #EuropeInMyStreet',
    },
    targets: bosnianAndCroatian,
    steps: [
      { kind: 'draft', person: 'haris', done: true },
      { kind: 'translation', person: 'ivona' },
      { kind: 'visual', person: 'petra' },
    ],
    state: 'draft',
    at: { day: 22, time: '14:00' },
  },
  {
    key: 'erasmus',
    planItem: 'open-calls',
    author: 'petra',
    title: 'Razmjena učenika i studenata',
    texts: {
      bs: 'Razmjena nije samo za studente. Na semestar ili na dvije sedmice mogu i učenici, nastavnici i treneri omladinskog sporta. Prvi korak je prijava škole ili kluba. Vodič na jednoj stranici je kod nas. #EvropskiPut',
      hr: 'Razmjena nije samo za studente. Na semestar ili na dva tjedna mogu i učenici, nastavnici i treneri mladih sportaša. Prvi je korak prijava škole ili kluba. Vodič na jednoj stranici je kod nas. #EuropskiPut',
      'sr-Latn':
        'Razmjena nije samo za studente. Na semestar ili na dvije sedmice mogu i učenici, nastavnici i treneri omladinskog sporta. Prvi korak je prijava škole ili kluba. Vodič na jednoj stranici je kod nas. #EvropskiPut',
      en: 'Exchanges are not only for students. Pupils, teachers and youth sports coaches can also go, for a semester or for two weeks. The first step is an application by the school or club. You will find a one-page guide on our site. #EuropeanPath',
    },
    targets: bosnianAndCroatian,
    state: 'failed',
    at: { day: -2, time: '11:00' },
    remark: 'Mreža je odbila objavu: slika je bila u formatu koji ne prima.',
  },
  {
    key: 'contest-wrong-date',
    planItem: 'contest-opens',
    author: 'haris',
    title: 'Nagradni konkurs: podsjetnik s pogrešnim rokom',
    texts: {
      bs: 'Ne zaboravite na nagradni konkurs! Radove za video „Evropa u mojoj ulici” primamo do {day:+3}. Pravila i obrazac su na našoj stranici, a pitanja možete poslati i ovdje. #EvropaUMojojUlici',
      hr: 'Ne zaboravite na nagradni natječaj! Radove za video „Europa u mojoj ulici” primamo do {day:+3}. Pravila i obrazac su na našoj stranici, a pitanja možete poslati i ovdje. #EuropaUMojojUlici',
      'sr-Latn':
        'Ne zaboravite na nagradni konkurs! Radove za video „Evropa u mojoj ulici“ primamo do {day:+3}. Pravila i obrazac su na našoj stranici, a pitanja možete da pošaljete i ovdje. #EvropaUMojojUlici',
      en: 'Do not forget the prize contest! Send us your video “Europe in My Street” by {day:+3}. The rules and the form are on our site, and you can ask your questions here too. #EuropeInMyStreet',
    },
    targets: bosnianAndCroatian,
    state: 'withdrawn',
    at: { day: -18, time: '10:00' },
    remark: 'Naveden je pogrešan rok. Povučeno prije objave; tačan rok je u objavi s pitanjima i odgovorima.',
  },
  {
    key: 'journalists',
    planItem: 'myths',
    author: 'haris',
    title: 'Radionica za novinare i novinarke',
    texts: {
      bs: 'Novinari i novinarke, vidimo se {day:+9}: za jedan dan prelazimo put od zahtjeva do članstva, s primjerima iz naših općina. Mjesta ima za dvadesetoro. Prijave primamo do {day:+6} na našoj stranici. #EvropskiPut',
      hr: 'Novinari i novinarke, vidimo se {day:+9}: u jednom danu prelazimo put od zahtjeva do članstva, s primjerima iz naših općina. Mjesta ima za dvadesetero. Prijave primamo do {day:+6} na našoj stranici. #EuropskiPut',
      'sr-Latn':
        'Novinari i novinarke, vidimo se {day:+9}: za jedan dan prelazimo put od zahtjeva do članstva, sa primjerima iz naših opština. Mjesta ima za dvadesetoro. Prijave primamo do {day:+6} na našoj stranici. #EvropskiPut',
      en: 'Journalists, see you on {day:+9}: in one day we cover the road from application to membership, with examples from our municipalities. There are twenty places. We take applications on our site until {day:+6}. #EuropeanPath',
    },
    media: [pictures.deiPath],
    targets: bosnianAndCroatian,
    state: 'in-review',
    at: { day: 3, time: '11:00' },
  },
];
