import { NAMES } from '../format/tables.ts';
import type { Variant } from '../variants.ts';
import { withoutAddresses, HASHTAG, type Finding } from './check.ts';

type Kind = 'date' | 'number';
/** A figure of a text: how it is written there, and what it says in any language. */
type Figure = { kind: Kind; said: string; written: string; start: number; end: number; numeric: boolean };

/** Beginnings of the names of months in all languages and scripts, to their number. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:januar|siječ|јануар|january)/, 1],
  [/^(?:februar|veljač|фебруар|february)/, 2],
  [/^(?:mart|ožuj|март|march)/, 3],
  [/^(?:april|trav|април)/, 4],
  [/^(?:maj|svib|мај|may)/, 5],
  [/^(?:jun|lip|јун|june)/, 6],
  [/^(?:jul|srp|јул|july)/, 7],
  [/^(?:august|avgust|kolovoz|август)/, 8],
  [/^(?:septemb|ruj|септемб)/, 9],
  [/^(?:oktob|listop|октоб|octob)/, 10],
  [/^(?:novemb|studen|новемб)/, 11],
  [/^(?:decemb|prosin|децемб)/, 12],
];
const monthOf = (word: string): number =>
  MONTHS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? 0;

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const NAMED = new RegExp(String.raw`${EDGE}(\d{1,2})\.?\s+(\p{L}{3,})(?![\p{N}])`, 'gu');
const ENGLISH = new RegExp(
  String.raw`${EDGE}(\p{Lu}\p{Ll}{2,8})\s+(\d{1,2})(?:st|nd|rd|th)?(?![\p{N}.:])`,
  'gu',
);
const NUMERIC = new RegExp(String.raw`${EDGE}(\d{1,2})\.\s?(\d{1,2})\.(?!\d{3}(?!\d))`, 'gu');
const CLOCK = new RegExp(
  String.raw`${EDGE}(?:(\d{1,2}):(\d{2})|(\d{1,2})\.(\d{2})(?=\s*(?:h|sat|čas|час|сат)))(?:\s*([ap])\.?\s?m\.?)?`,
  'giu',
);
const NUMBER = new RegExp(String.raw`${EDGE}\d+(?:[.,\u00a0 ]\d{3}(?!\d))*(?:[.,]\d+)?(?!\p{N})`, 'gu');
const HOURS = /^\s*(?:h|sati?|časova|часова|сати?|(?:[ap])\.?\s?m\b)/iu;

/** Dates and numbers of a text, in order; each stretch of the text is read once. */
function figuresOf(text: string, variant: Variant): Figure[] {
  const found: Figure[] = [];
  let rest = withoutAddresses(text).replace(HASHTAG, (tag) => ' '.repeat(tag.length));
  const take = (
    pattern: RegExp,
    read: (
      match: RegExpExecArray,
    ) => { kind: Kind; said: string; written?: string; numeric?: boolean } | null,
  ) => {
    for (const match of rest.matchAll(pattern)) {
      const figure = read(match);
      if (!figure) continue;
      const written = figure.written ?? match[0];
      const end = match.index + written.length;
      found.push({ numeric: false, ...figure, written, start: match.index, end });
      rest = rest.slice(0, match.index) + ' '.repeat(written.length) + rest.slice(end);
    }
  };
  const date = (day: number, month: number) =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${day}.${month}.` : null;
  take(NAMED, ([, day, word]) => dated(date(Number(day), monthOf(word ?? ''))));
  if (variant === 'en') take(ENGLISH, ([, word, day]) => dated(date(Number(day), monthOf(word ?? ''))));
  take(NUMERIC, ([, day, month]) => dated(date(Number(day), Number(month)), true));
  take(CLOCK, ([, hour, minute, hour2, minute2, half]) => ({
    kind: 'number',
    said: clock(Number(hour ?? hour2), Number(minute ?? minute2), half),
  }));
  take(NUMBER, (match) => {
    const after = rest.slice(match.index + match[0].length);
    const half = /^\s*([ap])\.?\s?m\b/iu.exec(after)?.[1];
    if (HOURS.test(after) && Number(match[0]) <= 24)
      return { kind: 'number', said: clock(Number(match[0]), 0, half) };
    return { kind: 'number', said: plainNumber(match[0], variant) };
  });
  return found.sort((a, b) => a.start - b.start);
}

const dated = (said: string | null, numeric = false) =>
  said === null ? null : { kind: 'date' as const, said, numeric };

function clock(hour: number, minute: number, half: string | undefined): string {
  const whole = half?.toLowerCase() === 'p' && hour < 12 ? hour + 12 : hour;
  return `${whole}:${String(minute).padStart(2, '0')}`;
}

/** 1.234,5 in our languages and 1,234.5 in English are one number. */
function plainNumber(written: string, variant: Variant): string {
  const [group, decimal] = variant === 'en' ? [',', '.'] : ['.', ','];
  const joined = written
    .replace(/[\u00a0 ]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  return String(Number(joined));
}

export type FigureFinding = Finding & { kind: Kind; variant: Variant };

/** Figures that two variants of one message do not share. The first variant is what the others are held against. */
export function* figuresDiffer(texts: readonly (readonly [Variant, string])[]): Generator<FigureFinding> {
  const [first, ...others] = texts;
  if (!first) return;
  const wanted = figuresOf(first[1], first[0]);
  for (const [variant, text] of others) {
    const own = figuresOf(text, variant);
    for (const kind of ['date', 'number'] as const) {
      const missing = unlike(wanted, own, kind);
      const extra = unlike(own, wanted, kind);
      if (missing.length === 0 && extra.length === 0) continue;
      const [here, there] = [extra[0], missing[0]];
      const single = extra.length === 1 && missing.length === 1 && here && there;
      yield {
        kind,
        variant,
        params: { other: first[0], here: listed(extra), there: listed(missing) },
        ...(here ? { start: here.start, end: here.end } : {}),
        ...(single ? { text: rewritten(there, here, first[0], variant) } : {}),
      };
    }
  }
}

function unlike(all: readonly Figure[], other: readonly Figure[], kind: Kind): Figure[] {
  const said = new Set(other.filter((figure) => figure.kind === kind).map((figure) => figure.said));
  return all.filter(
    (figure, at) =>
      figure.kind === kind &&
      !said.has(figure.said) &&
      all.findIndex((one) => one.kind === kind && one.said === figure.said) === at,
  );
}

const listed = (figures: readonly Figure[]): string =>
  figures.map(({ written }) => written.trim()).join(', ') || '–';

/** The other variant's figure as this one writes figures. */
function rewritten(from: Figure, instead: Figure, fromVariant: Variant, variant: Variant): string {
  if (from.kind === 'date') {
    const [day = '', month = ''] = from.said.split('.');
    if (instead.numeric) return `${day}. ${month}.`;
    const name = NAMES[variant].inDate[Number(month) - 1] ?? '';
    return variant === 'en' ? `${day} ${name}` : `${day}. ${name}`;
  }
  if ((fromVariant === 'en') === (variant === 'en')) return from.written;
  return from.written.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}
