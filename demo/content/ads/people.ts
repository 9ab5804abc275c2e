import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'damir',
    name: 'Damir Alispahić',
    email: 'damir.alispahic@ads.example.org',
    role: 'administrator',
    variant: 'bs',
  },
  {
    key: 'zorica',
    name: 'Zorica Pejić',
    email: 'zorica.pejic@ads.example.org',
    role: 'head',
    variant: 'sr-Latn',
  },
  {
    key: 'nermina',
    name: 'Nermina Čaušević',
    email: 'nermina.causevic@ads.example.org',
    role: 'editor',
    variant: 'bs',
  },
  { key: 'ante', name: 'Ante Matić', email: 'ante.matic@ads.example.org', role: 'editor', variant: 'hr' },
  {
    key: 'radmila',
    name: 'Radmila Savić',
    email: 'radmila.savic@ads.example.org',
    role: 'auditor',
    variant: 'sr-Cyrl',
  },
];
