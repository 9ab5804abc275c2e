import { pictures } from '../pictures.ts';
import type { DemoPost, DemoTarget } from '../shape.ts';

const both: DemoTarget[] = [
  { account: 'main', variant: 'bs' },
  { account: 'cir', variant: 'sr-Cyrl' },
];
const latin: DemoTarget[] = [{ account: 'main', variant: 'bs' }];

export const posts: DemoPost[] = [
  {
    key: 'report',
    planItem: 'how-to-report',
    author: 'merima',
    title: 'Tri načina prijave',
    texts: {
      bs: 'Korupciju možete prijaviti na tri načina: obrascem na našoj stranici, pismom ili lično. Prijava može biti i anonimna. Najviše pomažu četiri podatka: ko, šta, kada i čime se to može potvrditi. #PrijaviKorupciju',
      hr: 'Korupciju možete prijaviti na tri načina: obrascem na našoj stranici, pismom ili osobno. Prijava može biti i anonimna. Najviše pomažu četiri podatka: tko, što, kada i čime se to može potvrditi. #PrijaviKorupciju',
      'sr-Latn':
        'Korupciju možete da prijavite na tri načina: obrascem na našoj stranici, pismom ili lično. Prijava može da bude i anonimna. Najviše pomažu četiri podatka: ko, šta, kada i čime to može da se potvrdi. #PrijaviKorupciju',
      en: 'You can report corruption in three ways: with the form on our site, by letter or in person. A report may also be anonymous. Four details help most: who, what, when and how it can be confirmed. #ReportCorruption',
    },
    media: [pictures.apikReport],
    targets: both,
    state: 'published',
    at: { day: -30, time: '10:00' },
    comments: [
      { author: 'Anonimus', text: 'Kako da znam da se moj e-mail neće vidjeti?', variant: 'bs' },
      { author: 'Ивана', text: 'Да ли добијем одговор ако пријавим анонимно?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'protection',
    planItem: 'protection',
    author: 'dario',
    title: 'Status zaštićenog prijavitelja',
    texts: {
      bs: 'Prijavili ste korupciju na poslu i bojite se posljedica? Možete tražiti zaštitu. Odlučujemo u roku od 30 dana, a ako je dobijete, poslodavac mora vratiti stanje kakvo je bilo: radno mjesto, plaću i zadatke. #ZaštitaPrijavitelja',
      hr: 'Prijavili ste korupciju na poslu i bojite se posljedica? Možete zatražiti zaštitu. Odlučujemo u roku od 30 dana, a ako je dobijete, poslodavac mora vratiti prijašnje stanje: radno mjesto, plaću i zadaće. #ZaštitaPrijavitelja',
      'sr-Latn':
        'Prijavili ste korupciju na poslu i plašite se posljedica? Možete da tražite zaštitu. Odlučujemo u roku od 30 dana, a ako je dobijete, poslodavac mora da vrati stanje kakvo je bilo: radno mjesto, platu i zadatke. #ZaštitaPrijavilaca',
      en: 'Have you reported corruption at work and fear the consequences? You can ask for protection. We decide within 30 days; if you are granted it, your employer must restore things as they were: your job, pay and duties. #WhistleblowerProtection',
    },
    targets: both,
    state: 'published',
    at: { day: -23, time: '11:00' },
    comments: [
      {
        author: 'Bivša službenica',
        text: 'Vrijedi li zaštita i za one kojima je ugovor već prekinut?',
        variant: 'bs',
      },
      { author: 'Stjepan', text: 'A što ako poslodavac to ne poštuje?', variant: 'hr' },
      { author: 'pravda_bih', text: 'Svi ste vi isti, samo glumite!', variant: 'bs' },
    ],
  },
  {
    key: 'gift-rules',
    planItem: 'gifts',
    author: 'merima',
    title: 'Pravila o poklonima',
    texts: {
      bs: 'Stranka vam nudi poklon? Tri pravila za službenike: novac nikad, skupocjen predmet vratite odmah, a sve što ostane upišite u knjigu poklona isti dan. Kafa i čestitka nisu problem, nadoknada za uslugu jest. 🎁 #ČisteRuke',
      hr: 'Stranka vam nudi dar? Tri pravila za službenike: novac nikad, skupocjen predmet vratite odmah, a sve što ostane upišite u knjigu darova isti dan. Kava i čestitka nisu problem, naknada za uslugu jest. 🎁 #ČisteRuke',
      'sr-Latn':
        'Stranka vam nudi poklon? Tri pravila za službenike: novac nikad, skupocjen predmet vratite odmah, a sve što ostane upišite u knjigu poklona istog dana. Kafa i čestitka nisu problem, nadoknada za uslugu jeste. 🎁 #ČisteRuke',
      en: 'A client offers you a gift? Three rules for officials: never take money, return a valuable item at once, and enter whatever stays in the gift register on the same day. A coffee or a greetings card is no problem; a reward for a service is. 🎁 #CleanHands',
    },
    media: [pictures.apikGifts],
    targets: both,
    state: 'published',
    at: { day: -17, time: '09:30' },
    comments: [
      { author: 'Medicinska sestra', text: 'Da li se pravilo odnosi i na bolnice?', variant: 'bs' },
      { author: 'Миле', text: 'А ручак са извођачем радова?', variant: 'sr-Cyrl' },
    ],
  },
  {
    key: 'plans',
    planItem: 'integrity-plans',
    author: 'dario',
    title: 'Planovi integriteta po institucijama',
    texts: {
      bs: 'Plan integriteta ima 61 od 74 institucije, 9 više nego lani. To je spisak mjesta gdje korupcija može nastati i šta je ko dužan uraditi. Najčešći rizici: zapošljavanje, nabavke i službena vozila. #Integritet',
      hr: 'Plan integriteta ima 61 od 74 institucije, 9 više nego lani. To je popis mjesta na kojima korupcija može nastati i što je tko dužan učiniti. Najčešći rizici: zapošljavanje, nabava i službena vozila. #Integritet',
      'sr-Latn':
        'Plan integriteta ima 61 od 74 institucije, 9 više nego lani. To je spisak mjesta gdje korupcija može da nastane i šta je ko dužan da uradi. Najčešći rizici: zapošljavanje, nabavke i službena vozila. #Integritet',
      en: '61 of 74 institutions have an integrity plan, 9 more than last year. It lists where corruption can arise and who must do what about it. The most common risks: recruitment, procurement and official cars. #Integrity',
    },
    targets: both,
    state: 'published',
    at: { day: -12, time: '10:00' },
    comments: [
      {
        author: 'Transparentni grad',
        text: 'Objavite molim vas i koje institucije plan nemaju.',
        variant: 'bs',
      },
    ],
  },
  {
    key: 'not-proof',
    planItem: 'how-to-report',
    author: 'merima',
    title: 'Prijava nije presuda',
    texts: {
      bs: 'Prijava nije presuda. Kad stigne, provjeravamo ima li podataka za postupanje i šaljemo je onome ko je nadležan. Imena u komentarima zato uklanjamo uz obrazloženje: i prijavljeni ima pravo na zaštitu podataka. #PrijaviKorupciju',
      hr: 'Prijava nije presuda. Kad stigne, provjeravamo ima li podataka za postupanje i šaljemo je onomu tko je nadležan. Imena u komentarima stoga uklanjamo uz obrazloženje: i prijavljeni ima pravo na zaštitu podataka. #PrijaviKorupciju',
      'sr-Latn':
        'Prijava nije presuda. Kad stigne, provjeravamo da li ima podataka za postupanje i šaljemo je onome ko je nadležan. Imena u komentarima zato uklanjamo uz obrazloženje: i prijavljeni ima pravo na zaštitu podataka. #PrijaviKorupciju',
      en: 'A report is not a verdict. When one arrives, we check whether there is enough to act on and send it to the body in charge. That is why we remove names from comments and say why: the person reported also has a right to data protection. #ReportCorruption',
    },
    targets: both,
    state: 'published',
    at: { day: -9, time: '13:00' },
    comments: [
      { author: 'Senka', text: 'Koliko dana ima nadležni organ da se izjasni?', variant: 'sr-Latn' },
    ],
  },
  {
    key: 'conflict-cousin',
    planItem: 'conflict',
    author: 'dario',
    title: 'Sukob interesa: rođak u komisiji',
    texts: {
      bs: 'Član ste komisije za prijem, a prijavio se vaš rođak. Šta učiniti? Pismeno javite i izađite iz komisije prije otvaranja prijava. Nije sramota imati rođaka, problem je prešutjeti ga. #SukobInteresa',
      hr: 'Član ste povjerenstva za prijam, a prijavio se vaš rođak. Što učiniti? Pisano javite i izađite iz povjerenstva prije otvaranja prijava. Nije sramota imati rođaka, problem je prešutjeti ga. #SukobInteresa',
      'sr-Latn':
        'Član ste komisije za prijem, a prijavio se vaš rođak. Šta da uradite? Pismeno javite i izađite iz komisije prije otvaranja prijava. Nije sramota imati rođaka, problem je prećutati ga. #SukobInteresa',
      en: 'You sit on a selection panel and a relative of yours has applied. What should you do? Declare it in writing and leave the panel before the applications are opened. Having a relative is no shame; the problem is keeping quiet about it. #ConflictOfInterest',
    },
    targets: both,
    state: 'published',
    at: { day: -6, time: '10:30' },
    comments: [{ author: 'Advokat iz Tuzle', text: 'Koji stepen srodstva se računa?', variant: 'bs' }],
  },
  {
    key: 'training-done',
    planItem: 'training',
    author: 'merima',
    title: 'Obuka za službenike za integritet',
    texts: {
      bs: 'Obuku o planovima integriteta završilo je 180 službenika. Najteža vježba: prepoznati rizik u vlastitom uredu. Materijali i zadaci s rješenjima slobodni su za svakoga na našoj stranici. #Integritet',
      hr: 'Izobrazbu o planovima integriteta završilo je 180 službenika. Najteža vježba: prepoznati rizik u vlastitom uredu. Materijali i zadaci s rješenjima slobodni su za svakoga na našoj stranici. #Integritet',
      'sr-Latn':
        'Obuku o planovima integriteta završilo je 180 službenika. Najteža vježba: prepoznati rizik u sopstvenoj kancelariji. Materijali i zadaci sa rješenjima slobodni su za svakoga na našoj stranici. #Integritet',
      en: '180 officials have completed the training on integrity plans. The hardest exercise: spotting a risk in your own office. The materials and the exercises with answers are free for everyone on our site. #Integrity',
    },
    targets: latin,
    state: 'published',
    at: { day: -3, time: '12:00' },
  },
  {
    key: 'quarter',
    planItem: 'quarter',
    author: 'dario',
    title: 'Prijave u prošlom tromjesečju',
    texts: {
      bs: 'U prošlom tromjesečju stigle su 94 prijave: 38 o zapošljavanju, 27 o nabavkama, 29 o ostalom. Nadležnima smo proslijedili 52, dopunu tražili za 31, a 11 nije bilo o korupciji. Prosječan prvi odgovor: šest dana. #PrijaviKorupciju',
      hr: 'U prošlom tromjesečju pristigle su 94 prijave: 38 o zapošljavanju, 27 o nabavi, 29 o ostalom. Nadležnima smo proslijedili 52, dopunu tražili za 31, a 11 nije bilo o korupciji. Prosječan prvi odgovor: šest dana. #PrijaviKorupciju',
      'sr-Latn':
        'U prošlom tromjesečju stigle su 94 prijave: 38 o zapošljavanju, 27 o nabavkama, 29 o ostalom. Nadležnima smo proslijedili 52, dopunu tražili za 31, a 11 nije bilo o korupciji. Prosječan prvi odgovor: šest dana. #PrijaviKorupciju',
      en: '94 reports arrived last quarter: 38 on recruitment, 27 on procurement, 29 on other matters. We passed 52 to the bodies in charge, asked for more detail on 31, and 11 were not about corruption. Average time to a first reply: six days. #ReportCorruption',
    },
    media: [pictures.apikReport],
    targets: both,
    state: 'scheduled',
    at: { day: 4, time: '10:00' },
  },
  {
    key: 'gift-book',
    planItem: 'gifts',
    author: 'merima',
    title: 'Knjiga poklona: primjer',
    texts: {
      bs: 'Kako izgleda knjiga poklona? Datum, ko je dao, šta, procjena vrijednosti i gdje je predmet sada. Pet redaka koji štite i službenika i stranku. Obrazac je na našoj stranici, a knjiga je javna. #ČisteRuke',
      hr: 'Kako izgleda knjiga darova? Datum, tko je dao, što, procjena vrijednosti i gdje je predmet sada. Pet redaka koji štite i službenika i stranku. Obrazac je na našoj stranici, a knjiga je javna. #ČisteRuke',
      'sr-Latn':
        'Kako izgleda knjiga poklona? Datum, ko je dao, šta, procjena vrijednosti i gdje je predmet sada. Pet redova koji štite i službenika i stranku. Obrazac je na našoj stranici, a knjiga je javna. #ČisteRuke',
      en: 'What does a gift register look like? The date, who gave it, what it was, its estimated value and where it is now. Five lines that protect both the official and the client. The form is on our site, and the register is public. #CleanHands',
    },
    media: [pictures.apikGifts],
    targets: both,
    state: 'scheduled',
    at: { day: 8, time: '11:00' },
  },
  {
    key: 'protection-story',
    planItem: 'protection',
    author: 'dario',
    title: 'Kako izgleda postupak zaštite',
    texts: {
      bs: 'Kako teče zaštita prijavitelja: zahtjev, provjera u 15 dana, odluka u 30, uputa poslodavcu i nadzor svaka tri mjeseca. Ako poslodavac ne postupi, slijedi kazna. Identitet prijavitelja zna najviše troje ljudi. #ZaštitaPrijavitelja',
      hr: 'Kako teče zaštita prijavitelja: zahtjev, provjera u 15 dana, odluka u 30, naputak poslodavcu i nadzor svaka tri mjeseca. Ako poslodavac ne postupi, slijedi kazna. Identitet prijavitelja zna najviše troje ljudi. #ZaštitaPrijavitelja',
      'sr-Latn':
        'Kako teče zaštita prijavilaca: zahtjev, provjera u 15 dana, odluka u 30, uputstvo poslodavcu i nadzor svaka tri mjeseca. Ako poslodavac ne postupi, slijedi kazna. Identitet prijavioca zna najviše troje ljudi. #ZaštitaPrijavilaca',
      en: 'How whistleblower protection works: a request, a check in 15 days, a decision in 30, instructions to the employer and a review every three months. An employer who does not comply is fined. At most three people know the whistleblower’s identity. #WhistleblowerProtection',
    },
    targets: both,
    state: 'approved',
    at: { day: 13, time: '10:00' },
  },
  {
    key: 'conflict-firm',
    planItem: 'conflict',
    author: 'merima',
    title: 'Sukob interesa: firma supružnika',
    texts: {
      bs: 'Firma vašeg supružnika javlja se na nabavku vaše institucije. Smije li? Pravilo: vi ne učestvujete ni u pripremi ni u odluci, a veza mora biti prijavljena i upisana u spis. Prijava prije ponude, a ne poslije. #SukobInteresa',
      hr: 'Tvrtka vašeg supružnika javlja se na nabavu vaše institucije. Smije li? Pravilo: vi ne sudjelujete ni u pripremi ni u odluci, a veza mora biti prijavljena i upisana u spis. Prijava prije ponude, a ne poslije. #SukobInteresa',
      'sr-Latn':
        'Firma vašeg supružnika javlja se na nabavku vaše institucije. Da li smije? Pravilo: vi ne učestvujete ni u pripremi ni u odluci, a veza mora da bude prijavljena i upisana u spis. Prijava prije ponude, a ne poslije. #SukobInteresa',
      en: 'Your spouse’s firm bids for a contract with your institution. Is that allowed? The rule: you take no part in preparing it or deciding on it, and the link must be declared and put on file. Declare it before the bid, not after. #ConflictOfInterest',
    },
    targets: both,
    state: 'in-review',
    at: { day: 16, time: '10:30' },
  },
  {
    key: 'school-quiz',
    planItem: 'training',
    author: 'dario',
    title: 'Kviz za srednje škole (nacrt)',
    texts: {
      bs: 'Da li je prepisivanje korupcija? A čokolada za ocjenu? Pripremamo kviz za srednje škole i tražimo pet škola za probu. Nastavnici, javite se na info@apik.example.org do {day:+28}. #Integritet',
      hr: 'Je li prepisivanje korupcija? A čokolada za ocjenu? Pripremamo kviz za srednje škole i tražimo pet škola za probu. Nastavnici, javite se na info@apik.example.org do {day:+28}. #Integritet',
      'sr-Latn':
        'Da li je prepisivanje korupcija? A čokolada za ocjenu? Pripremamo kviz za srednje škole i tražimo pet škola za probu. Nastavnici, javite se na info@apik.example.org do {day:+28}. #Integritet',
      en: 'Is copying from a classmate corruption? And chocolate for a mark? We are preparing a quiz for secondary schools and are looking for five schools to try it. Teachers, write to info@apik.example.org by {day:+28}. #Integrity',
    },
    targets: latin,
    state: 'draft',
    at: { day: 23, time: '10:00' },
  },
  {
    key: 'worst-list',
    planItem: 'integrity-plans',
    author: 'merima',
    title: 'Institucije bez plana integriteta',
    texts: {
      bs: 'Plan integriteta još nema 13 od 74 institucije. Rok je istekao prije šest mjeseci. Svakoj smo ponudili pomoć: dva dana rada našeg stručnjaka, bez troška. Ko je prihvatio, objavljujemo narednog mjeseca. #Integritet',
      hr: 'Plan integriteta još nema 13 od 74 institucije. Rok je istekao prije šest mjeseci. Svakoj smo ponudili pomoć: dva dana rada našega stručnjaka, bez troška. Tko je prihvatio, objavljujemo sljedećega mjeseca. #Integritet',
      'sr-Latn':
        'Plan integriteta još nema 13 od 74 institucije. Rok je istekao prije šest mjeseci. Svakoj smo ponudili pomoć: dva dana rada našeg stručnjaka, bez troška. Ko je prihvatio, objavljujemo narednog mjeseca. #Integritet',
      en: '13 of 74 institutions still have no integrity plan. The deadline passed six months ago. We offered help to each of them: two days of our expert’s work, at no cost. Next month we will publish which of them accepted. #Integrity',
    },
    targets: both,
    state: 'sent-back',
    at: { day: 6, time: '11:00' },
    remark:
      'Provjeriti broj: dvije institucije su plan dostavile prošle sedmice. Tek onda ponovo na odobrenje.',
  },
  {
    key: 'case',
    planItem: 'how-to-report',
    author: 'dario',
    title: 'Primjer prijave iz prakse',
    texts: {
      bs: 'Kako jedna dobra prijava može promijeniti stvari? Zaposlenik je prijavio namještanje nabavke, priložio dopise i datume, i postupak je pokrenut za deset dana. Dobra prijava ima dokaze, a ne samo sumnju. #PrijaviKorupciju',
      hr: 'Kako jedna dobra prijava može promijeniti stvari? Zaposlenik je prijavio namještanje nabave, priložio dopise i datume, i postupak je pokrenut za deset dana. Dobra prijava ima dokaze, a ne samo sumnju. #PrijaviKorupciju',
      'sr-Latn':
        'Kako jedna dobra prijava može da promijeni stvari? Zaposleni je prijavio namještanje nabavke, priložio dopise i datume, i postupak je pokrenut za deset dana. Dobra prijava ima dokaze, a ne samo sumnju. #PrijaviKorupciju',
      en: 'How can one good report change things? An employee reported a rigged procurement, attached letters and dates, and proceedings began within ten days. A good report has evidence, not just suspicion. #ReportCorruption',
    },
    targets: latin,
    state: 'withdrawn',
    at: { day: -14, time: '15:00' },
    remark: 'Postupak još traje i osoba bi se mogla prepoznati. Povučeno na zahtjev pravne službe.',
  },
];
