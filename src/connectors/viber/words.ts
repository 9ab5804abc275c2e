import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Kanal na Viberu. Glasnik objavljuje tokenom koji superadministrator kanala nađe u Viberu. Ništa se ne plaća. Objava ima jednu sliku ili video, bez opisa, i Viber ih sam preuzima od Glasnika, pa Glasnik mora imati javnu adresu. Viber ne dopušta da se objava preko tokena izmijeni, ukloni ili potraži.',
  settings: {
    link: {
      label: 'Poveznica kanala',
      help: 'Adresa kojom građani dolaze na kanal, npr. https://invite.viber.com/?g2=… Kopirajte je iz informacija o kanalu.',
    },
    token: {
      label: 'Token kanala',
      help: 'U Viberu na telefonu otvorite informacije o kanalu, zatim Developer Tools, i prepišite token. Vidi ga samo superadministrator.',
    },
  },
  reasons: {
    'token-refused':
      'Viber ne prihvata ovaj token. Prepišite ga cijelog iz informacija o kanalu, Developer Tools.',
    'no-public-address':
      'Viber mora moći doći do Glasnika, a ovaj Glasnik nema adresu do koje mreže mogu (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'webhook-refused':
      'Viber nije mogao doći do adrese Glasnika. Neka operater provjeri da certifikat nije samopotpisan i da put /connect/ prolazi kroz zaštitni zid i proxy.',
    'webhook-not-set': 'Viber više nema adresu Glasnika za ovaj kanal. Povežite nalog ponovo.',
    'no-channel': 'Uz ovaj token više nema kanala. Povežite nalog ponovo novim tokenom.',
    'no-superadmin':
      'Viber ne kaže ko je superadministrator kanala, a objave idu u njegovo ime. Provjerite da ga kanal ima.',
    'sender-gone':
      'Onaj u čije ime objave idu više nije superadministrator kanala. Povežite nalog ponovo, pa objave idu u ime novoga.',
    'channel-blocked':
      'Viber je kanal blokirao ili obustavio. Otvorite kanal u Viberu i obratite se podršci Vibera.',
    'post-refused':
      'Viber ne prihvata ovu objavu ili nije mogao preuzeti sliku ili video. Provjerite vezu pod Nalozi, a ako je dobra, uzmite drugu sliku.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
  },
  checks: {
    server: 'Viber odgovara',
    token: 'Token kanala',
    sender: 'Superadministrator u čije ime objave idu',
    address: 'Javna adresa Glasnika',
  },
};

const hr: Words = {
  about:
    'Kanal na Viberu. Glasnik objavljuje tokenom koji superadministrator kanala pronađe u Viberu. Ništa se ne plaća. Objava ima jednu sliku ili videozapis, bez opisa, i Viber ih sam preuzima od Glasnika, pa Glasnik mora imati javnu adresu. Viber ne dopušta da se objava preko tokena izmijeni, ukloni ili potraži.',
  settings: {
    link: {
      label: 'Poveznica kanala',
      help: 'Adresa kojom građani dolaze na kanal, npr. https://invite.viber.com/?g2=… Kopirajte je iz informacija o kanalu.',
    },
    token: {
      label: 'Token kanala',
      help: 'U Viberu na telefonu otvorite informacije o kanalu, zatim Developer Tools, i prepišite token. Vidi ga samo superadministrator.',
    },
  },
  reasons: {
    'token-refused':
      'Viber ne prihvaća ovaj token. Prepišite ga cijelog iz informacija o kanalu, Developer Tools.',
    'no-public-address':
      'Viber mora moći doći do Glasnika, a ovaj Glasnik nema adresu do koje mreže mogu doći (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'webhook-refused':
      'Viber nije mogao doći do adrese Glasnika. Neka operater provjeri da certifikat nije samopotpisan i da put /connect/ prolazi kroz vatrozid i proxy.',
    'webhook-not-set': 'Viber više nema adresu Glasnika za ovaj kanal. Povežite račun ponovno.',
    'no-channel': 'Uz ovaj token više nema kanala. Povežite račun ponovno novim tokenom.',
    'no-superadmin':
      'Viber ne kaže tko je superadministrator kanala, a objave idu u njegovo ime. Provjerite da ga kanal ima.',
    'sender-gone':
      'Onaj u čije ime objave idu više nije superadministrator kanala. Povežite račun ponovno, pa objave idu u ime novoga.',
    'channel-blocked':
      'Viber je kanal blokirao ili obustavio. Otvorite kanal u Viberu i obratite se podršci Vibera.',
    'post-refused':
      'Viber ne prihvaća ovu objavu ili nije mogao preuzeti sliku ili videozapis. Provjerite vezu pod Računi, a ako je dobra, uzmite drugu sliku.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
  },
  checks: {
    server: 'Viber odgovara',
    token: 'Token kanala',
    sender: 'Superadministrator u čije ime objave idu',
    address: 'Javna adresa Glasnika',
  },
};

const srLatn: Words = {
  about:
    'Kanal na Viberu. Glasnik objavljuje tokenom koji superadministrator kanala nađe u Viberu. Ništa se ne plaća. Objava ima jednu sliku ili video, bez opisa, i Viber ih sam preuzima od Glasnika, pa Glasnik mora da ima javnu adresu. Viber ne dozvoljava da se objava preko tokena izmijeni, ukloni ili potraži.',
  settings: {
    link: {
      label: 'Adresa kanala',
      help: 'Adresa kojom građani dolaze na kanal, npr. https://invite.viber.com/?g2=… Kopirajte je iz informacija o kanalu.',
    },
    token: {
      label: 'Token kanala',
      help: 'U Viberu na telefonu otvorite informacije o kanalu, zatim Developer Tools, i prepišite token. Vidi ga samo superadministrator.',
    },
  },
  reasons: {
    'token-refused':
      'Viber ne prihvata ovaj token. Prepišite ga cijelog iz informacija o kanalu, Developer Tools.',
    'no-public-address':
      'Viber mora da dođe do Glasnika, a ovaj Glasnik nema adresu do koje mreže mogu da dođu (https, javno ime). Neka operater postavi GLASNIK_URL.',
    'webhook-refused':
      'Viber nije mogao da dođe do adrese Glasnika. Neka operater provjeri da sertifikat nije samopotpisan i da put /connect/ prolazi kroz zaštitni zid i proxy.',
    'webhook-not-set': 'Viber više nema adresu Glasnika za ovaj kanal. Povežite nalog ponovo.',
    'no-channel': 'Uz ovaj token više nema kanala. Povežite nalog ponovo novim tokenom.',
    'no-superadmin':
      'Viber ne kaže ko je superadministrator kanala, a objave idu u njegovo ime. Provjerite da ga kanal ima.',
    'sender-gone':
      'Onaj u čije ime objave idu više nije superadministrator kanala. Povežite nalog ponovo, pa objave idu u ime novog.',
    'channel-blocked':
      'Viber je kanal blokirao ili obustavio. Otvorite kanal u Viberu i obratite se podršci Vibera.',
    'post-refused':
      'Viber ne prihvata ovu objavu ili nije mogao da preuzme sliku ili video. Provjerite vezu pod Nalozi, a ako je dobra, uzmite drugu sliku.',
    'text-empty': 'Objava nema ni teksta ni slike. Dodajte jedno od toga.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
  },
  checks: {
    server: 'Viber odgovara',
    token: 'Token kanala',
    sender: 'Superadministrator u čije ime objave idu',
    address: 'Javna adresa Glasnika',
  },
};

const en: Words = {
  about:
    'A channel on Viber. Glasnik publishes with a token that the superadmin of the channel finds in Viber. Nothing is paid. A post has one picture or video, without a description, and Viber fetches them from Glasnik by itself, so Glasnik must have a public address. Viber does not let a post be changed, removed or looked up through the token.',
  settings: {
    link: {
      label: 'Link of the channel',
      help: 'The address by which citizens come to the channel, such as https://invite.viber.com/?g2=… Copy it from the info of the channel.',
    },
    token: {
      label: 'Token of the channel',
      help: 'In Viber on a telephone open the info of the channel, then Developer Tools, and copy the token. Only the superadmin sees it.',
    },
  },
  reasons: {
    'token-refused':
      'Viber does not accept this token. Copy the whole of it from the info of the channel, Developer Tools.',
    'no-public-address':
      'Viber must be able to reach Glasnik, and this Glasnik has no address that networks can reach (https, a public name). Let the operator set GLASNIK_URL.',
    'webhook-refused':
      'Viber could not reach the address of Glasnik. Let the operator check that its certificate is not self-signed and that the path /connect/ passes firewall and proxy.',
    'webhook-not-set':
      'Viber no longer has the address of Glasnik for this channel. Connect the account again.',
    'no-channel': 'There is no channel with this token any more. Connect the account again with a new token.',
    'no-superadmin':
      'Viber does not say who the superadmin of the channel is, and posts go out in their name. Check that the channel has one.',
    'sender-gone':
      'The one in whose name posts go out is no longer superadmin of the channel. Connect the account again, so that they go out in the name of the new one.',
    'channel-blocked':
      'Viber has blocked or suspended the channel. Open the channel in Viber and write to the support of Viber.',
    'post-refused':
      'Viber does not accept this post, or could not fetch the picture or video. Check the connection under Accounts; where it is good, take another picture.',
    'text-empty': 'The post has neither text nor image. Add one of them.',
    'row-stopped':
      '{{done}} of {{total}} messages are out. Look at the channel: post the rest yourself, or remove what is out.',
  },
  checks: {
    server: 'Viber answers',
    token: 'Token of the channel',
    sender: 'Superadmin in whose name posts go out',
    address: 'Public address of Glasnik',
  },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
