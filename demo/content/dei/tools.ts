import type { DemoHashtagSet, DemoTemplate } from '../shape.ts';

export const hashtagSets: DemoHashtagSet[] = [
  {
    key: 'eu-path',
    name: 'Put u EU',
    tags: {
      bs: ['EvropskeIntegracije', 'PutUEU'],
      hr: ['EuropskeIntegracije', 'PutUEU'],
      'sr-Latn': ['EvropskeIntegracije', 'PutUEU'],
      en: ['EuropeanIntegration', 'RoadToEU'],
    },
  },
];

export const templates: DemoTemplate[] = [
  {
    key: 'open-day',
    name: 'Poziv na Dan otvorenih vrata',
    texts: {
      bs: 'Dan otvorenih vrata je [datum], u [mjesto]. Dođite i pitajte šta se mijenja na putu u Evropsku uniju. #EvropskeIntegracije',
      hr: 'Dan otvorenih vrata je [datum], u [mjesto]. Dođite i pitajte što se mijenja na putu u Europsku uniju. #EuropskeIntegracije',
      'sr-Latn':
        'Dan otvorenih vrata je [datum], u [mjesto]. Dođite i pitajte šta se mijenja na putu u Evropsku uniju. #EvropskeIntegracije',
      en: 'Our open day is on [date], at [place]. Come and ask what changes on the road to the European Union. #EuropeanIntegration',
    },
    targets: [
      { account: 'main', variant: 'bs' },
      { account: 'euinfo', variant: 'hr' },
    ],
  },
];
