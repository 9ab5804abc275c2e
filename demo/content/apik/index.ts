import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const apik: DemoInstitution = {
  key: 'apik',
  slug: 'apik',
  names: {
    bs: 'Agencija za prevenciju korupcije i koordinaciju borbe protiv korupcije',
    hr: 'Agencija za prevenciju korupcije i koordinaciju borbe protiv korupcije',
    'sr-Latn': 'Agencija za prevenciju korupcije i koordinaciju borbe protiv korupcije',
    'sr-Cyrl': 'Агенција за превенцију корупције и координацију борбе против корупције',
    en: 'Agency for the Prevention of Corruption and Coordination of the Fight against Corruption',
  },
  shortNames: { bs: 'APIK', hr: 'APIK', 'sr-Latn': 'APIK', 'sr-Cyrl': 'АПИК', en: 'APIK' },
  description: {
    bs: 'Sprečavamo korupciju: planovi integriteta, zaštita prijavitelja i jasna pravila za poklone.',
    hr: 'Sprječavamo korupciju: planovi integriteta, zaštita prijavitelja i jasna pravila za darove.',
    'sr-Latn': 'Sprečavamo korupciju: planovi integriteta, zaštita prijavilaca i jasna pravila za poklone.',
    en: 'We prevent corruption: integrity plans, protection of whistleblowers and clear rules on gifts.',
  },
  colour: '#5b3a8c',
  logo: 'logo-apik.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'bs',
  contact: {
    email: 'info@apik.example.org',
    phone: '+387 33 000 071',
    address: 'Demonstracijska 7, 71123 Istočno Sarajevo',
    web: 'https://apik.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'apik_demo',
      displayName: {
        bs: 'Prevencija korupcije',
        hr: 'Prevencija korupcije',
        'sr-Latn': 'Prevencija korupcije',
        en: 'Corruption Prevention',
      },
      variant: 'bs',
    },
    {
      key: 'cir',
      network: 'sandbox',
      handle: 'apik_demo_cir',
      displayName: {
        bs: 'Prevencija korupcije (ćirilica)',
        hr: 'Prevencija korupcije (ćirilica)',
        'sr-Latn': 'Prevencija korupcije (ćirilica)',
        en: 'Corruption Prevention (Cyrillic)',
      },
      variant: 'sr-Cyrl',
    },
  ],
  objectives,
  plan,
  posts,
};
