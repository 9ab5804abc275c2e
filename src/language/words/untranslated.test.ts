import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findHumanText, isHumanText } from './testing/human-text.ts';
import { readSources } from './testing/sources.ts';

const FOLDERS = ['src/site', 'src/api', 'src/modules', 'studio'];

const texts = (file: string, source: string) => findHumanText(file, source).map(({ text }) => text);

describe('the finder of untranslated text', () => {
  test('finds what is planted in JSX', () => {
    const source = `
      const Planted = () => (
        <section aria-label="Plan objava" data-kind="not read">
          Save the draft
          <button title={busy ? 'Čuva se' : t('common:action.save')}>{'Delete'}</button>
          <input placeholder={\`Traži \${what}\`} value="not read" />
          {open && 'Otvoreno'} {t('studio:page.title')} {count} · x
          <img alt="Grb" src="/grb.svg" /> {name ?? 'Bez imena'} <Label label={'Naziv'} />
          <span translate="no">Ministry of Silly Walks</span> Glasnik &nbsp; 5 %
        </section>
      );`;
    assert.deepEqual(texts('planted.tsx', source), [
      'Plan objava',
      'Save the draft',
      'Čuva se',
      'Delete',
      'Traži',
      'Otvoreno',
      'Grb',
      'Bez imena',
      'Naziv',
    ]);
  });

  test('finds what is planted in html templates', () => {
    const source = [
      'const page = html`<!doctype html><html lang="${lang}"><head><style>body { color: red }</style>',
      '<title>Objave</title></head><body class="page"><!-- note --><a href="/x" title="Otvori ${name}">${text}</a>',
      '<p>Nema odluka za ${year}. godinu</p><b translate="no">Vijeće</b><script>let word = 1</script>',
      '${items.map((item) => html`<li data-x="word">${item}: <em>Novo</em></li>`)}</body></html>`;',
      'const attributes = html`class="one" ${rest}>${label}</a>`; const half = html`<a href="/x" ${more}`;',
      'const part = on ? html` aria-current="page"` : html` title="Ovdje"`;',
      'const sql = other`select word`; const plain = "Not shown";',
    ].join('\n');
    assert.deepEqual(texts('planted.ts', source), [
      'Otvori',
      'Objave',
      'Nema odluka za . godinu',
      'Novo',
      'Ovdje',
    ]);
  });

  test('says where', () => {
    assert.deepEqual(findHumanText('a.tsx', 'const a =\n  <p>Tekst</p>;'), [
      { file: 'a.tsx', line: 2, text: 'Tekst' },
    ]);
  });

  test('knows a word from a mark', () => {
    assert.deepEqual(
      ['x', '5 %', '→', '&nbsp;', 'Glasnik', 'https://vlada.ba', '№ 5'].filter(isHumanText),
      [],
    );
    assert.deepEqual(
      ['OK', 'је', 'Glasnik radi'].filter((text) => !isHumanText(text)),
      [],
    );
  });
});

test('no text for people stands in code', () => {
  const sources = readSources(FOLDERS);
  assert.ok(sources.length > 0);
  const found = sources.flatMap(({ file, source }) => findHumanText(file, source));
  assert.deepEqual(
    found.map(({ file, line, text }) => `${file}:${line} ${text}`),
    [],
  );
});
