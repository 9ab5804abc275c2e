import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const hea: DemoInstitution = {
  key: 'hea',
  slug: 'hea',
  names: {
    bs: 'Agencija za razvoj visokog obrazovanja i osiguranje kvaliteta',
    hr: 'Agencija za razvoj visokog obrazovanja i osiguranje kvalitete',
    'sr-Latn': 'Agencija za razvoj visokog obrazovanja i osiguranje kvaliteta',
    'sr-Cyrl': 'Агенција за развој високог образовања и осигурање квалитета',
    en: 'Agency for Development of Higher Education and Quality Assurance',
  },
  shortNames: { bs: 'HEA', hr: 'HEA', 'sr-Latn': 'HEA', 'sr-Cyrl': 'HEA', en: 'HEA' },
  description: {
    bs: 'Provjeravamo kvalitet visokog obrazovanja i vodimo registar akreditovanih ustanova.',
    hr: 'Provjeravamo kvalitetu visokog obrazovanja i vodimo registar akreditiranih ustanova.',
    'sr-Latn': 'Provjeravamo kvalitet visokog obrazovanja i vodimo registar akreditovanih ustanova.',
    en: 'We check the quality of higher education and keep the register of accredited institutions.',
  },
  colour: '#7b2d4f',
  logo: 'logo-hea.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'sr-Latn',
  contact: {
    email: 'info@hea.example.org',
    phone: '+387 33 000 041',
    address: 'Demonstracijska 4, 78000 Banja Luka',
    web: 'https://hea.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'hea_demo',
      displayName: {
        bs: 'Kvalitet visokog obrazovanja',
        hr: 'Kvaliteta visokog obrazovanja',
        'sr-Latn': 'Kvalitet visokog obrazovanja',
        en: 'Quality in Higher Education',
      },
      variant: 'sr-Latn',
    },
    {
      key: 'cir',
      network: 'sandbox',
      handle: 'hea_demo_cir',
      displayName: {
        bs: 'Kvalitet visokog obrazovanja (ćirilica)',
        hr: 'Kvaliteta visokog obrazovanja (ćirilica)',
        'sr-Latn': 'Kvalitet visokog obrazovanja (ćirilica)',
        en: 'Quality in Higher Education (Cyrillic)',
      },
      variant: 'sr-Cyrl',
    },
  ],
  objectives,
  plan,
  posts,
};
