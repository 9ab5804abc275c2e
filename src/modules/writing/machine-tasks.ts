import { variantName, type Variant } from '#/language/index.ts';

export const MACHINE_TASKS = ['simpler', 'shorter', 'translate', 'alt-text'] as const;
export type MachineTask = (typeof MACHINE_TASKS)[number];

export type MachineAsk = { task: MachineTask; text: string; variant: Variant; to: Variant };

/** What the machine is told to do. English, which every model follows best; the text itself comes below it. */
const ORDERS: Readonly<Record<MachineTask, (ask: MachineAsk) => string>> = {
  simpler: ({ variant }) =>
    `Rewrite this social media post of a public institution in plain ${languageOf(variant)}: short sentences, common words, the same facts.`,
  shorter: ({ variant }) =>
    `Shorten this social media post of a public institution, in ${languageOf(variant)}, to at most two thirds of its length. Keep every date, number and link.`,
  translate: ({ variant, to }) =>
    `Translate this social media post of a public institution from ${languageOf(variant)} to ${languageOf(to)}. Keep links, mentions and hashtags as they are.`,
  'alt-text': ({ variant }) =>
    `Write one sentence of alternative text, in ${languageOf(variant)}, for the picture that this social media post describes.`,
};

const languageOf = (variant: Variant): string =>
  ({
    bs: 'Bosnian',
    hr: 'Croatian as written in Bosnia and Herzegovina',
    'sr-Latn': 'Serbian (ijekavian, Latin script)',
    'sr-Cyrl': 'Serbian (ijekavian, Cyrillic script)',
    en: 'English',
  })[variant] ?? variantName(variant);

/** Word for word what would leave the house: shown to the person before, sent only if they say so. */
export const messageFor = (ask: MachineAsk): string =>
  `${ORDERS[ask.task](ask)} Answer with the text alone.\n\n${ask.text}`;
