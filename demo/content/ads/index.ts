import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const ads: DemoInstitution = {
  key: 'ads',
  slug: 'ads',
  names: {
    bs: 'Agencija za državnu službu BiH',
    hr: 'Agencija za državnu službu BiH',
    'sr-Latn': 'Agencija za državnu službu BiH',
    'sr-Cyrl': 'Агенција за државну службу БиХ',
    en: 'Civil Service Agency of BiH',
  },
  shortNames: { bs: 'ADS', hr: 'ADS', 'sr-Latn': 'ADS', 'sr-Cyrl': 'АДС', en: 'CSA' },
  description: {
    bs: 'Objavljujemo konkurse, provodimo ispite i obučavamo državne službenike.',
    hr: 'Objavljujemo javne natječaje, provodimo ispite i obučavamo državne službenike.',
    'sr-Latn': 'Objavljujemo konkurse, sprovodimo ispite i obučavamo državne službenike.',
    en: 'We publish vacancies, hold examinations and train civil servants.',
  },
  colour: '#4d6b1f',
  logo: 'logo-ads.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'bs',
  contact: {
    email: 'info@ads.example.org',
    phone: '+387 33 000 051',
    address: 'Demonstracijska 5, 71000 Sarajevo',
    web: 'https://ads.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'ads_demo',
      displayName: {
        bs: 'Državna služba BiH',
        hr: 'Državna služba BiH',
        'sr-Latn': 'Državna služba BiH',
        en: 'Civil Service of BiH',
      },
      variant: 'bs',
    },
  ],
  objectives,
  plan,
  posts,
};
