import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Profesionalni nalog na Instagramu (Business ili Creator). Potrebna je aplikacija na developers.facebook.com, koju institucija registruje jednom i koja je besplatna. Instagram sam preuzima slike i videe od Glasnika i ne prima objavu bez slike ili videa, pa Glasnik mora imati javnu adresu.',
  settings: {
    appId: {
      label: 'ID Instagram aplikacije',
      help: 'Instagram → API setup with Instagram login → Instagram app ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Instagram aplikacije',
      help: 'Na istom mjestu: Instagram app secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Instagramu je aplikaciji oduzet pristup. Povežite nalog ponovo.',
    checkpoint: 'Instagram traži da se prijavite u aplikaciji i potvrdite nalog. Zatim ga povežite ponovo.',
    'password-changed': 'Lozinka naloga je promijenjena, pa je dozvola prestala. Povežite nalog ponovo.',
    blocked:
      'Instagram je nalogu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Account status na Instagramu.',
    'no-public-address':
      'Instagram sam preuzima slike i videe, a ovaj Glasnik nema adresu do koje mreže mogu (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Instagram dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i nije se obnovila. Povežite nalog ponovo prije toga.',
    'media-refused':
      'Instagram nije mogao preuzeti ili pročitati sliku ili video. Provjerite vezu pod Nalozi ili uzmite drugu datoteku.',
    'media-not-ready': 'Instagram još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je nakon 24 sata, i ništa nije izašlo. Pokrenite slanje ponovo.',
    'published-unseen': 'Instagram kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovo.',
    'picture-missing':
      'Instagram ne prima objavu bez slike ili videa. Dodajte jedno od toga ili skinite Instagram s ove objave.',
    'too-many-hashtags': 'Instagram prima najviše {{max}} heštegova. Izbacite neki.',
    'too-many-mentions': 'Instagram prima najviše 20 spominjanja naloga. Izbacite neko.',
    'caption-too-long': 'Tekst je predugačak za Instagram. Skratite ga.',
    'quota-full':
      'Danas je preko API-ja izašlo onoliko objava koliko Instagram dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'account-restricted':
      'Instagram je ograničio ovaj nalog ili nije aktivan. Prijavite se u aplikaciji Instagram i pogledajte Account status.',
    'media-unreachable':
      'Instagram nije mogao preuzeti sliku ili video od Glasnika. Neka operater provjeri da li put /lent/ prolazi kroz zaštitni zid i proxy bez prijave.',
  },
  checks: {
    server: 'Instagram odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dozvole',
  },
};

const hr: Words = {
  about:
    'Profesionalni račun na Instagramu (Business ili Creator). Potrebna je aplikacija na developers.facebook.com, koju institucija registrira jednom i koja je besplatna. Instagram sam preuzima slike i videozapise od Glasnika i ne prima objavu bez slike ili videozapisa, pa Glasnik mora imati javnu adresu.',
  settings: {
    appId: {
      label: 'ID Instagram aplikacije',
      help: 'Instagram → API setup with Instagram login → Instagram app ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Instagram aplikacije',
      help: 'Na istome mjestu: Instagram app secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Instagramu je aplikaciji oduzet pristup. Povežite račun ponovno.',
    checkpoint: 'Instagram traži da se prijavite u aplikaciji i potvrdite račun. Zatim ga povežite ponovno.',
    'password-changed': 'Zaporka računa je promijenjena, pa je dopuštenje prestalo. Povežite račun ponovno.',
    blocked:
      'Instagram je računu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovno; pogledajte Account status na Instagramu.',
    'no-public-address':
      'Instagram sam preuzima slike i videozapise, a ovaj Glasnik nema adresu do koje mreže mogu doći (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Instagram dopušta u 24 sata. Glasnik pokušava ponovno kad bude mjesta.',
    'ends-soon': 'Dopuštenje istječe za {{days}} dana i nije se obnovilo. Povežite račun ponovno prije toga.',
    'media-refused':
      'Instagram nije mogao preuzeti ili pročitati sliku ili videozapis. Provjerite vezu pod Računi ili uzmite drugu datoteku.',
    'media-not-ready': 'Instagram još obrađuje sliku ili videozapis. Glasnik pokušava ponovno sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je nakon 24 sata, i ništa nije izašlo. Pokrenite slanje ponovno.',
    'published-unseen': 'Instagram kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovno.',
    'picture-missing':
      'Instagram ne prima objavu bez slike ili videozapisa. Dodajte jedno od toga ili maknite Instagram s ove objave.',
    'too-many-hashtags': 'Instagram prima najviše {{max}} hashtagova. Izbacite neki.',
    'too-many-mentions': 'Instagram prima najviše 20 spominjanja računa. Izbacite neko.',
    'caption-too-long': 'Tekst je predug za Instagram. Skratite ga.',
    'quota-full':
      'Danas je preko API-ja izašlo onoliko objava koliko Instagram dopušta u 24 sata. Glasnik pokušava ponovno kad bude mjesta.',
    'account-restricted':
      'Instagram je ograničio ovaj račun ili nije aktivan. Prijavite se u aplikaciji Instagram i pogledajte Account status.',
    'media-unreachable':
      'Instagram nije mogao preuzeti sliku ili videozapis od Glasnika. Neka operater provjeri prolazi li put /lent/ kroz vatrozid i proxy bez prijave.',
  },
  checks: {
    server: 'Instagram odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dopuštenja',
  },
};

const srLatn: Words = {
  about:
    'Profesionalni nalog na Instagramu (Business ili Creator). Potrebna je aplikacija na developers.facebook.com, koju institucija registruje jednom i koja je besplatna. Instagram sam preuzima slike i videe od Glasnika i ne prima objavu bez slike ili videa, pa Glasnik mora da ima javnu adresu.',
  settings: {
    appId: {
      label: 'ID Instagram aplikacije',
      help: 'Instagram → API setup with Instagram login → Instagram app ID. To nije isti broj kao App ID.',
    },
    appSecret: {
      label: 'Tajna Instagram aplikacije',
      help: 'Na istom mjestu: Instagram app secret.',
    },
  },
  reasons: {
    'app-removed': 'Na Instagramu je aplikaciji oduzet pristup. Povežite nalog ponovo.',
    checkpoint: 'Instagram traži da se prijavite u aplikaciji i potvrdite nalog. Zatim ga povežite ponovo.',
    'password-changed': 'Lozinka naloga je promijenjena, pa je dozvola prestala. Povežite nalog ponovo.',
    blocked:
      'Instagram je nalogu privremeno zabranio objavljivanje zbog svojih pravila. Glasnik pokušava ponovo; pogledajte Account status na Instagramu.',
    'no-public-address':
      'Instagram sam preuzima slike i videe, a ovaj Glasnik nema adresu do koje mreže mogu da dođu (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'quota-used':
      'Danas je preko API-ja izašlo svih {{total}} objava koliko Instagram dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'ends-soon': 'Dozvola ističe za {{days}} dana i nije se obnovila. Povežite nalog ponovo prije toga.',
    'media-refused':
      'Instagram nije mogao da preuzme ili pročita sliku ili video. Provjerite vezu pod Nalozi ili uzmite drugu datoteku.',
    'media-not-ready': 'Instagram još obrađuje sliku ili video. Glasnik pokušava ponovo sam.',
    'container-expired':
      'Ono što je pripremljeno isteklo je poslije 24 sata, i ništa nije izašlo. Pokrenite slanje ponovo.',
    'published-unseen': 'Instagram kaže da je objava izašla, ali je još ne pokazuje. Glasnik gleda ponovo.',
    'picture-missing':
      'Instagram ne prima objavu bez slike ili videa. Dodajte jedno od toga ili skinite Instagram sa ove objave.',
    'too-many-hashtags': 'Instagram prima najviše {{max}} heštegova. Izbacite neki.',
    'too-many-mentions': 'Instagram prima najviše 20 pominjanja naloga. Izbacite neko.',
    'caption-too-long': 'Tekst je predugačak za Instagram. Skratite ga.',
    'quota-full':
      'Danas je preko API-ja izašlo onoliko objava koliko Instagram dozvoljava za 24 sata. Glasnik pokušava ponovo kad bude mjesta.',
    'account-restricted':
      'Instagram je ograničio ovaj nalog ili nije aktivan. Prijavite se u aplikaciji Instagram i pogledajte Account status.',
    'media-unreachable':
      'Instagram nije mogao da preuzme sliku ili video od Glasnika. Neka operater provjeri da li put /lent/ prolazi kroz zaštitni zid i proxy bez prijave.',
  },
  checks: {
    server: 'Instagram odgovara',
    session: 'Prijava na mrežu',
    rights: 'Pravo objavljivanja i mjesto za danas',
    address: 'Javna adresa Glasnika, za slike',
    end: 'Trajanje dozvole',
  },
};

const en: Words = {
  about:
    'A professional account on Instagram (Business or Creator). It needs an app at developers.facebook.com, which the institution registers once and which is free. Instagram fetches pictures and videos from Glasnik by itself and takes no post without either, so Glasnik must have a public address.',
  settings: {
    appId: {
      label: 'Instagram app ID',
      help: 'Instagram → API setup with Instagram login → Instagram app ID. It is not the same number as the App ID.',
    },
    appSecret: {
      label: 'Instagram app secret',
      help: 'In the same place: Instagram app secret.',
    },
  },
  reasons: {
    'app-removed': 'The app was taken off the account at Instagram. Connect the account again.',
    checkpoint:
      'Instagram wants you to sign in to its application and confirm the account. Then connect it again.',
    'password-changed':
      'The password of the account was changed, which ended the permission. Connect the account again.',
    blocked:
      'Instagram has forbidden the account to publish for a time, by its own rules. Glasnik tries again; look at Account status on Instagram.',
    'no-public-address':
      'Instagram fetches pictures and videos by itself, and this Glasnik has no address that networks can reach (https, a public name). Let the operator set GLASNIK_URL.',
    'quota-used':
      'All {{total}} posts that Instagram allows through its API in 24 hours are out. Glasnik tries again when there is room.',
    'ends-soon':
      'The permission ends in {{days}} days and was not renewed. Connect the account again before that.',
    'media-refused':
      'Instagram could not fetch or read the picture or video. Check the connection under Accounts, or take another file.',
    'media-not-ready': 'Instagram is still working on the picture or video. Glasnik tries again by itself.',
    'container-expired': 'What was prepared ended after 24 hours, and nothing went out. Start sending again.',
    'published-unseen': 'Instagram says that the post is out but does not show it yet. Glasnik looks again.',
    'picture-missing':
      'Instagram takes no post without a picture or a video. Add one, or take Instagram off this post.',
    'too-many-hashtags': 'Instagram takes at most {{max}} hashtags. Take one out.',
    'too-many-mentions': 'Instagram takes at most 20 mentions of accounts. Take one out.',
    'caption-too-long': 'The text is too long for Instagram. Shorten it.',
    'quota-full':
      'As many posts as Instagram allows through its API in 24 hours are out. Glasnik tries again when there is room.',
    'account-restricted':
      'Instagram has restricted this account, or it is not active. Sign in to Instagram and look at Account status.',
    'media-unreachable':
      'Instagram could not fetch the picture or video from Glasnik. Let the operator check that the path /lent/ passes firewall and proxy without a sign-in.',
  },
  checks: {
    server: 'Instagram answers',
    session: 'Sign-in',
    rights: 'Right to publish, and room today',
    address: 'Public address of Glasnik, for pictures',
    end: 'How long the permission lasts',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
