import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markUp } from './mark-up.ts';

const marked = (text: string) =>
  markUp(text)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text: found }) => `${kind}:${found}`);

test('links, hashtags and mentions are found in both scripts, with their diacritics', () => {
  assert.deepEqual(
    marked('Više na https://parco.gov.ba/vijesti. #ReformaJavneUprave #ЈавнаУправа @dei.gov.ba'),
    [
      'link:https://parco.gov.ba/vijesti',
      'hashtag:#ReformaJavneUprave',
      'hashtag:#ЈавнаУправа',
      'mention:@dei.gov.ba',
    ],
  );
  assert.deepEqual(marked('(vidi www.vladars.rs/dokument)'), ['link:www.vladars.rs/dokument']);
  assert.deepEqual(marked('na mastodon: @parco@social.gov.ba!'), ['mention:@parco@social.gov.ba']);
});

test('numbers with a hash, addresses of e-mail and sentence ends are not marks', () => {
  assert.deepEqual(marked('Zakon #12, pisma na info@parco.gov.ba. Kraj.Novi'), []);
});

test('the pieces are the text, whatever it is', () => {
  for (const text of ['', '@', '#', 'a #b c', 'https://', '𝒳 #ž.', '@@x ##y'])
    assert.equal(
      markUp(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
});
