import type { Variant } from '../variants.ts';

type Names = {
  readonly months: readonly string[];
  readonly inDate: readonly string[];
  readonly days: readonly string[];
};

const list = (names: string) => names.split(' ');

const BOSNIAN = list('januar februar mart april maj juni juli august septembar oktobar novembar decembar');
const SERBIAN = list('januar februar mart april maj jun jul avgust septembar oktobar novembar decembar');
const SERBIAN_CYRILLIC = list(
  'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
);
const CROATIAN = list(
  'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
);
const CROATIAN_GENITIVE = list(
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
);
const ENGLISH = list('January February March April May June July August September October November December');
const DAYS = list('ponedjeljak utorak srijeda četvrtak petak subota nedjelja');

/** Names of months, as they stand alone and after a day, and of days from Monday; ijekavian. */
export const NAMES: Readonly<Record<Variant, Names>> = {
  bs: { months: BOSNIAN, inDate: BOSNIAN, days: DAYS },
  hr: { months: CROATIAN, inDate: CROATIAN_GENITIVE, days: DAYS },
  'sr-Latn': { months: SERBIAN, inDate: SERBIAN, days: DAYS },
  'sr-Cyrl': {
    months: SERBIAN_CYRILLIC,
    inDate: SERBIAN_CYRILLIC,
    days: list('понедјељак уторак сриједа четвртак петак субота недјеља'),
  },
  en: {
    months: ENGLISH,
    inDate: ENGLISH,
    days: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  },
};

export type RelativeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
type Forms = Readonly<Record<'one' | 'few' | 'other', string>>;

const forms = (text: string): Forms => {
  const [one = '', few = one, other = few] = text.split(' ');
  return { one, few, other };
};
const SHARED = {
  second: forms('sekundu sekunde sekundi'),
  minute: forms('minutu minute minuta'),
  hour: forms('sat sata sati'),
  day: forms('dan dana dana'),
  week: forms('sedmicu sedmice sedmica'),
  month: forms('mjesec mjeseca mjeseci'),
  year: forms('godinu godine godina'),
};

/** Units after *za* and *prije*: accusative after one, then as the number asks. */
export const UNITS: Readonly<Record<Variant, Readonly<Record<RelativeUnit, Forms>>>> = {
  bs: SHARED,
  hr: { ...SHARED, week: forms('tjedan tjedna tjedana') },
  'sr-Latn': SHARED,
  'sr-Cyrl': {
    second: forms('секунду секунде секунди'),
    minute: forms('минуту минуте минута'),
    hour: forms('сат сата сати'),
    day: forms('дан дана дана'),
    week: forms('седмицу седмице седмица'),
    month: forms('мјесец мјесеца мјесеци'),
    year: forms('годину године година'),
  },
  en: {
    second: forms('second seconds'),
    minute: forms('minute minutes'),
    hour: forms('hour hours'),
    day: forms('day days'),
    week: forms('week weeks'),
    month: forms('month months'),
    year: forms('year years'),
  },
};

type Phrases = { readonly now: string; readonly ahead: string; readonly ago: string; readonly at: string };

/** `#` stands for number and unit. */
export const PHRASES: Readonly<Record<Variant, Phrases>> = {
  bs: { now: 'upravo sada', ahead: 'za #', ago: 'prije #', at: 'u' },
  hr: { now: 'upravo sada', ahead: 'za #', ago: 'prije #', at: 'u' },
  'sr-Latn': { now: 'upravo sada', ahead: 'za #', ago: 'prije #', at: 'u' },
  'sr-Cyrl': { now: 'управо сада', ahead: 'за #', ago: 'прије #', at: 'у' },
  en: { now: 'just now', ahead: 'in #', ago: '# ago', at: 'at' },
};
