import type { DemoPerson } from '../shape.ts';

export const people: DemoPerson[] = [
  {
    key: 'marijana',
    name: 'Marijana Bošnjak',
    email: 'marijana.bosnjak@si-gsvm.example.org',
    role: 'head',
    variant: 'hr',
  },
  {
    key: 'senad',
    name: 'Senad Omeragić',
    email: 'senad.omeragic@si-gsvm.example.org',
    role: 'administrator',
    variant: 'bs',
  },
  {
    key: 'tomislav',
    name: 'Tomislav Krešić',
    email: 'tomislav.kresic@si-gsvm.example.org',
    role: 'editor',
    variant: 'hr',
  },
  {
    key: 'sanja',
    name: 'Sanja Golić',
    email: 'sanja.golic@si-gsvm.example.org',
    role: 'editor',
    variant: 'sr-Cyrl',
  },
  {
    key: 'mirela',
    name: 'Mirela Tahirović',
    email: 'mirela.tahirovic@si-gsvm.example.org',
    role: 'auditor',
    variant: 'bs',
  },
];
