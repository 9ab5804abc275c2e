/**
 * Dates inside demonstration texts. A text holds an offset, a reader gets a date in the custom of the variant:
 *
 *   {day:+14}          20. jula | 20. srpnja | 20. jula | 20 July
 *   {month:-2}         maj      | svibanj    | maj      | May
 *   {month:-2:gen}     maja     | svibnja    | maja     | May
 *   {month:-2:loc}     maju     | svibnju    | maju     | May
 *   {year:-2}          the year of that month (the offset is in months)
 *
 * A day that falls on a weekend moves to the nearest working day away from today, because public bodies hold sessions
 * and set deadlines on working days. The day a post goes out moves by the same rule, so the two never change places.
 */
import type { DemoInstitution, DemoPost, Texts, Variant } from './shape.ts';

type Forms = { nom: string[]; gen: string[]; loc: string[] };

const split = (words: string): string[] => words.split(' ');

const BS: Forms = {
  nom: split('januar februar mart april maj juni juli august septembar oktobar novembar decembar'),
  gen: split('januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra'),
  loc: split('januaru februaru martu aprilu maju junu julu augustu septembru oktobru novembru decembru'),
};
const HR: Forms = {
  nom: split('siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac'),
  gen: split(
    'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
  ),
  loc: split(
    'siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu',
  ),
};
const SR: Forms = {
  nom: split('januar februar mart april maj jun jul avgust septembar oktobar novembar decembar'),
  gen: split('januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra'),
  loc: split('januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru'),
};
const CYRILLIC: Forms = {
  nom: split('јануар фебруар март април мај јун јул август септембар октобар новембар децембар'),
  gen: split('јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра'),
  loc: split('јануару фебруару марту априлу мају јуну јулу августу септембру октобру новембру децембру'),
};
const english = split(
  'January February March April May June July August September October November December',
);
const EN: Forms = { nom: english, gen: english, loc: english };

const FORMS: Record<Variant, Forms> = { bs: BS, hr: HR, 'sr-Latn': SR, 'sr-Cyrl': CYRILLIC, en: EN };
const PLACEHOLDER = /\{(day|month|year):([+-]?\d+)(?::(gen|loc))?\}/gu;

/** The offset in days, moved off Saturday and Sunday and away from today. */
export function workingDay(today: Temporal.PlainDate, offset: number): number {
  const weekday = today.add({ days: offset }).dayOfWeek;
  if (weekday < 6 || offset === 0) return offset;
  return offset > 0 ? offset + (8 - weekday) : offset - (weekday - 5);
}

/** One text with its dates written out in one variant. */
export function fillDates(text: string, variant: Variant, today: Temporal.PlainDate): string {
  return text.replace(PLACEHOLDER, (_all, kind: string, offset: string, form: 'gen' | 'loc' | undefined) => {
    const forms = FORMS[variant];
    if (kind === 'day') {
      const date = today.add({ days: workingDay(today, Number(offset)) });
      return `${date.day}${variant === 'en' ? '' : '.'} ${forms.gen[date.month - 1]}`;
    }
    const month = today.add({ months: Number(offset) });
    return kind === 'year' ? String(month.year) : (forms[form ?? 'nom'][month.month - 1] ?? '');
  });
}

function fillTexts<T extends Texts>(texts: T, today: Temporal.PlainDate): T {
  const filled = Object.entries(texts).map(([variant, text]) => [
    variant,
    fillDates(text ?? '', variant as Variant, today),
  ]);
  return Object.fromEntries(filled) as T;
}

function fillPost(post: DemoPost, today: Temporal.PlainDate): DemoPost {
  const perNetwork: DemoPost['perNetwork'] = post.perNetwork && {
    sandbox: fillTexts((post.perNetwork.sandbox ?? {}) as Texts, today),
  };
  return {
    ...post,
    texts: fillTexts(post.texts, today),
    ...(perNetwork && { perNetwork }),
    at: { ...post.at, day: workingDay(today, post.at.day) },
  };
}

/** The institution with every date in objectives, plan and posts written out for `today`. */
export function fillInstitution(institution: DemoInstitution, today: Temporal.PlainDate): DemoInstitution {
  return {
    ...institution,
    objectives: institution.objectives.map((objective) => ({
      ...objective,
      title: fillTexts(objective.title, today),
      measure: fillTexts(objective.measure, today),
      audience: fillTexts(objective.audience, today),
    })),
    plan: institution.plan.map((item) => ({
      ...item,
      title: fillTexts(item.title, today),
      day: workingDay(today, item.day),
    })),
    posts: institution.posts.map((post) => fillPost(post, today)),
  };
}
