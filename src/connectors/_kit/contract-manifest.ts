import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import type { Connector, Source, Words } from '../contract.ts';

const LANGUAGES = ['bs', 'hr', 'sr-Latn', 'en'] as const;

export function manifestCases(connector: Connector): void {
  const { manifest } = connector;

  it('names itself and the source of each limit', () => {
    assert.match(manifest.network, /^[a-z][a-z0-9-]*$/);
    assert.notEqual(manifest.name.trim(), '');
    const { text, textAlso, comment, images } = manifest.limits;
    for (const limit of [text, textAlso ?? text, comment ?? text]) {
      assert.ok(Number.isInteger(limit.max) && limit.max > 0);
      checkSource(limit.source);
    }
    checkSource(images.source);
    assert.ok(images.max >= 0 && images.maxBytes > 0);
    assert.ok(images.max === 0 || images.mime.length > 0);
    const { price } = manifest;
    if (price) {
      checkSource(price.source);
      assert.match(price.currency, /^[A-Z]{3}$/);
      assert.ok(price.post > 0 && price.withLink >= price.post);
    }
    assert.ok(Number.isInteger(manifest.concurrency) && manifest.concurrency >= 1);
    assert.ok(Number.isInteger(manifest.abilities.threadMax) && manifest.abilities.threadMax >= 1);
  });

  it('does what it says it can', () => {
    assert.equal(connector.authorise !== undefined, manifest.connectBy === 'redirect');
    assert.equal(connector.connect !== undefined, manifest.connectBy === 'form');
    assert.equal(connector.edit !== undefined, manifest.abilities.edit);
    assert.equal(connector.remove !== undefined, manifest.abilities.remove);
    assert.equal(connector.fetchThreads !== undefined, manifest.abilities.replies);
    if (!manifest.abilities.find) assert.equal(manifest.concurrency, 1, 'no look-up: one delivery at a time');
  });

  it('has all its words in the four written languages', () => {
    const keys = keysOf(manifest.words.en);
    assert.ok(keys.includes('about'));
    for (const field of manifest.settings) {
      assert.ok(keys.includes(`settings.${field.name}.label`), `no label for ${field.name}`);
      assert.ok(keys.includes(`settings.${field.name}.help`), `no help for ${field.name}`);
      assert.equal(field.options !== undefined, field.type === 'choice');
      if (field.options)
        assert.ok(field.options.includes(field.initial ?? ''), `nothing chosen: ${field.name}`);
      for (const option of field.options ?? [])
        assert.ok(keys.includes(`settings.${field.name}.options.${option}`), `no words for ${option}`);
    }
    for (const language of LANGUAGES) {
      assert.deepEqual(
        keysOf(manifest.words[language]),
        keys,
        `words of ${language} differ from those of en`,
      );
      for (const text of textsOf(manifest.words[language])) assert.notEqual(text.trim(), '');
    }
    assert.deepEqual(paramsOf(manifest.words['sr-Latn']), paramsOf(manifest.words.en));
    assert.deepEqual(paramsOf(manifest.words.bs), paramsOf(manifest.words.en));
    assert.deepEqual(paramsOf(manifest.words.hr), paramsOf(manifest.words.en));
  });
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

export function checkSource(source: Source): void {
  if (!source.url.startsWith('https://')) assert.ok(existsSync(join(ROOT, source.url)), source.url);
  assert.match(source.read, /^\d{4}-\d{2}-\d{2}$/);
}

const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
    )
    .sort();

const textsOf = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));

/** The parameters of all sentences, by key: a sentence that lost one in translation is found. */
const paramsOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === 'string'
        ? [...value.matchAll(/\{\{(\w+)\}\}/g)].map((found) => `${prefix}${key}:${found[1]}`)
        : paramsOf(value, `${prefix}${key}.`),
    )
    .sort();
