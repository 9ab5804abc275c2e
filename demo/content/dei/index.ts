import type { DemoInstitution } from '../shape.ts';
import { people } from './people.ts';
import { campaigns, objectives, plan } from './plan.ts';
import { posts } from './posts.ts';
import { hashtagSets, templates } from './tools.ts';

export const dei: DemoInstitution = {
  key: 'dei',
  slug: 'dei',
  names: {
    bs: 'Direkcija za evropske integracije',
    hr: 'Direkcija za europske integracije',
    'sr-Latn': 'Direkcija za evropske integracije',
    'sr-Cyrl': 'Дирекција за европске интеграције',
    en: 'Directorate for European Integration',
  },
  shortNames: { bs: 'DEI', hr: 'DEI', 'sr-Latn': 'DEI', 'sr-Cyrl': 'ДЕИ', en: 'DEI' },
  description: {
    bs: 'Objašnjavamo put u Evropsku uniju: šta je urađeno, šta slijedi i šta to mijenja u svakodnevnom životu.',
    hr: 'Objašnjavamo put u Europsku uniju: što je učinjeno, što slijedi i što to mijenja u svakodnevnom životu.',
    'sr-Latn':
      'Objašnjavamo put u Evropsku uniju: šta je urađeno, šta slijedi i šta to mijenja u svakodnevnom životu.',
    en: 'We explain the road to the European Union: what is done, what comes next and what it changes in everyday life.',
  },
  colour: '#23408e',
  logo: 'logo-dei.png',
  timeZone: 'Europe/Sarajevo',
  workingVariant: 'bs',
  contact: {
    email: 'info@dei.example.org',
    phone: '+387 33 000 021',
    address: 'Demonstracijska 2, 71000 Sarajevo',
    web: 'https://dei.example.org',
  },
  people,
  accounts: [
    {
      key: 'main',
      network: 'sandbox',
      handle: 'dei_demo',
      displayName: {
        bs: 'Evropske integracije',
        hr: 'Europske integracije',
        'sr-Latn': 'Evropske integracije',
        en: 'European Integration',
      },
      variant: 'bs',
    },
    {
      key: 'euinfo',
      network: 'sandbox',
      handle: 'euinfo_demo',
      displayName: { bs: 'EU info', hr: 'EU info', 'sr-Latn': 'EU info', en: 'EU info' },
      variant: 'hr',
    },
  ],
  delegations: [{ principal: 'amra', delegate: 'haris', reason: 'Službeni put u Brisel', from: 2, to: 4 }],
  objectives,
  campaigns,
  plan,
  hashtagSets,
  templates,
  posts,
};
