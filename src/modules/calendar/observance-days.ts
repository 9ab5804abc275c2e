/** Sets an institution chooses from. `bih`: what all parts of the country have in common, for it has no holiday law of its own. */
export const OBSERVANCE_SETS = [
  'bih',
  'fbih',
  'rs',
  'brcko',
  'catholic',
  'orthodox',
  'islamic',
  'jewish',
  'international',
] as const;
export type ObservanceSet = (typeof OBSERVANCE_SETS)[number];

/**
 * How a day is found. `easter`/`orthodox`: days after Easter Sunday. `islamic`/`hebrew`: month code and day of that
 * calendar. `nth`: the n-th weekday (1 is Monday) of a month. `moved`: only in years in which one of so many days right
 * before it is a Sunday: what the law gives instead.
 */
export type DayRule =
  | { month: number; day: number; moved?: number }
  | { easter: number }
  | { orthodox: number }
  | { islamic: readonly [string, number]; plus?: number }
  | { hebrew: readonly [string, number]; plus?: number }
  | { month: number; nth: number; weekday: number };

export type Observance = {
  id: string;
  rule: DayRule;
  sets: readonly ObservanceSet[];
  restIn?: readonly ObservanceSet[];
  since?: number;
  source: string;
};

const FBIH = 'Law on holidays, Official Gazette of RBiH 2/92 and 13/94, applied in the Federation';
const RS = 'Law on holidays of Republika Srpska, Official Gazette of RS 43/07';
const BRCKO = 'Law on holidays of Brčko District, Official Gazette of Brčko District 19/02';
const ALL = `${FBIH}; ${RS}; ${BRCKO}`;
const ICU = 'Umm al-Qura calendar of ICU; the Islamic Community in BiH announces the day in its takvim';
const HEBREW = 'Hebrew calendar of ICU; begins at sunset of the day before';
const CATHOLIC = 'General Roman Calendar';
const ORTHODOX = 'Calendar of the Serbian Orthodox Church';

const fixed = (month: number, day: number): DayRule => ({ month, day });
const everywhere = {
  sets: ['bih', 'fbih', 'rs', 'brcko'],
  restIn: ['bih', 'fbih', 'rs', 'brcko'],
  source: ALL,
} as const;
/** The holiday laws of the Federation and of Brčko move a Sunday; Republika Srpska's does for these days as well. */
const instead = everywhere;
const world = (id: string, month: number, day: number, source: string, since?: number): Observance => ({
  id,
  rule: fixed(month, day),
  sets: ['international'],
  source,
  ...(since === undefined ? {} : { since }),
});
const un = (resolution: string) => `United Nations, ${resolution}`;

/** In Republika Srpska's law these are days on which members of the faith do not work; elsewhere each takes leave. */
const catholic = (id: string, rule: DayRule, rest = false): Observance => ({
  id,
  rule,
  sets: ['catholic'],
  source: rest ? `${CATHOLIC}; ${RS}` : CATHOLIC,
  ...(rest ? { restIn: ['catholic'] } : {}),
});
const orthodox = (id: string, rule: DayRule, rest = false): Observance => ({
  id,
  rule,
  sets: ['orthodox'],
  source: rest ? `${ORTHODOX}; ${RS}` : ORTHODOX,
  ...(rest ? { restIn: ['orthodox'] } : {}),
});
const islamic = (id: string, day: readonly [string, number], plus = 0, rest = false): Observance => ({
  id,
  rule: { islamic: day, plus },
  sets: ['islamic'],
  source: rest ? `${ICU}; ${RS}` : ICU,
  ...(rest ? { restIn: ['islamic'] } : {}),
});
const jewish = (id: string, day: readonly [string, number]): Observance => ({
  id,
  rule: { hebrew: day },
  sets: ['jewish'],
  source: HEBREW,
});

export const DAYS: readonly Observance[] = [
  { id: 'new-year', rule: fixed(1, 1), ...everywhere },
  { id: 'new-year-2', rule: fixed(1, 2), ...everywhere },
  { id: 'new-year-instead', rule: { month: 1, day: 3, moved: 2 }, ...instead },
  { id: 'labour-day', rule: fixed(5, 1), ...everywhere },
  { id: 'labour-day-2', rule: fixed(5, 2), ...everywhere },
  { id: 'labour-day-instead', rule: { month: 5, day: 3, moved: 2 }, ...instead },
  {
    id: 'independence-day',
    rule: fixed(3, 1),
    sets: ['fbih'],
    restIn: ['fbih'],
    source: 'Law proclaiming 1 March Independence Day of BiH, Official Gazette of RBiH 9/95',
  },
  {
    id: 'statehood-day',
    rule: fixed(11, 25),
    sets: ['fbih'],
    restIn: ['fbih'],
    source: 'Law proclaiming 25 November Statehood Day of BiH, Official Gazette of RBiH 9/95',
  },
  // The Federation's law names it; whether work stops is announced each year, so it is not counted as a day off there.
  { id: 'victory-day', rule: fixed(5, 9), sets: ['fbih', 'rs'], restIn: ['rs'], source: `${FBIH}; ${RS}` },
  {
    id: 'republic-day-rs',
    rule: fixed(1, 9),
    sets: ['rs'],
    restIn: ['rs'],
    source: `${RS}; held unconstitutional by the Constitutional Court of BiH, U-3/13 and U-2/18`,
  },
  { id: 'dayton-day', rule: fixed(11, 21), sets: ['rs'], restIn: ['rs'], source: RS },
  { id: 'brcko-day', rule: fixed(3, 8), sets: ['brcko'], restIn: ['brcko'], source: BRCKO },
  {
    id: 'brcko-day-instead',
    rule: { month: 3, day: 9, moved: 1 },
    sets: ['brcko'],
    restIn: ['brcko'],
    source: BRCKO,
  },

  catholic('epiphany', fixed(1, 6)),
  catholic('catholic-good-friday', { easter: -2 }, true),
  catholic('catholic-easter', { easter: 0 }, true),
  catholic('catholic-easter-monday', { easter: 1 }, true),
  catholic('corpus-christi', { easter: 60 }),
  catholic('assumption', fixed(8, 15)),
  catholic('all-saints', fixed(11, 1)),
  catholic('all-souls', fixed(11, 2)),
  catholic('catholic-christmas-eve', fixed(12, 24), true),
  catholic('catholic-christmas', fixed(12, 25), true),
  catholic('saint-stephen', fixed(12, 26)),

  orthodox('orthodox-christmas-eve', fixed(1, 6), true),
  orthodox('orthodox-christmas', fixed(1, 7), true),
  orthodox('orthodox-new-year', fixed(1, 14)),
  orthodox('saint-sava', fixed(1, 27)),
  orthodox('orthodox-good-friday', { orthodox: -2 }, true),
  orthodox('orthodox-easter', { orthodox: 0 }, true),
  orthodox('orthodox-easter-monday', { orthodox: 1 }, true),
  orthodox('vidovdan', fixed(6, 28)),
  orthodox('dormition', fixed(8, 28)),

  islamic('hijri-new-year', ['M01', 1]),
  islamic('mevlud', ['M03', 12]),
  islamic('ramadan', ['M09', 1]),
  islamic('ramadan-bajram', ['M10', 1], 0, true),
  islamic('ramadan-bajram-2', ['M10', 1], 1, true),
  islamic('kurban-bajram', ['M12', 10], 0, true),
  islamic('kurban-bajram-2', ['M12', 10], 1, true),

  jewish('pesach', ['M07', 15]),
  jewish('rosh-hashanah', ['M01', 1]),
  jewish('yom-kippur', ['M01', 10]),
  jewish('hanukkah', ['M03', 25]),

  world('holocaust-remembrance', 1, 27, un('A/RES/60/7')),
  world('data-protection-day', 1, 28, 'Council of Europe, 26 April 2006'),
  {
    id: 'safer-internet-day',
    // The second day of the second week of the second month: the Tuesday after the first Monday but one.
    rule: { month: 2, nth: 2, weekday: 2 },
    sets: ['international'],
    source: 'Insafe, European Commission',
  },
  world('mother-language-day', 2, 21, 'UNESCO 30 C/62'),
  world('womens-day', 3, 8, un('A/RES/32/142')),
  world('consumer-rights-day', 3, 15, 'Consumers International'),
  world('water-day', 3, 22, un('A/RES/47/193')),
  world('health-day', 4, 7, 'World Health Organization, WHA/A.2/Res.35'),
  world('press-freedom-day', 5, 3, un('decision 48/432')),
  world('europe-day', 5, 9, 'European Council, Milan 1985'),
  world('environment-day', 6, 5, un('A/RES/2994 (XXVII)')),
  world('public-service-day', 6, 23, un('A/RES/57/277')),
  world('srebrenica-remembrance', 7, 11, un('A/RES/78/282'), 2024),
  world('youth-day', 8, 12, un('A/RES/54/120')),
  world('literacy-day', 9, 8, 'UNESCO 14 C/1.441'),
  world('democracy-day', 9, 15, un('A/RES/62/7')),
  world('languages-day', 9, 26, 'Council of Europe, 6 December 2001'),
  world('access-to-information-day', 9, 28, un('A/RES/74/5')),
  world('statistics-day', 10, 20, 'European Statistical System Committee, 2016'),
  world('childrens-day', 11, 20, un('A/RES/836 (IX)')),
  world('violence-against-women-day', 11, 25, un('A/RES/54/134')),
  world('disability-day', 12, 3, un('A/RES/47/3')),
  world('anti-corruption-day', 12, 9, un('A/RES/58/4')),
  world('human-rights-day', 12, 10, un('A/RES/423 (V)')),
];
