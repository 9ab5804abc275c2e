import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { createMemory } from './memory.ts';
import { acceptedVariant } from './reader.ts';
import { safePath } from './routes/language.ts';

suite('the reader', () => {
  test('gets the language that they accept most', () => {
    assert.equal(acceptedVariant('hr-HR,hr;q=0.9,en;q=0.8'), 'hr');
    assert.equal(acceptedVariant('de, en;q=0.3, sr-Latn-BA;q=0.7'), 'sr-Latn');
    assert.equal(acceptedVariant('sr'), 'sr-Cyrl');
    assert.equal(acceptedVariant('en;q=0, bs;q=0.1'), 'bs');
    for (const none of [undefined, '', '*', 'de', ';;q=,', 'bs;q=0'])
      assert.equal(acceptedVariant(none), undefined);
  });

  test('is led back to a path of ours and nowhere else', () => {
    assert.equal(safePath('/i/dei?after=x'), '/i/dei?after=x');
    assert.equal(safePath('/sr-Cyrl/i/dei'), '/i/dei');
    assert.equal(safePath('/bs'), '/');
    for (const bad of [
      undefined,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/bs//evil.example',
      '/bs/\\evil.example',
      '/bs/%2F/x/..//evil.example/..//',
      'javascript:alert(1)',
      `/${'x'.repeat(600)}`,
    ]) {
      const path = safePath(bad);
      assert.ok(path.startsWith('/') && !/^\/[/\\\t]/.test(path), `${bad} -> ${path}`);
      assert.equal(new URL(`/bs${path}`, 'http://here.example').host, 'here.example');
      assert.equal(new URL(path, 'http://here.example').host, 'here.example');
    }
  });
});

suite('the memory', () => {
  test('makes once for all who ask at once, and again later', async () => {
    let made = 0;
    const remember = createMemory<number>(40);
    const ask = () => remember('a', async () => (made += 1));
    assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [1, 1, 1]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(await ask(), 2);
  });

  test('does not keep a failure', async () => {
    const remember = createMemory<number>(10_000);
    await assert.rejects(remember('a', () => Promise.reject(new Error('down'))));
    assert.equal(await remember('a', async () => 7), 7);
  });

  test('is bounded', async () => {
    let made = 0;
    const remember = createMemory<number>(10_000);
    for (let key = 0; key < 1000; key += 1) await remember(String(key), async () => (made += 1));
    await remember('0', async () => (made += 1));
    assert.equal(made, 1001);
  });
});

test('raw() stands in one file of the site', async () => {
  const files = await readdir(import.meta.dirname, { recursive: true });
  const using: string[] = [];
  for (const file of files.filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'))) {
    const text = await readFile(`${import.meta.dirname}/${file}`, 'utf8');
    if (/\braw\b.*from 'hono|\braw\(/.test(text)) using.push(file);
  }
  assert.deepEqual(using, ['trusted.ts']);
});
