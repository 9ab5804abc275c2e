import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'jasna',
    name: 'Jasna Krstović',
    email: 'jasna.krstovic@apik.example.org',
    role: 'head',
    variant: 'sr-Latn',
  },
  {
    key: 'kemal',
    name: 'Kemal Zukić',
    email: 'kemal.zukic@apik.example.org',
    role: 'administrator',
    variant: 'bs',
  },
  {
    key: 'merima',
    name: 'Merima Halilović',
    email: 'merima.halilovic@apik.example.org',
    role: 'editor',
    variant: 'bs',
  },
  {
    key: 'dario',
    name: 'Dario Anđelić',
    email: 'dario.andjelic@apik.example.org',
    role: 'editor',
    variant: 'hr',
  },
  {
    key: 'vladimir',
    name: 'Vladimir Obradić',
    email: 'vladimir.obradic@apik.example.org',
    role: 'auditor',
    variant: 'sr-Cyrl',
  },
];
