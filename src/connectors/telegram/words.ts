import type { Manifest, Words } from '../contract.ts';

const bs: Words = {
  about:
    'Kanal na Telegramu. Glasnik objavljuje kroz bota kojeg sami napravite i dodate kao administratora kanala. Ništa se ne plaća. Telegram nema polje za opis slike ili videa.',
  settings: {
    channel: {
      label: 'Kanal',
      help: 'Ime kanala, npr. @opcina_primjer, ili broj privatnog kanala, npr. -1001234567890.',
    },
    token: {
      label: 'Token bota',
      help: 'U Telegramu otvorite razgovor sa @BotFather, pošaljite /newbot i prepišite token ovdje. Zatim bota dodajte kao administratora kanala s pravom objavljivanja.',
    },
  },
  reasons: {
    'token-refused': 'Telegram ne prihvata ovaj token. Prepišite ga cijelog iz razgovora sa @BotFather.',
    'no-channel': 'Bot ne vidi takav kanal. Provjerite ime, a u privatni kanal bota prvo dodajte.',
    'not-a-channel': 'To nije kanal nego grupa ili osoba. Upišite ime kanala.',
    'not-administrator':
      'Bot nije administrator kanala s pravom objavljivanja. U postavkama kanala dodajte ga među administratore.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'thread-too-long':
      'Tekst traži više od {{max}} poruka. Skratite ga. Uz slike ili video u jednu poruku stanu 1024 znaka.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele poruke. Skratite je.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
    'row-edit': 'Objava od više poruka ne može se izmijeniti. Uklonite je i objavite ponovo.',
    'cannot-delete': 'Telegram ne dopušta botu da izbriše ovu poruku. Izbrišite je sami u kanalu.',
    'image-shape': 'Slika je predugačka: jedna strana smije biti najviše 20 puta duža od druge. Izrežite je.',
  },
  checks: { server: 'Telegram odgovara', token: 'Token bota', rights: 'Pravo objavljivanja u kanalu' },
};

const hr: Words = {
  about:
    'Kanal na Telegramu. Glasnik objavljuje preko bota kojeg sami izradite i dodate kao administratora kanala. Ništa se ne plaća. Telegram nema polje za opis slike ili videozapisa.',
  settings: {
    channel: {
      label: 'Kanal',
      help: 'Ime kanala, npr. @opcina_primjer, ili broj privatnog kanala, npr. -1001234567890.',
    },
    token: {
      label: 'Token bota',
      help: 'U Telegramu otvorite razgovor s @BotFather, pošaljite /newbot i prepišite token ovdje. Zatim bota dodajte kao administratora kanala s pravom objavljivanja.',
    },
  },
  reasons: {
    'token-refused': 'Telegram ne prihvaća ovaj token. Prepišite ga cijelog iz razgovora s @BotFather.',
    'no-channel': 'Bot ne vidi takav kanal. Provjerite ime, a u privatni kanal bota najprije dodajte.',
    'not-a-channel': 'To nije kanal, nego grupa ili osoba. Upišite ime kanala.',
    'not-administrator':
      'Bot nije administrator kanala s pravom objavljivanja. U postavkama kanala dodajte ga među administratore.',
    'text-empty': 'Objava nema ni teksta ni slike ni videozapisa. Dodajte jedno od toga.',
    'thread-too-long':
      'Tekst traži više od {{max}} poruka. Skratite ga. Uz slike ili videozapis u jednu poruku stanu 1024 znaka.',
    'link-too-long': 'Jedna adresa u tekstu dulja je od cijele poruke. Skratite je.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
    'row-edit': 'Objava od više poruka ne može se izmijeniti. Uklonite je i objavite ponovno.',
    'cannot-delete': 'Telegram ne dopušta botu da izbriše ovu poruku. Izbrišite je sami u kanalu.',
    'image-shape': 'Slika je preduga: jedna stranica smije biti najviše 20 puta dulja od druge. Izrežite je.',
  },
  checks: { server: 'Telegram odgovara', token: 'Token bota', rights: 'Pravo objavljivanja u kanalu' },
};

const srLatn: Words = {
  about:
    'Kanal na Telegramu. Glasnik objavljuje preko bota kojeg sami napravite i dodate kao administratora kanala. Ništa se ne plaća. Telegram nema polje za opis slike ili videa.',
  settings: {
    channel: {
      label: 'Kanal',
      help: 'Ime kanala, npr. @opstina_primjer, ili broj privatnog kanala, npr. -1001234567890.',
    },
    token: {
      label: 'Token bota',
      help: 'U Telegramu otvorite razgovor sa @BotFather, pošaljite /newbot i prepišite token ovdje. Zatim bota dodajte kao administratora kanala sa pravom objavljivanja.',
    },
  },
  reasons: {
    'token-refused': 'Telegram ne prihvata ovaj token. Prepišite ga cijelog iz razgovora sa @BotFather.',
    'no-channel': 'Bot ne vidi takav kanal. Provjerite ime, a u privatni kanal bota prvo dodajte.',
    'not-a-channel': 'To nije kanal nego grupa ili osoba. Upišite ime kanala.',
    'not-administrator':
      'Bot nije administrator kanala sa pravom objavljivanja. U podešavanjima kanala dodajte ga među administratore.',
    'text-empty': 'Objava nema ni teksta ni slike ni videa. Dodajte jedno od toga.',
    'thread-too-long':
      'Tekst traži više od {{max}} poruka. Skratite ga. Uz slike ili video u jednu poruku stanu 1024 znaka.',
    'link-too-long': 'Jedna adresa u tekstu duža je od cijele poruke. Skratite je.',
    'row-stopped':
      'Izašlo je {{done}} od {{total}} poruka. Pogledajte kanal: ostatak objavite sami ili uklonite ono što je izašlo.',
    'row-edit': 'Objava od više poruka ne može da se izmijeni. Uklonite je i objavite ponovo.',
    'cannot-delete': 'Telegram ne dozvoljava botu da obriše ovu poruku. Obrišite je sami u kanalu.',
    'image-shape':
      'Slika je predugačka: jedna strana smije da bude najviše 20 puta duža od druge. Isijecite je.',
  },
  checks: { server: 'Telegram odgovara', token: 'Token bota', rights: 'Pravo objavljivanja u kanalu' },
};

const en: Words = {
  about:
    'A channel on Telegram. Glasnik publishes through a bot that you make yourself and add as an administrator of the channel. Nothing is paid. Telegram has no field for the description of a picture or a video.',
  settings: {
    channel: {
      label: 'Channel',
      help: 'The name of the channel, such as @sample_town, or the number of a private channel, such as -1001234567890.',
    },
    token: {
      label: 'Token of the bot',
      help: 'In Telegram open a chat with @BotFather, send /newbot and copy the token here. Then add the bot as an administrator of the channel, with the right to post.',
    },
  },
  reasons: {
    'token-refused':
      'Telegram does not accept this token. Copy the whole of it from the chat with @BotFather.',
    'no-channel':
      'The bot sees no such channel. Check the name; to a private channel the bot has to be added first.',
    'not-a-channel': 'That is no channel but a group or a person. Type the name of a channel.',
    'not-administrator':
      'The bot is no administrator of the channel with the right to post. Add it among the administrators in the settings of the channel.',
    'text-empty': 'The post has neither text nor picture nor video. Add one of them.',
    'thread-too-long':
      'The text needs more than {{max}} messages. Shorten it. With pictures or a video a message has room for 1,024 characters.',
    'link-too-long': 'One address in the text is longer than a whole message. Shorten it.',
    'row-stopped':
      '{{done}} of {{total}} messages are out. Look at the channel: post the rest yourself, or remove what is out.',
    'row-edit': 'A post of several messages cannot be changed. Remove it and publish again.',
    'cannot-delete': 'Telegram does not let the bot delete this message. Delete it in the channel yourself.',
    'image-shape': 'The picture is too long: one side may be at most 20 times the other. Crop it.',
  },
  checks: { server: 'Telegram answers', token: 'Token of the bot', rights: 'Right to post in the channel' },
};

export const words: Manifest['words'] = { bs, hr, 'sr-Latn': srLatn, en };
