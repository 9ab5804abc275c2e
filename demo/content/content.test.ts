import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fillDates, workingDay } from './fill-dates.ts';
import { programmeOn } from './index.ts';
import { pictures } from './pictures.ts';
import type { DemoInstitution, DemoPost, DemoPostState, Texts, Variant } from './shape.ts';

/** Days that differ in weekday, month length and year; a text must fit and make sense on each of them. */
const DAYS = ['2026-07-20', '2027-02-27', '2028-12-31', '2026-09-06'].map((day) =>
  Temporal.PlainDate.from(day),
);
const { institutions, coordinator } = programmeOn(DAYS[0]!);
const WRITTEN = ['bs', 'hr', 'sr-Latn', 'en'] as const;
const MEDIA = new URL('../media/', import.meta.url);

const PAST = new Set<DemoPostState>(['published', 'late', 'failed', 'unknown', 'expired', 'withdrawn']);
const AHEAD = new Set<DemoPostState>(['scheduled', 'approved', 'in-review', 'draft', 'sent-back']);
const STATES: DemoPostState[] = [...PAST, ...AHEAD];

/** Words that betray the wrong language. Not a dictionary: only forms that cannot be right in that variant. */
const SHIBBOLETHS: Record<(typeof WRITTEN)[number], RegExp> = {
  hr: words(
    'sistem evropsk hiljad konkurs saopćenj saopšt takođe učestv učesni sedmic januar februar septemb oktob novemb',
    'decemb avgust august univerzit bezbj odsto porodic preduzeć spisak budžet izvještaj obavješten informisa opšt',
    'tokom$ mart$ marta$ april maj$ maja$ jun$ juna$ juni$ jul$ jula$ juli$ ko$ šta$ tačk savjet.ministara uslov',
  ),
  'sr-Latn': words(
    'tijekom siječ veljač ožuj travnj travanj svib lipanj lipnj srpanj srpnj kolovoz rujan rujn listopad studenoga',
    'prosin europsk tisuć priopćen saopćen sustav natječaj izvješć vijeć općin sudjel sigurnost opći također tko$',
    'sveučiliš plaća$ plaće$ posto$ tjedan tjedn august juli$ juni$ sati$ uvjet proračun',
  ),
  bs: words(
    'tijekom siječ veljač ožuj travanj svibanj srpanj srpnj kolovoz listopad studenoga prosin europsk tisuć priopć',
    'sustav natječaj izvješć sveučiliš saopšt opštin takođe$ bezbjednos savjet.ministara odsto avgust tko$ tjedan tjedn',
  ),
  en: words(
    'organiz recogniz authoriz center$ color labor$ program$ programs$ favor$ percent$',
    'institucij sjednic odluk stranic građan godin prijav rok$ podac ili$ nije$ koji$ koje$ više$ posto$ odsto$',
  ),
};

/** Beginnings of words, or whole words where they end in `$`. (`\b` does not know č, š and ž as letters.) */
function words(...lists: string[]): RegExp {
  const parts = lists
    .flatMap((list) => list.split(' '))
    .map((word) => word.replace('$', String.raw`(?!\p{L})`));
  return new RegExp(String.raw`(?<!\p{L})(?:${parts.join('|')})`, 'iu');
}

type Labelled = { label: string; texts: Texts };

const graphemes = (text: string): number => [...new Intl.Segmenter('bs').segment(text)].length;

/** Every text for people in one institution, with a label that tells where it stands. */
function textsOf(institution: DemoInstitution): Labelled[] {
  const at = (label: string, texts: Texts): Labelled => ({ label: `${institution.key} ${label}`, texts });
  return [
    at('names', institution.names),
    at('shortNames', institution.shortNames),
    at('description', institution.description),
    ...institution.accounts.map((account) => at(`account ${account.key}`, account.displayName)),
    ...institution.objectives.flatMap((objective) => [
      at(`objective ${objective.key} title`, objective.title),
      at(`objective ${objective.key} measure`, objective.measure),
      at(`objective ${objective.key} audience`, objective.audience),
    ]),
    ...institution.plan.map((item) => at(`plan ${item.key}`, item.title)),
    ...institution.posts.map((post) => at(`post ${post.key}`, post.texts)),
    ...institution.posts.flatMap((post) =>
      (post.media ?? []).map((picture) => at(picture.file, picture.alt)),
    ),
  ];
}

const everyPost = (list: DemoInstitution[]): { where: string; post: DemoPost }[] =>
  list.flatMap((institution) =>
    institution.posts.map((post) => ({ where: `${institution.key} ${post.key}`, post })),
  );

const unique = (values: string[], what: string): void => {
  assert.equal(new Set(values).size, values.length, `${what} twice: ${values.toSorted().join(' ')}`);
};

test('every text is there in every variant, trimmed, with its dates written out', () => {
  for (const day of DAYS) {
    for (const { label, texts } of programmeOn(day).institutions.flatMap(textsOf)) {
      for (const variant of WRITTEN) assert.ok(texts[variant], `${label} has no ${variant}`);
      for (const [variant, text] of Object.entries(texts)) {
        assert.equal(text.trim(), text, `${label} ${variant} is not trimmed`);
        assert.ok(text.length > 0, `${label} ${variant} is empty`);
        assert.doesNotMatch(text, /[{}]|undefined|NaN| {2}/u, `${label} ${variant}`);
      }
    }
  }
});

test('no post is longer than 300 graphemes, whatever the date, and alternative texts stay short', () => {
  for (const day of DAYS) {
    for (const { where, post } of everyPost(programmeOn(day).institutions)) {
      const network = Object.entries(post.perNetwork?.sandbox ?? {});
      for (const [variant, text] of [...Object.entries(post.texts), ...network]) {
        assert.ok(graphemes(text) <= 300, `${where} ${variant}: ${graphemes(text)}`);
      }
    }
  }
  for (const { alt, file } of Object.values(pictures)) {
    for (const text of Object.values(alt)) assert.ok(graphemes(text) <= 160, `${file}: ${text}`);
  }
});

test('no variant carries words of another', () => {
  for (const day of DAYS) {
    for (const { label, texts } of programmeOn(day).institutions.flatMap(textsOf)) {
      for (const variant of WRITTEN)
        assert.doesNotMatch(texts[variant], SHIBBOLETHS[variant], `${label} ${variant}`);
      assert.doesNotMatch(texts.hr, /sistem|evropsk|hiljad|konkurs/iu, `${label} hr`);
    }
  }
});

test('posts end with one or two PascalCase hashtags and carry at most one emoji', () => {
  for (const { where, post } of everyPost(institutions)) {
    for (const [variant, text] of Object.entries(post.texts)) {
      assert.match(text, /[^#\s] (#\p{Lu}[\p{L}\d]+ ?){1,2}$/u, `${where} ${variant}`);
      const tags = text.match(/#\S+/gu) ?? [];
      assert.ok(tags.length >= 1 && tags.length <= 2, `${where} ${variant}: ${tags.length} hashtags`);
      assert.ok((text.match(/\p{Extended_Pictographic}/gu) ?? []).length <= 1, `${where} ${variant}: emoji`);
      assert.doesNotMatch(text, /[\u0400-\u04FF]/u, `${where} ${variant} is in Cyrillic`);
    }
  }
});

test('every key that is named exists, and the named people may write', () => {
  for (const institution of institutions) {
    const people = new Map(institution.people.map((person) => [person.key, person]));
    const accounts = new Set(institution.accounts.map((account) => account.key));
    const objectives = new Set(institution.objectives.map((objective) => objective.key));
    const items = new Set(institution.plan.map((item) => item.key));
    for (const item of institution.plan)
      assert.ok(objectives.has(item.objective), `${item.key}: ${item.objective}`);
    for (const post of institution.posts) {
      const where = `${institution.key} ${post.key}`;
      assert.ok(['editor', 'head'].includes(people.get(post.author)?.role ?? ''), `${where}: ${post.author}`);
      assert.ok(!post.planItem || items.has(post.planItem), `${where}: ${post.planItem}`);
      assert.ok(post.targets.length > 0, `${where} goes nowhere`);
      unique(
        post.targets.map((target) => target.account),
        `${where} target`,
      );
      for (const { account } of post.targets) assert.ok(accounts.has(account), `${where}: ${account}`);
    }
    for (const key of [people, accounts, objectives, items]) assert.ok(key.size > 0);
  }
});

test('a post has a text in every variant its plan item asks for and its targets send', () => {
  for (const institution of institutions) {
    const asked = new Map(institution.plan.map((item) => [item.key, item.variants]));
    for (const post of institution.posts) {
      const sent = post.targets.map(({ variant }) => variant);
      for (const variant of [...(asked.get(post.planItem ?? '') ?? []), ...sent]) {
        const written = variant === 'sr-Cyrl' ? 'sr-Latn' : variant;
        assert.ok(post.texts[written], `${institution.key} ${post.key} has no ${variant}`);
      }
    }
  }
});

test('keys, handles, addresses and colours do not repeat', () => {
  unique(
    institutions.flatMap((institution) => institution.accounts.map((account) => account.handle)),
    'handle',
  );
  unique(
    [...institutions.flatMap((i) => i.people.map((person) => person.email)), coordinator.email],
    'e-mail',
  );
  unique(
    institutions.map((institution) => institution.colour),
    'colour',
  );
  unique(
    institutions.map((institution) => institution.contact.phone),
    'phone',
  );
  for (const { key, posts, plan, people, accounts, objectives } of institutions) {
    for (const list of [posts, plan, people, accounts, objectives])
      unique(
        list.map((item) => item.key),
        key,
      );
    unique(
      posts.flatMap((post) => WRITTEN.map((variant) => `${variant}: ${post.texts[variant]}`)),
      `${key} text`,
    );
  }
});

test('nothing points at a real person, address or number', () => {
  const emails = [
    ...institutions.flatMap((i) => [...i.people.map((p) => p.email), i.contact.email]),
    coordinator.email,
  ];
  for (const email of emails) assert.match(email, /^[a-z.-]+@[a-z-]+\.example\.org$/u);
  for (const { contact } of institutions) {
    assert.match(contact.phone, /^\+387 33 000 0\d\d$/u);
    assert.match(contact.web, /^https:\/\/[a-z-]+\.example\.org$/u);
  }
  const texts = institutions.flatMap(textsOf).flatMap(({ texts: variants }) => Object.values(variants));
  for (const domain of texts.flatMap((text) => text.match(/[\w-]+\.(ba|com|gov|eu|net)\b/gu) ?? [])) {
    assert.fail(`a real domain: ${domain}`);
  }
});

test('each institution has its people, plan and posts, and the whole shows every state', () => {
  assert.equal(institutions.length, 7);
  for (const { key, people, plan, posts, objectives } of institutions) {
    const roles = new Set(people.map((person) => person.role));
    for (const role of ['administrator', 'auditor', 'editor', 'head'] as const)
      assert.ok(roles.has(role), `${key}: ${role}`);
    assert.ok(objectives.length >= 2 && objectives.length <= 3 && plan.length >= 6 && plan.length <= 8, key);
    assert.ok(posts.length >= 12 && posts.length <= 16, `${key}: ${posts.length} posts`);
    const published = posts.filter((post) => post.state === 'published');
    const scheduled = posts.filter((post) => post.state === 'scheduled');
    assert.ok(published.length >= 7 && scheduled.length >= 2 && scheduled.length <= 3, key);
  }
  const seen = new Set(everyPost(institutions).map(({ post }) => post.state));
  assert.deepEqual([...seen].toSorted(), STATES.toSorted());
  assert.deepEqual(
    coordinator.roles.map((role) => role.institution).toSorted(),
    institutions.map((i) => i.key).toSorted(),
  );
});

test('a post stands where its state says: the past behind, the rest ahead, comments only on what is out', () => {
  for (const day of DAYS) {
    for (const { where, post } of everyPost(programmeOn(day).institutions)) {
      assert.ok(post.at.day >= -36 && post.at.day <= 30, `${where}: ${post.at.day}`);
      if (post.state === 'published') assert.ok(post.at.day < 0, `${where} is published ahead`);
      if (PAST.has(post.state)) assert.ok(post.at.day <= 0, `${where}: ${post.state} at ${post.at.day}`);
      if (AHEAD.has(post.state)) assert.ok(post.at.day > 0, `${where}: ${post.state} at ${post.at.day}`);
      if (post.comments) assert.equal(post.state, 'published', where);
      if (['sent-back', 'withdrawn'].includes(post.state)) assert.ok(post.remark, `${where} says no reason`);
      assert.match(post.at.time, /^(0[7-9]|1\d|20):[0-5]\d$/u, where);
      for (const comment of post.comments ?? []) assertScript(where, comment.text, comment.variant);
    }
  }
});

function assertScript(where: string, text: string, variant: Variant): void {
  const cyrillic = /[\u0400-\u04FF]/u.test(text);
  assert.equal(cyrillic, variant === 'sr-Cyrl', `${where}: "${text}" is not ${variant}`);
}

test('the pictures and logos exist, are small, and each is described and used', () => {
  const logos = institutions.flatMap(({ logo }) => [logo, logo.replace('.png', '.svg')]);
  const files = [...Object.values(pictures).map((picture) => picture.file), ...logos];
  for (const file of files) {
    assert.ok(existsSync(new URL(file, MEDIA)), `${file} is missing`);
    assert.ok(statSync(new URL(file, MEDIA)).size <= 80 * 1024, `${file} is too big`);
  }
  const drawn = readdirSync(MEDIA).filter((name) => /\.(png|svg|jpg|webp)$/u.test(name));
  assert.deepEqual(drawn.toSorted(), files.toSorted(), 'a file in demo/media that nobody describes');
  const used = new Set(
    everyPost(institutions).flatMap(({ post }) => (post.media ?? []).map(({ file }) => file)),
  );
  for (const { file } of Object.values(pictures)) assert.ok(used.has(file), `${file} is in no post`);
});

test('white letters can be read on every colour', () => {
  for (const { key, colour } of institutions) {
    const [red, green, blue] = [1, 3, 5].map((start) => {
      const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    assert.ok(contrast >= 4.5, `${key} ${colour}: ${contrast.toFixed(2)}`);
  }
});

test('dates speak the custom of each variant and keep to working days', () => {
  const monday = Temporal.PlainDate.from('2026-07-20');
  assert.equal(fillDates('do {day:+0}', 'bs', monday), 'do 20. jula');
  assert.equal(fillDates('do {day:+0}', 'hr', monday), 'do 20. srpnja');
  assert.equal(fillDates('до {day:+0}', 'sr-Cyrl', monday), 'до 20. јула');
  assert.equal(fillDates('by {day:+0}', 'en', monday), 'by 20 July');
  assert.equal(fillDates('u {month:-2:loc} {year:-8}', 'hr', monday), 'u svibnju 2025');
  assert.equal(workingDay(monday, 5), 7, 'Saturday ahead becomes Monday');
  assert.equal(workingDay(monday, -1), -3, 'Sunday behind becomes Friday');
});
