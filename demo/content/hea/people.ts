import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'slavica',
    name: 'Slavica Tešanović',
    email: 'slavica.tesanovic@hea.example.org',
    role: 'head',
    variant: 'sr-Latn',
  },
  {
    key: 'mladen',
    name: 'Mladen Račić',
    email: 'mladen.racic@hea.example.org',
    role: 'administrator',
    variant: 'sr-Latn',
  },
  {
    key: 'tanja',
    name: 'Tanja Kuzmić',
    email: 'tanja.kuzmic@hea.example.org',
    role: 'editor',
    variant: 'sr-Cyrl',
  },
  {
    key: 'adnan',
    name: 'Adnan Duraković',
    email: 'adnan.durakovic@hea.example.org',
    role: 'editor',
    variant: 'bs',
  },
  {
    key: 'ruzica',
    name: 'Ružica Barbarić',
    email: 'ruzica.barbaric@hea.example.org',
    role: 'auditor',
    variant: 'hr',
  },
  {
    key: 'ivona',
    name: 'Ivona Rajič',
    email: 'ivona.rajic@hea.example.org',
    role: 'translator',
    variant: 'hr',
  },
  {
    key: 'senad',
    name: 'Senad Muminović',
    email: 'senad.muminovic@hea.example.org',
    role: 'adviser',
    variant: 'bs',
  },
];
