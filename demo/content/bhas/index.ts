import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { campaigns, objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const bhas: DemoInstitution = {
  key: 'bhas',
  slug: 'bhas',
  names: {
    bs: 'Agencija za statistiku BiH',
    hr: 'Agencija za statistiku BiH',
    'sr-Latn': 'Agencija za statistiku BiH',
    'sr-Cyrl': 'Агенција за статистику БиХ',
    en: 'Agency for Statistics of BiH',
  },
  shortNames: { bs: 'BHAS', hr: 'BHAS', 'sr-Latn': 'BHAS', 'sr-Cyrl': 'BHAS', en: 'BHAS' },
  description: {
    bs: 'Objavljujemo zvanične podatke i objašnjavamo šta znače, bez struke kao prepreke.',
    hr: 'Objavljujemo službene podatke i objašnjavamo što znače, bez struke kao prepreke.',
    'sr-Latn': 'Objavljujemo zvanične podatke i objašnjavamo šta znače, bez struke kao prepreke.',
    en: 'We publish official figures and explain what they mean, without jargon in the way.',
  },
  colour: '#0b7570',
  logo: 'logo-bhas.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'bs',
  contact: {
    email: 'info@bhas.example.org',
    phone: '+387 33 000 031',
    address: 'Demonstracijska 3, 71000 Sarajevo',
    web: 'https://bhas.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'statistika_demo',
      displayName: {
        bs: 'Statistika BiH',
        hr: 'Statistika BiH',
        'sr-Latn': 'Statistika BiH',
        en: 'Statistics of BiH',
      },
      variant: 'bs',
    },
    {
      key: 'en',
      network: 'sandbox',
      handle: 'statistics_demo',
      displayName: {
        bs: 'Statistika BiH na engleskom',
        hr: 'Statistika BiH na engleskom',
        'sr-Latn': 'Statistika BiH na engleskom',
        en: 'BiH Statistics in English',
      },
      variant: 'en',
    },
  ],
  objectives,
  campaigns,
  plan,
  posts,
};
