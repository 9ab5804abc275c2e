import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  { key: 'amra', name: 'Amra Hadžić', email: 'amra.hadzic@dei.example.org', role: 'head', variant: 'bs' },
  {
    key: 'nikola',
    name: 'Nikola Trivić',
    email: 'nikola.trivic@dei.example.org',
    role: 'administrator',
    variant: 'sr-Latn',
  },
  {
    key: 'petra',
    name: 'Petra Lovrić',
    email: 'petra.lovric@dei.example.org',
    role: 'editor',
    variant: 'hr',
  },
  {
    key: 'haris',
    name: 'Haris Imamović',
    email: 'haris.imamovic@dei.example.org',
    role: 'editor',
    variant: 'bs',
  },
  {
    key: 'ivona',
    name: 'Ivona Šarčević',
    email: 'ivona.sarcevic@dei.example.org',
    role: 'translator',
    variant: 'hr',
  },
  {
    key: 'emir',
    name: 'Emir Dautbegović',
    email: 'emir.dautbegovic@dei.example.org',
    role: 'adviser',
    variant: 'bs',
  },
  {
    key: 'biljana',
    name: 'Biljana Rajlić',
    email: 'biljana.rajlic@dei.example.org',
    role: 'auditor',
    variant: 'sr-Cyrl',
  },
];
