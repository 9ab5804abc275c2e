import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'selma',
    name: 'Selma Kovačić',
    email: 'selma.kovacic@parco.example.org',
    role: 'administrator',
    variant: 'bs',
  },
  {
    key: 'goran',
    name: 'Goran Vidaković',
    email: 'goran.vidakovic@parco.example.org',
    role: 'head',
    variant: 'sr-Latn',
  },
  {
    key: 'lejla',
    name: 'Lejla Mehanović',
    email: 'lejla.mehanovic@parco.example.org',
    role: 'editor',
    variant: 'bs',
  },
  {
    key: 'ivana',
    name: 'Ivana Šimunić',
    email: 'ivana.simunic@parco.example.org',
    role: 'editor',
    variant: 'hr',
  },
  {
    key: 'dragan',
    name: 'Dragan Stojić',
    email: 'dragan.stojic@parco.example.org',
    role: 'auditor',
    variant: 'sr-Cyrl',
  },
];
