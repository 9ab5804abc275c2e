import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { composeCss } from '../compose-css.ts';
import { galleryPages } from './pages.ts';

const design = join(import.meta.dirname, '..');
const classesOf = (css: string): Set<string> =>
  new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map((match) => match[1] ?? ''));

test('every class on the pages is one that the stylesheets know', () => {
  for (const [name, html] of Object.entries(galleryPages)) {
    const sheet = name === 'gallery-site.html' ? 'site.css' : 'components.css';
    const known = classesOf(
      composeCss(join(design, sheet)) + readFileSync(join(design, 'gallery/gallery.css'), 'utf8'),
    );
    const blocks = new Set([...known].map((one) => one.split('__')[0] ?? ''));
    const plain = new Set(['mark__banner', 'banner--info']); // the look they have without a rule
    for (const [, list = ''] of html.matchAll(/class="([^"]+)"/g)) {
      for (const one of list.split(' '))
        assert.ok(known.has(one) || plain.has(one) || blocks.has(one), `${name} uses .${one}`);
    }
  }
});

test('the pages hold no script and no style attribute, as the content security policy will have it', () => {
  for (const html of Object.values(galleryPages)) assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=/);
});
