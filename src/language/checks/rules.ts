/** What an institution can decide about a rule. */
export const RULE_LEVELS = ['block', 'warn', 'off'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

type Rule = {
  /** Until the institution decides otherwise. */
  readonly level: RuleLevel;
  /** The page that it is taken from. */
  readonly source: string;
  /** Only the server can look: at a page on the web, into a picture, at the files of a video. */
  readonly server?: true;
};

const SOCIAL =
  'https://gcs.civilservice.gov.uk/guidance/digital-communication/planning-creating-and-publishing-accessible-social-media-campaigns/';

/** Rules of good writing for posts. Reasons stand in the words, `writing:why.<rule>`. */
export const WRITING_RULES = {
  'long-sentences': { level: 'warn', source: 'https://en.wikipedia.org/wiki/Lix_(readability_test)' },
  'hashtag-case': { level: 'warn', source: SOCIAL },
  'hashtag-place': { level: 'warn', source: SOCIAL },
  'emoji-many': { level: 'warn', source: SOCIAL },
  'emoji-bullets': { level: 'warn', source: SOCIAL },
  capitals: { level: 'warn', source: SOCIAL },
  'fake-fonts': { level: 'warn', source: 'https://www.unicode.org/reports/tr25/' },
  'look-alikes': { level: 'warn', source: 'https://www.unicode.org/reports/tr39/' },
  'gendered-forms': { level: 'warn', source: 'http://www.gcfbih.gov.ba/2533/' },
  'dates-differ': { level: 'warn', source: 'https://www.w3.org/International/questions/qa-date-format' },
  'numbers-differ': { level: 'warn', source: 'https://www.w3.org/International/questions/qa-number-format' },
  'dead-link': { level: 'warn', source: 'https://www.w3.org/Provider/Style/URI', server: true },
  'text-in-picture': {
    level: 'warn',
    source: 'https://www.w3.org/WAI/WCAG22/Understanding/images-of-text.html',
    server: true,
  },
  'no-captions': {
    level: 'warn',
    source: 'https://www.w3.org/WAI/WCAG22/Understanding/captions-prerecorded.html',
    server: true,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof WRITING_RULES;
export const RULE_NAMES = Object.keys(WRITING_RULES) as RuleName[];

/** What the institution has decided; a rule that is not named stands at its default. */
export type RuleLevels = Readonly<Partial<Record<RuleName, RuleLevel>>>;

export const levelOf = (levels: RuleLevels, rule: RuleName): RuleLevel =>
  levels[rule] ?? WRITING_RULES[rule].level;
