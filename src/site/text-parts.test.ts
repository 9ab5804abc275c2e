import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { waysOf } from './components/post-text.ts';
import { textParts } from './text-parts.ts';
import { excerpt, parted } from './view.ts';

const ways = {
  hashtag: (tag: string) => `/t/${tag}`,
  mention: (handle: string) => (handle === 'nepoznat' ? undefined : `/m/${handle}`),
};
/** `kind text -> href` of everything that is not plain text. */
const found = (text: string): string[] =>
  textParts(text, ways)
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, text, href }) => `${kind} ${text}${href === undefined ? '' : ` -> ${href}`}`);

suite('the parts of a text', () => {
  test('links end where the sentence goes on', () => {
    assert.deepEqual(found('Vidi https://parco.gov.ba/plan.'), [
      'link https://parco.gov.ba/plan -> https://parco.gov.ba/plan',
    ]);
    assert.deepEqual(found('(www.bhas.gov.ba), „https://a.ba/x_(y)“!'), [
      'link www.bhas.gov.ba -> https://www.bhas.gov.ba',
      'link https://a.ba/x_(y) -> https://a.ba/x_(y)',
    ]);
    assert.deepEqual(found('https://a.ba/č?x=1&y=2#z'), [
      'link https://a.ba/č?x=1&y=2#z -> https://a.ba/č?x=1&y=2#z',
    ]);
  });

  test('nothing but http, https and mailto is ever a way', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.ba', 'https://', 'https://x']) {
      assert.deepEqual(found(text), [], text);
    }
  });

  test('addresses, mentions and hashtags in both scripts', () => {
    assert.deepEqual(found('Pišite na info@dei.example.org.'), [
      'mail info@dei.example.org -> mailto:info@dei.example.org',
    ]);
    assert.deepEqual(found('#ReformaJU и #РеформаУправе, #2026 nije, #2026plan jest'), [
      'hashtag #ReformaJU -> /t/ReformaJU',
      'hashtag #РеформаУправе -> /t/РеформаУправе',
      'hashtag #2026plan -> /t/2026plan',
    ]);
    assert.deepEqual(found('@dei.example.org, @ime@host.ba i @nepoznat.'), [
      'mention @dei.example.org -> /m/dei.example.org',
      'mention @ime@host.ba -> /m/ime@host.ba',
      'mention @nepoznat',
    ]);
    assert.deepEqual(found('a#b c@ &#39; x/#y'), []);
  });

  test('joined they are the text, whatever it is', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('https://', 'www.a.ba', '@', '#', ' ', '\n', 'a@b.ba', ').', '„'),
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((all) => all.join('')),
        (text) => {
          const parts = textParts(text, ways);
          assert.equal(parts.map((part) => part.text).join(''), text);
          for (const { kind, href } of parts) {
            if (kind === 'link') assert.match(href ?? '', /^https?:\/\//);
          }
        },
      ),
    );
  });

  test('a long text takes no long time', () => {
    const text = `${'a'.repeat(20_000)} ${'@'.repeat(20_000)} ${'('.repeat(10_000)}https://a.ba/${')'.repeat(10_000)}`;
    const start = performance.now();
    textParts(text, ways);
    assert.ok(performance.now() - start < 1000);
  });

  test('mentions lead to accounts we know, or to the domain they name', () => {
    const { mention, hashtag } = waysOf({ prefix: '/bs' }, 'dei', [
      { handle: 'DEI_BiH', url: 'https://x.example/dei' },
    ]);
    assert.equal(mention('dei_bih'), 'https://x.example/dei');
    assert.equal(mention('dei.gov.ba'), 'https://dei.gov.ba');
    assert.equal(mention('ime@host.ba'), 'https://host.ba/@ime');
    assert.equal(mention('neko'), undefined);
    assert.equal(hashtag('Прва'), '/bs/i/dei/t/%D0%9F%D1%80%D0%B2%D0%B0');
  });
});

suite('a headline', () => {
  test('is the first line or sentence, where it can stand alone', () => {
    assert.deepEqual(parted('Šalter radi do 16 sati.\n\nDođite.'), {
      headline: 'Šalter radi do 16 sati.',
      rest: 'Dođite.',
    });
    const long = `Rodilo vam se dijete? ${'Dalje. '.repeat(30)}`.trim();
    assert.equal(parted(long).headline, 'Rodilo vam se dijete?');
    assert.equal(parted(`Odluke sa 43. sjednice ${'i dalje '.repeat(20)}`).headline, null);
    assert.equal(parted('Prijava na #Konkurs').headline, null);
    assert.equal(parted('Pišite na info@dei.ba').headline, null);
    assert.deepEqual(parted('Samo ovo'), { headline: 'Samo ovo', rest: '' });
  });

  test('nothing of the text is lost beside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
        const text = raw.trim();
        const { headline, rest } = parted(text);
        const all = (it: string) => it.replace(/\s/g, '');
        assert.equal(all((headline ?? '') + rest), all(text));
      }),
    );
  });

  test('an excerpt is cut between words', () => {
    assert.equal(excerpt('jedan dva\n tri', 40), 'jedan dva tri');
    assert.equal(excerpt('jedan, dva tri', 10), 'jedan…');
    assert.ok(excerpt('a'.repeat(500), 50).length <= 50);
  });
});
