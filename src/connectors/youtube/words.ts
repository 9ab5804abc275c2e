import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Video na kanalu institucije. Prvi red teksta je naslov, ostatak opis. Potreban je projekt na Google Cloudu koji je Google pregledao: dok nije, sve što Glasnik pošalje vidi samo vlasnik kanala.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Iz projekta na Google Cloudu: Google Auth Platform, Clients, vrsta „Web application“.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client secret)',
      help: 'Vidi se samo kad se napravi. Čuva se šifrirano.',
    },
    privacy: {
      label: 'Ko vidi video',
      help: 'Važi za sve što Glasnik objavi na ovom kanalu.',
      options: { public: 'Svi', unlisted: 'Samo ko ima poveznicu' },
    },
    madeForKids: {
      label: 'Namijenjeno djeci',
      help: 'YouTube to mora znati. Kod videa za djecu nema komentara ni obavijesti.',
      options: { no: 'Ne', yes: 'Da, sve na ovom kanalu' },
    },
  },
  reasons: {
    'video-missing': 'YouTube prima samo objave s videom. Dodajte video ili skinite YouTube s objave.',
    'text-empty': 'Objava nema teksta, a video mora imati naslov. Napišite ga u prvi red.',
    'media-refused':
      'YouTube nije primio video ili titl. Sačuvajte video kao MP4 (H.264) pa ga stavite umjesto ovoga.',
    'locked-private':
      'Video je na kanalu, ali ga vidi samo vlasnik: Google još nije pregledao projekt. Zatražite pregled (u uputama piše kako), a do tada video objavite ručno u YouTube Studiju.',
    'quota-used':
      'Projekt je potrošio ono što Google daje za jedan dan. Glasnik nastavlja sam kad počne novi dan u Kaliforniji (oko 9 sati).',
    'upload-limit': 'Kanal je danas poslao onoliko videa koliko smije. Glasnik pokušava ponovo sam.',
    'account-inactive': 'Kanal je suspendovan ili zatvoren. Prijavite se na YouTube da vidite zašto.',
    'no-channel':
      'Na ovom Google računu nema tog kanala. Povežite ponovo i na Googleovoj stranici izaberite kanal institucije.',
    'api-off':
      'U projektu nije uključen YouTube Data API v3. Uključite ga na Google Cloudu pa pokušajte ponovo.',
    'video-gone': 'Videa više nema na kanalu: neko ga je obrisao. Pošaljite ponovo od početka.',
    'no-refresh-token':
      'Google nije dao trajno pravo. U svom Google računu uklonite pristup ovoj aplikaciji pa povežite ponovo.',
    'short-only':
      'Kanal prima video do {{max}} minuta. Za duže potvrdite broj telefona na youtube.com/verify.',
  },
  checks: {
    server: 'YouTube odgovara',
    session: 'Prijava na Google',
    channel: 'Kanal je tu',
    rights: 'Pravo za objavljivanje',
    length: 'Dugi video',
  },
};

const hr: Words = {
  about:
    'Videozapis na kanalu institucije. Prvi redak teksta je naslov, ostatak opis. Potreban je projekt na Google Cloudu koji je Google pregledao: dok nije, sve što Glasnik pošalje vidi samo vlasnik kanala.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Iz projekta na Google Cloudu: Google Auth Platform, Clients, vrsta „Web application“.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client secret)',
      help: 'Vidi se samo kad se izradi. Čuva se šifrirano.',
    },
    privacy: {
      label: 'Tko vidi videozapis',
      help: 'Vrijedi za sve što Glasnik objavi na ovom kanalu.',
      options: { public: 'Svi', unlisted: 'Samo tko ima poveznicu' },
    },
    madeForKids: {
      label: 'Namijenjeno djeci',
      help: 'YouTube to mora znati. Kod videozapisa za djecu nema komentara ni obavijesti.',
      options: { no: 'Ne', yes: 'Da, sve na ovom kanalu' },
    },
  },
  reasons: {
    'video-missing':
      'YouTube prima samo objave s videozapisom. Dodajte videozapis ili maknite YouTube s objave.',
    'text-empty': 'Objava nema teksta, a videozapis mora imati naslov. Napišite ga u prvi redak.',
    'media-refused':
      'YouTube nije primio videozapis ili titl. Spremite videozapis kao MP4 (H.264) pa ga stavite umjesto ovoga.',
    'locked-private':
      'Videozapis je na kanalu, ali ga vidi samo vlasnik: Google još nije pregledao projekt. Zatražite pregled (u uputama piše kako), a dotad videozapis objavite ručno u YouTube Studiju.',
    'quota-used':
      'Projekt je potrošio ono što Google daje za jedan dan. Glasnik nastavlja sam kada počne novi dan u Kaliforniji (oko 9 sati).',
    'upload-limit': 'Kanal je danas poslao onoliko videozapisa koliko smije. Glasnik pokušava ponovno sam.',
    'account-inactive':
      'Kanal je suspendiran ili zatvoren. Prijavite se na YouTube kako biste vidjeli zašto.',
    'no-channel':
      'Na ovom Google računu nema tog kanala. Povežite ponovno i na Googleovoj stranici odaberite kanal institucije.',
    'api-off':
      'U projektu nije uključen YouTube Data API v3. Uključite ga na Google Cloudu pa pokušajte ponovno.',
    'video-gone': 'Videozapisa više nema na kanalu: netko ga je izbrisao. Pošaljite ponovno od početka.',
    'no-refresh-token':
      'Google nije dao trajno pravo. U svojem Google računu uklonite pristup ovoj aplikaciji pa povežite ponovno.',
    'short-only':
      'Kanal prima videozapise do {{max}} minuta. Za dulje potvrdite broj telefona na youtube.com/verify.',
  },
  checks: {
    server: 'YouTube odgovara',
    session: 'Prijava na Google',
    channel: 'Kanal je tu',
    rights: 'Pravo za objavljivanje',
    length: 'Dugi videozapisi',
  },
};

const srLatn: Words = {
  about:
    'Video na kanalu institucije. Prvi red teksta je naslov, ostatak opis. Potreban je projekat na Google Cloudu koji je Google pregledao: dok nije, sve što Glasnik pošalje vidi samo vlasnik kanala.',
  settings: {
    clientId: {
      label: 'ID klijenta (Client ID)',
      help: 'Iz projekta na Google Cloudu: Google Auth Platform, Clients, vrsta „Web application“.',
    },
    clientSecret: {
      label: 'Tajna klijenta (Client secret)',
      help: 'Vidi se samo kad se napravi. Čuva se šifrovano.',
    },
    privacy: {
      label: 'Ko vidi video',
      help: 'Važi za sve što Glasnik objavi na ovom kanalu.',
      options: { public: 'Svi', unlisted: 'Samo ko ima adresu' },
    },
    madeForKids: {
      label: 'Namijenjeno djeci',
      help: 'YouTube to mora znati. Kod videa za djecu nema komentara ni obavještenja.',
      options: { no: 'Ne', yes: 'Da, sve na ovom kanalu' },
    },
  },
  reasons: {
    'video-missing': 'YouTube prima samo objave sa videom. Dodajte video ili skinite YouTube sa objave.',
    'text-empty': 'Objava nema teksta, a video mora imati naslov. Napišite ga u prvi red.',
    'media-refused':
      'YouTube nije primio video ili titl. Sačuvajte video kao MP4 (H.264) pa ga stavite umjesto ovoga.',
    'locked-private':
      'Video je na kanalu, ali ga vidi samo vlasnik: Google još nije pregledao projekat. Zatražite pregled (u uputstvu piše kako), a do tada video objavite ručno u YouTube Studiju.',
    'quota-used':
      'Projekat je potrošio ono što Google daje za jedan dan. Glasnik nastavlja sam kad počne novi dan u Kaliforniji (oko 9 časova).',
    'upload-limit': 'Kanal je danas poslao onoliko videa koliko smije. Glasnik pokušava ponovo sam.',
    'account-inactive': 'Kanal je suspendovan ili zatvoren. Prijavite se na YouTube da vidite zašto.',
    'no-channel':
      'Na ovom Google nalogu nema tog kanala. Povežite ponovo i na Googleovoj stranici izaberite kanal institucije.',
    'api-off':
      'U projektu nije uključen YouTube Data API v3. Uključite ga na Google Cloudu pa pokušajte ponovo.',
    'video-gone': 'Videa više nema na kanalu: neko ga je obrisao. Pošaljite ponovo od početka.',
    'no-refresh-token':
      'Google nije dao trajno pravo. U svom Google nalogu uklonite pristup ovoj aplikaciji pa povežite ponovo.',
    'short-only':
      'Kanal prima video do {{max}} minuta. Za duže potvrdite broj telefona na youtube.com/verify.',
  },
  checks: {
    server: 'YouTube odgovara',
    session: 'Prijava na Google',
    channel: 'Kanal je tu',
    rights: 'Pravo za objavljivanje',
    length: 'Dugi video',
  },
};

const en: Words = {
  about:
    'Videos on the channel of the institution. The first line of the text is the title, the rest the description. It needs a project at Google Cloud that Google has audited: until then only the owner of the channel sees what Glasnik sends.',
  settings: {
    clientId: {
      label: 'Client ID',
      help: 'From the project at Google Cloud: Google Auth Platform, Clients, type "Web application".',
    },
    clientSecret: { label: 'Client secret', help: 'Shown only when it is made. It is kept encrypted.' },
    privacy: {
      label: 'Who sees the videos',
      help: 'Holds for everything that Glasnik publishes on this channel.',
      options: { public: 'Everybody', unlisted: 'Only who has the link' },
    },
    madeForKids: {
      label: 'Made for children',
      help: 'YouTube has to know. Videos for children have no comments and no notifications.',
      options: { no: 'No', yes: 'Yes, all on this channel' },
    },
  },
  reasons: {
    'video-missing': 'YouTube takes only posts with a video. Add one, or take YouTube off this post.',
    'text-empty': 'The post has no text, and a video needs a title. Write it into the first line.',
    'media-refused':
      'YouTube did not take the video or a caption. Save the video as MP4 (H.264) and put it in the place of this one.',
    'locked-private':
      'The video is on the channel, but only its owner sees it: Google has not audited the project yet. Ask for the audit (the guide says how), and until then publish the video by hand in YouTube Studio.',
    'quota-used':
      "The project has used up what Google gives for a day. Glasnik goes on by itself when a new day begins in California (about 9 o'clock here).",
    'upload-limit': 'The channel has sent as many videos today as it may. Glasnik tries again by itself.',
    'account-inactive': 'The channel is suspended or closed. Sign in at YouTube to see why.',
    'no-channel':
      "This Google account does not have that channel. Connect again and choose the channel of the institution on Google's page.",
    'api-off': 'YouTube Data API v3 is not enabled in the project. Enable it at Google Cloud and try again.',
    'video-gone':
      'The video is not on the channel any more: somebody deleted it. Send again from the beginning.',
    'no-refresh-token':
      'Google gave no lasting right. In your Google account take away the access of this app, and connect again.',
    'short-only':
      'The channel takes videos of up to {{max}} minutes. For longer ones confirm a telephone number at youtube.com/verify.',
  },
  checks: {
    server: 'YouTube answers',
    session: 'Sign-in at Google',
    channel: 'The channel is there',
    rights: 'Right to publish',
    length: 'Long videos',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
