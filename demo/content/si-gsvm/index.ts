import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const siGsvm: DemoInstitution = {
  key: 'si-gsvm',
  slug: 'si-gsvm',
  names: {
    bs: 'Služba za informisanje Generalnog sekretarijata Vijeća ministara',
    hr: 'Služba za informiranje Glavnog tajništva Vijeća ministara',
    'sr-Latn': 'Služba za informisanje Generalnog sekretarijata Savjeta ministara',
    'sr-Cyrl': 'Служба за информисање Генералног секретаријата Савјета министара',
    en: 'Information Service of the General Secretariat of the Council of Ministers',
  },
  shortNames: {
    bs: 'SI GSVM',
    hr: 'SI GTVM',
    'sr-Latn': 'SI GSSM',
    'sr-Cyrl': 'СИ ГССМ',
    en: 'GSVM Information Service',
  },
  description: {
    bs: 'Najavljujemo sjednice Vijeća ministara i objašnjavamo šta je odlučeno, zašto i od kada vrijedi.',
    hr: 'Najavljujemo sjednice Vijeća ministara i objašnjavamo što je odlučeno, zašto i od kada vrijedi.',
    'sr-Latn':
      'Najavljujemo sjednice Savjeta ministara i objašnjavamo šta je odlučeno, zašto i od kada važi.',
    en: 'We announce the sessions of the Council of Ministers and explain what was decided, why and from when.',
  },
  colour: '#3d4a5c',
  logo: 'logo-si-gsvm.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'hr',
  contact: {
    email: 'info@si-gsvm.example.org',
    phone: '+387 33 000 061',
    address: 'Demonstracijska 6, 71000 Sarajevo',
    web: 'https://si-gsvm.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'vm_demo',
      displayName: {
        bs: 'Vijeće ministara BiH',
        hr: 'Vijeće ministara BiH',
        'sr-Latn': 'Savjet ministara BiH',
        en: 'Council of Ministers of BiH',
      },
      variant: 'hr',
    },
    {
      key: 'cir',
      network: 'sandbox',
      handle: 'sm_demo_cir',
      displayName: {
        bs: 'Vijeće ministara BiH (ćirilica)',
        hr: 'Vijeće ministara BiH (ćirilica)',
        'sr-Latn': 'Savjet ministara BiH (ćirilica)',
        en: 'Council of Ministers of BiH (Cyrillic)',
      },
      variant: 'sr-Cyrl',
    },
  ],
  objectives,
  plan,
  posts,
};
