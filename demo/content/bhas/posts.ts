import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const statistics: DemoTarget[] = [
  { account: 'main', variant: 'bs' },
  { account: 'en', variant: 'en' },
];
const latin: DemoTarget[] = [{ account: 'main', variant: 'bs' }];

export const posts: DemoPost[] = [
  {
    key: 'wages',
    planItem: 'wages',
    author: 'azra',
    title: 'Prosječna plaća, mjesečna objava',
    texts: {
      bs: 'Prosječna neto plaća u {month:-3:loc} bila je 1.612 KM, 0,9 posto više nego mjesec ranije. Najviša je u finansijama (2.254 KM), a najniža u ugostiteljstvu (1.087 KM). Tabela po djelatnostima je na našoj stranici. 📊 #StatistikaBiH',
      hr: 'Prosječna neto plaća u {month:-3:loc} bila je 1.612 KM, 0,9 posto više nego mjesec prije. Najviša je u financijama (2.254 KM), a najniža u ugostiteljstvu (1.087 KM). Tablica po djelatnostima je na našoj stranici. 📊 #StatistikaBiH',
      'sr-Latn':
        'Prosječna neto plata u {month:-3:loc} bila je 1.612 KM, 0,9 odsto više nego mjesec ranije. Najviša je u finansijama (2.254 KM), a najniža u ugostiteljstvu (1.087 KM). Tabela po djelatnostima je na našoj stranici. 📊 #StatistikaBiH',
      en: 'The average net wage in {month:-3} was BAM 1,612, up 0.9 % on the month before. It was highest in finance (BAM 2,254) and lowest in accommodation and food (BAM 1,087). The table by activity is on our site. 📊 #StatisticsBiH',
    },
    media: [pictures.bhasWages],
    targets: statistics,
    state: 'published',
    at: { day: -29, time: '11:00' },
    comments: [
      { author: 'Kenan', text: 'Ko ima ovu plaću? Nikog takvog ne znam.', variant: 'bs' },
      { author: 'Ljubica R.', text: 'Imate li podatke po općinama?', variant: 'hr' },
      { author: 'Горан Б.', text: 'Објавите и медијану, просјек не говори много.', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'median',
    planItem: 'wages',
    author: 'josip',
    title: 'Prosjek i medijan: u čemu je razlika',
    texts: {
      bs: 'Zašto skoro niko nema prosječnu plaću? Pet ljudi zarađuje 900, 1.000, 1.100, 1.200 i 4.000 KM. Prosjek je 1.640, a ona u sredini, medijan, 1.100 KM. Zato od ove godine objavljujemo oba podatka. #StatistikaBiH',
      hr: 'Zašto gotovo nitko nema prosječnu plaću? Pet ljudi zarađuje 900, 1.000, 1.100, 1.200 i 4.000 KM. Prosjek je 1.640, a ona u sredini, medijan, 1.100 KM. Zato od ove godine objavljujemo oba podatka. #StatistikaBiH',
      'sr-Latn':
        'Zašto skoro niko nema prosječnu platu? Pet ljudi zarađuje 900, 1.000, 1.100, 1.200 i 4.000 KM. Prosjek je 1.640, a ona u sredini, medijana, 1.100 KM. Zato od ove godine objavljujemo oba podatka. #StatistikaBiH',
      en: 'Why does hardly anyone earn the average wage? Five people earn BAM 900, 1,000, 1,100, 1,200 and 4,000. The average is BAM 1,640, but the wage in the middle, the median, is BAM 1,100. That is why we publish both figures from this year on. #StatisticsBiH',
    },
    targets: latin,
    state: 'published',
    at: { day: -25, time: '12:00' },
    comments: [{ author: 'Kenan', text: 'Hvala, sad je jasno. Svaka čast na odgovoru.', variant: 'bs' }],
  },
  {
    key: 'prices',
    planItem: 'prices',
    author: 'azra',
    title: 'Potrošačke cijene, mjesečna objava',
    texts: {
      bs: 'Potrošačke cijene u {month:-2:loc} bile su 3,1 posto više nego prije godinu dana. Najviše su poskupjeli hrana (5,4 posto) i stanovanje (4,2 posto), a pojeftinili su odjeća i obuća (6,8 posto). #StatistikaBiH',
      hr: 'Potrošačke cijene u {month:-2:loc} bile su 3,1 posto više nego prije godinu dana. Najviše su poskupjeli hrana (5,4 posto) i stanovanje (4,2 posto), a pojeftinile su odjeća i obuća (6,8 posto). #StatistikaBiH',
      'sr-Latn':
        'Potrošačke cijene u {month:-2:loc} bile su 3,1 odsto više nego prije godinu dana. Najviše su poskupjeli hrana (5,4 odsto) i stanovanje (4,2 odsto), a pojeftinile su odjeća i obuća (6,8 odsto). #StatistikaBiH',
      en: 'Consumer prices in {month:-2} were 3.1 % higher than a year earlier. Food (5.4 %) and housing (4.2 %) rose most; clothing and footwear became cheaper (6.8 %). #StatisticsBiH',
    },
    targets: statistics,
    state: 'published',
    at: { day: -22, time: '11:00' },
    comments: [
      {
        author: 'Rasema',
        text: 'Koje namirnice ulaze u hranu? Ulje mi je skuplje bar 15 posto.',
        variant: 'bs',
      },
      { author: 'Зоран К.', text: 'Може ли поређење са земљама у окружењу?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'tourism',
    planItem: 'tourism',
    author: 'josip',
    title: 'Turizam: dolasci i noćenja',
    texts: {
      bs: 'U {month:-2:loc} je zabilježeno 214.300 dolazaka turista i 438.900 noćenja, 7,2 posto više nego lani. Strani gosti su se zadržali u prosjeku 2,1 noć. Najviše ih je iz susjednih zemalja i Turske. #TurizamBiH',
      hr: 'U {month:-2:loc} je zabilježeno 214.300 dolazaka turista i 438.900 noćenja, 7,2 posto više nego lani. Strani gosti zadržali su se u prosjeku 2,1 noć. Najviše ih je iz susjednih zemalja i Turske. #TurizamBiH',
      'sr-Latn':
        'U {month:-2:loc} je zabilježeno 214.300 dolazaka turista i 438.900 noćenja, 7,2 odsto više nego lani. Strani gosti su se zadržali u prosjeku 2,1 noć. Najviše ih je iz susjednih zemalja i Turske. #TurizamBiH',
      en: 'In {month:-2} there were 214,300 tourist arrivals and 438,900 overnight stays, 7.2 % more than a year earlier. Foreign guests stayed 2.1 nights on average, most of them from neighbouring countries and Türkiye. #TourismBiH',
    },
    media: [pictures.bhasTourism],
    targets: statistics,
    state: 'published',
    at: { day: -18, time: '10:30' },
    comments: [{ author: 'Agencija Putnik', text: 'Da li je uključen i privatni smještaj?', variant: 'bs' }],
  },
  {
    key: 'correction',
    planItem: 'tourism',
    author: 'azra',
    title: 'Ispravka: strani gosti',
    texts: {
      bs: 'Ispravka: u objavi o turizmu naveli smo da su se strani gosti zadržali 2,1 noć. Tačan podatak je 2,0. Greška je nastala zaokruživanjem. Grafika i tabela su ispravljene, a stara verzija je sačuvana. Izvinjavamo se. #StatistikaBiH',
      hr: 'Ispravak: u objavi o turizmu naveli smo da su se strani gosti zadržali 2,1 noć. Točan je podatak 2,0. Pogreška je nastala zaokruživanjem. Grafika i tablica su ispravljene, a stara je inačica sačuvana. Ispričavamo se. #StatistikaBiH',
      'sr-Latn':
        'Ispravka: u objavi o turizmu naveli smo da su se strani gosti zadržali 2,1 noć. Tačan podatak je 2,0. Greška je nastala zaokruživanjem. Grafika i tabela su ispravljene, a stara verzija je sačuvana. Izvinjavamo se. #StatistikaBiH',
      en: 'Correction: in our post on tourism we said that foreign guests stayed 2.1 nights. The right figure is 2.0. The error came from rounding. The chart and the table have been corrected, and the old version has been kept. We apologise. #StatisticsBiH',
    },
    targets: latin,
    state: 'published',
    at: { day: -16, time: '14:00' },
    comments: [{ author: 'Marko T.', text: 'Lijepo da priznate pogrešku. Tako treba.', variant: 'hr' }],
  },
  {
    key: 'census-why',
    planItem: 'census-why',
    author: 'josip',
    title: 'Zašto popis stanovništva',
    texts: {
      bs: 'Čemu služi popis? Po njemu se planira gdje treba vrtić, koliko mjesta ima dom za starije i kuda ide autobus. Pitamo koliko vas živi u domaćinstvu, koliko imate godina i čime se bavite. Ne pitamo za račune ni za lozinke. #PopisStanovništva',
      hr: 'Čemu služi popis? Po njemu se planira gdje treba vrtić, koliko mjesta ima dom za starije i kuda ide autobus. Pitamo koliko vas živi u kućanstvu, koliko imate godina i čime se bavite. Ne pitamo za račune ni za zaporke. #PopisStanovništva',
      'sr-Latn':
        'Čemu služi popis? Po njemu se planira gdje treba vrtić, koliko mjesta ima dom za starije i kuda ide autobus. Pitamo koliko vas živi u domaćinstvu, koliko imate godina i čime se bavite. Ne pitamo za račune ni za lozinke. #PopisStanovništva',
      en: 'What is a census for? It helps to plan where a nursery is needed, how many places a care home has and where the bus goes. We ask how many of you live in the household, how old you are and what you do. We do not ask about accounts or passwords. #PopulationCensus',
    },
    media: [pictures.bhasCensus],
    targets: latin,
    state: 'published',
    at: { day: -14, time: '09:00' },
    comments: [
      { author: 'Nana Fata', text: 'Moram li pustiti popisivača u kuću?', variant: 'bs' },
      { author: 'Драгана', text: 'Живим у иностранству. Да ли ме родитељи уписују?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'employment',
    planItem: 'employment',
    author: 'azra',
    title: 'Zaposlenost, mjesečna objava',
    texts: {
      bs: 'Na kraju {month:-2:gen} bilo je 853.400 zaposlenih, 0,4 posto više nego mjesec ranije. Žena je među njima 44 posto. Najviše novih radnih mjesta otvoreno je u građevinarstvu i informacijskim djelatnostima. #StatistikaBiH',
      hr: 'Na kraju {month:-2:gen} bilo je 853.400 zaposlenih, 0,4 posto više nego mjesec prije. Žena je među njima 44 posto. Najviše novih radnih mjesta otvoreno je u graditeljstvu i informacijskim djelatnostima. #StatistikaBiH',
      'sr-Latn':
        'Na kraju {month:-2:gen} bilo je 853.400 zaposlenih, 0,4 odsto više nego mjesec ranije. Žena je među njima 44 odsto. Najviše novih radnih mjesta otvoreno je u građevinarstvu i informacionim djelatnostima. #StatistikaBiH',
      en: 'At the end of {month:-2} there were 853,400 people in employment, 0.4 % more than a month earlier; 44 % of them were women. Most new jobs were in construction and information services. #StatisticsBiH',
    },
    targets: statistics,
    state: 'published',
    at: { day: -10, time: '11:00' },
    comments: [{ author: 'Sindikat 7', text: 'Molimo i podatak o radu na određeno vrijeme.', variant: 'bs' }],
  },
  {
    key: 'calendar',
    planItem: 'release-calendar',
    author: 'josip',
    title: 'Šta objavljujemo sljedeće sedmice',
    texts: {
      bs: 'Šta objavljujemo: {day:+2} industrijska proizvodnja, {day:+5} vanjska trgovina, {day:+9} plaće. Uvijek u 11 sati, za sve istovremeno. Kalendar možete dodati u svoj telefon s naše stranice. #StatistikaBiH',
      hr: 'Što objavljujemo: {day:+2} industrijska proizvodnja, {day:+5} vanjska trgovina, {day:+9} plaće. Uvijek u 11 sati, za sve istodobno. Kalendar možete dodati u svoj telefon s naše stranice. #StatistikaBiH',
      'sr-Latn':
        'Šta objavljujemo: {day:+2} industrijska proizvodnja, {day:+5} spoljna trgovina, {day:+9} plate. Uvijek u 11 časova, za sve istovremeno. Kalendar možete da dodate u svoj telefon sa naše stranice. #StatistikaBiH',
      en: 'What we publish: industrial production on {day:+2}, foreign trade on {day:+5}, wages on {day:+9}. Always at 11:00, for everyone at the same time. You can add the calendar to your phone from our site. #StatisticsBiH',
    },
    targets: latin,
    state: 'published',
    at: { day: -3, time: '09:00' },
  },
  {
    key: 'industry',
    author: 'azra',
    title: 'Industrijska proizvodnja, mjesečna objava',
    texts: {
      bs: 'Industrijska proizvodnja u {month:-1:loc} bila je 1,3 posto manja nego prije godinu dana. Rasla je proizvodnja namještaja (4,0 posto), a pala proizvodnja električne energije (5,1 posto), najviše zbog suše. #StatistikaBiH',
      hr: 'Industrijska proizvodnja u {month:-1:loc} bila je 1,3 posto manja nego prije godinu dana. Rasla je proizvodnja namještaja (4,0 posto), a pala proizvodnja električne energije (5,1 posto), najviše zbog suše. #StatistikaBiH',
      'sr-Latn':
        'Industrijska proizvodnja u {month:-1:loc} bila je 1,3 odsto manja nego prije godinu dana. Rasla je proizvodnja namještaja (4,0 odsto), a opala proizvodnja električne energije (5,1 odsto), najviše zbog suše. #StatistikaBiH',
      en: 'Industrial production in {month:-1} was 1.3 % lower than a year earlier. Furniture grew by 4.0 %; electricity fell by 5.1 %, mainly because of the drought. #StatisticsBiH',
    },
    targets: statistics,
    state: 'scheduled',
    at: { day: 2, time: '11:00' },
  },
  {
    key: 'census-secret',
    planItem: 'census-secret',
    author: 'josip',
    title: 'Kako čuvamo podatke iz popisa',
    texts: {
      bs: 'Ko vidi vaš popisni obrazac? Popisivač i mali broj ljudi koji podatke unose, a svi potpisuju izjavu o tajnosti. Ne vide ga ni porezna uprava, ni policija, ni banka. Ime se briše čim završi provjera. #PopisStanovništva',
      hr: 'Tko vidi vaš popisni obrazac? Popisivač i mali broj ljudi koji podatke unose, a svi potpisuju izjavu o tajnosti. Ne vide ga ni porezna uprava, ni policija, ni banka. Ime se briše čim završi provjera. #PopisStanovništva',
      'sr-Latn':
        'Ko vidi vaš popisni obrazac? Popisivač i mali broj ljudi koji podatke unose, a svi potpisuju izjavu o tajnosti. Ne vide ga ni poreska uprava, ni policija, ni banka. Ime se briše čim se završi provjera. #PopisStanovništva',
      en: 'Who sees your census form? The census taker and a small number of people who enter the data, and all of them sign a confidentiality statement. The tax authority, the police and banks do not see it. Your name is deleted once the checks are over. #PopulationCensus',
    },
    media: [pictures.bhasCensus],
    targets: latin,
    state: 'scheduled',
    at: { day: 8, time: '09:00' },
  },
  {
    key: 'wages-next',
    planItem: 'wages',
    author: 'azra',
    title: 'Prosječna plaća i medijan',
    texts: {
      bs: 'Prosječna neto plaća u {month:-2:loc} bila je 1.621 KM, a medijan 1.284 KM: polovina zaposlenih ima manje, polovina više. Razlika između žena i muškaraca u prosjeku je 6,1 posto. #StatistikaBiH',
      hr: 'Prosječna neto plaća u {month:-2:loc} bila je 1.621 KM, a medijan 1.284 KM: polovica zaposlenih ima manje, polovica više. Razlika između žena i muškaraca u prosjeku je 6,1 posto. #StatistikaBiH',
      'sr-Latn':
        'Prosječna neto plata u {month:-2:loc} bila je 1.621 KM, a medijana 1.284 KM: polovina zaposlenih ima manje, polovina više. Razlika između žena i muškaraca u prosjeku je 6,1 odsto. #StatistikaBiH',
      en: 'The average net wage in {month:-2} was BAM 1,621 and the median BAM 1,284: half of employees earn less, half more. The gap between women and men is 6.1 % on average. #StatisticsBiH',
    },
    media: [pictures.bhasWages],
    targets: statistics,
    state: 'approved',
    at: { day: 9, time: '11:00' },
  },
  {
    key: 'harvest',
    author: 'josip',
    title: 'Procjena prinosa pšenice',
    texts: {
      bs: 'Prinos pšenice ove godine procjenjuje se na 4,3 tone po hektaru, 8 posto manje nego lani. Procjenu rade 140 procjenitelja na istim parcelama kao i prošle godine. Konačan podatak objavljujemo na kraju sezone. #StatistikaBiH',
      hr: 'Prinos pšenice ove godine procjenjuje se na 4,3 tone po hektaru, 8 posto manje nego lani. Procjenu radi 140 procjenitelja na istim parcelama kao i prošle godine. Konačan podatak objavljujemo na kraju sezone. #StatistikaBiH',
      'sr-Latn':
        'Prinos pšenice ove godine procjenjuje se na 4,3 tone po hektaru, 8 odsto manje nego lani. Procjenu radi 140 procjenjivača na istim parcelama kao i prošle godine. Konačan podatak objavljujemo na kraju sezone. #StatistikaBiH',
      en: 'This year’s wheat yield is estimated at 4.3 tonnes per hectare, 8 % less than last year. 140 assessors make the estimate on the same plots as last year. We will publish the final figure at the end of the season. #StatisticsBiH',
    },
    targets: latin,
    state: 'in-review',
    at: { day: 12, time: '10:00' },
  },
  {
    key: 'internet',
    author: 'azra',
    title: 'Internet u domaćinstvima (nacrt)',
    texts: {
      bs: 'Internet ima 79 posto domaćinstava. Među starijima od 65 koristi ga svaki treći. Najčešće služi za poruke i vijesti, a usluge uprave na internetu koristilo je tek 18 posto. Kako ste vi zadnji put predali obrazac? #DigitalnaBiH',
      hr: 'Internet ima 79 posto kućanstava. Među starijima od 65 koristi ga svaki treći. Najčešće služi za poruke i vijesti, a usluge uprave na internetu koristilo je tek 18 posto. Kako ste vi zadnji put predali obrazac? #DigitalnaBiH',
      'sr-Latn':
        'Internet ima 79 odsto domaćinstava. Među starijima od 65 koristi ga svaki treći. Najčešće služi za poruke i vijesti, a usluge uprave na internetu koristilo je tek 18 odsto. Kako ste vi posljednji put predali obrazac? #DigitalnaBiH',
      en: '79 % of households have the internet. Among people over 65, one in three uses it. Most use it for messages and news; only 18 % have used online public services. How did you last hand in a form? #DigitalBiH',
    },
    targets: latin,
    state: 'draft',
    at: { day: 19, time: '10:00' },
  },
  {
    key: 'births',
    author: 'azra',
    title: 'Rođeni, kvartalna objava',
    texts: {
      bs: 'U prvom kvartalu rođeno je 5.940 beba, 212 manje nego u istom periodu lani. Najčešća imena koja su roditelji izabrali objavljujemo narednog mjeseca. #StatistikaBiH',
      hr: 'U prvom tromjesečju rođeno je 5.940 beba, 212 manje nego u istom razdoblju lani. Najčešća imena koja su roditelji odabrali objavljujemo sljedećega mjeseca. #StatistikaBiH',
      'sr-Latn':
        'U prvom kvartalu rođeno je 5.940 beba, 212 manje nego u istom periodu lani. Najčešća imena koja su roditelji izabrali objavljujemo narednog mjeseca. #StatistikaBiH',
      en: '5,940 babies were born in the first quarter, 212 fewer than in the same period last year. The names parents chose most often will be published next month. #StatisticsBiH',
    },
    targets: statistics,
    state: 'unknown',
    at: { day: -1, time: '11:00' },
    remark:
      'Veza je prekinuta u trenutku slanja. Nije poznato da li je objava izašla; treba provjeriti na mreži.',
  },
  {
    key: 'trade-old',
    author: 'josip',
    title: 'Vanjska trgovina, prethodni mjesec',
    texts: {
      bs: 'Izvoz u {month:-3:loc} bio je 1,48 milijardi KM, a uvoz 2,51 milijardu KM. Izvozom je pokriveno 59 posto uvoza. Najviše smo izvozili namještaj, metalne proizvode i dijelove za automobile. #StatistikaBiH',
      hr: 'Izvoz u {month:-3:loc} bio je 1,48 milijardi KM, a uvoz 2,51 milijardu KM. Izvozom je pokriveno 59 posto uvoza. Najviše smo izvozili namještaj, metalne proizvode i dijelove za automobile. #StatistikaBiH',
      'sr-Latn':
        'Izvoz u {month:-3:loc} bio je 1,48 milijardi KM, a uvoz 2,51 milijardu KM. Izvozom je pokriveno 59 odsto uvoza. Najviše smo izvozili namještaj, metalne proizvode i dijelove za automobile. #StatistikaBiH',
      en: 'Exports in {month:-3} were worth BAM 1.48 billion and imports BAM 2.51 billion. Exports covered 59 % of imports. Our main exports were furniture, metal products and car parts. #StatisticsBiH',
    },
    targets: latin,
    state: 'expired',
    at: { day: -20, time: '11:00' },
    remark: 'Odobrenje nije stiglo do roka; u međuvremenu je izašao noviji podatak.',
  },
];
