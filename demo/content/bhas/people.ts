import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'edin',
    name: 'Edin Begić',
    email: 'edin.begic@bhas.example.org',
    role: 'administrator',
    variant: 'bs',
  },
  {
    key: 'vesna',
    name: 'Vesna Marinković',
    email: 'vesna.marinkovic@bhas.example.org',
    role: 'head',
    variant: 'sr-Latn',
  },
  { key: 'azra', name: 'Azra Softić', email: 'azra.softic@bhas.example.org', role: 'editor', variant: 'bs' },
  { key: 'josip', name: 'Josip Grgić', email: 'josip.grgic@bhas.example.org', role: 'editor', variant: 'hr' },
  {
    key: 'milica',
    name: 'Milica Ćorić',
    email: 'milica.coric@bhas.example.org',
    role: 'auditor',
    variant: 'sr-Cyrl',
  },
];
