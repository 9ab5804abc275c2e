import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { objectives, plan } from './plan.ts';
import { posts } from './posts.ts';

export const parco: DemoInstitution = {
  key: 'parco',
  slug: 'parco',
  names: {
    bs: 'Ured koordinatora za reformu javne uprave',
    hr: 'Ured koordinatora za reformu javne uprave',
    'sr-Latn': 'Kancelarija koordinatora za reformu javne uprave',
    'sr-Cyrl': 'Канцеларија координатора за реформу јавне управе',
    en: "Public Administration Reform Coordinator's Office",
  },
  shortNames: { bs: 'PARCO', hr: 'PARCO', 'sr-Latn': 'PARCO', 'sr-Cyrl': 'PARCO', en: 'PARCO' },
  description: {
    bs: 'Usklađujemo reformu javne uprave i pratimo koliko su institucije otvorene prema građanima.',
    hr: 'Usklađujemo reformu javne uprave i pratimo koliko su institucije otvorene prema građanima.',
    'sr-Latn': 'Usklađujemo reformu javne uprave i pratimo koliko su institucije otvorene prema građanima.',
    en: 'We coordinate public administration reform and follow how open institutions are to citizens.',
  },
  colour: '#9c4221',
  logo: 'logo-parco.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'bs',
  contact: {
    email: 'info@parco.example.org',
    phone: '+387 33 000 011',
    address: 'Demonstracijska 1, 71000 Sarajevo',
    web: 'https://parco.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'parco_demo',
      displayName: {
        bs: 'Reforma javne uprave',
        hr: 'Reforma javne uprave',
        'sr-Latn': 'Reforma javne uprave',
        en: 'Public Administration Reform',
      },
      variant: 'bs',
    },
    {
      key: 'cir',
      network: 'sandbox',
      handle: 'parco_demo_cir',
      displayName: {
        bs: 'Reforma javne uprave (ćirilica)',
        hr: 'Reforma javne uprave (ćirilica)',
        'sr-Latn': 'Reforma javne uprave (ćirilica)',
        en: 'Public Administration Reform (Cyrillic)',
      },
      variant: 'sr-Cyrl',
    },
  ],
  objectives,
  plan,
  posts,
};
