import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findSystemBrowser, launchBrowser, packagedRuns } from './browser.ts';

/** What the tests need of a browser: scripts, several contexts, a page that breaks without taking others along. */
async function prove(path: string): Promise<void> {
  const browser = await launchBrowser(path);
  try {
    const [one, two] = await Promise.all([
      browser.newContext(),
      browser.newContext({ javaScriptEnabled: false }),
    ]);
    const [first, second] = [await one.newPage(), await two.newPage()];
    await first.setContent('<p id="p">a</p><script>p.textContent = "Žđš Жђш".toLowerCase()</script>');
    await second.setContent('<p id="p">a</p><script>p.textContent = "b"</script>');
    assert.equal(await first.textContent('p'), 'žđš жђш');
    assert.equal(await second.textContent('p'), 'a');
    assert.ok((await first.screenshot()).byteLength > 100);
    await one.close();
    assert.equal(await second.textContent('p'), 'a');
  } finally {
    await browser.close();
  }
}

suite('the browser of the tests', { timeout: 120_000 }, () => {
  test('the packaged one', async (t) => {
    if (!packagedRuns) return t.skip('built for Linux on x64');
    await prove('@sparticuz/chromium');
  });

  test('the one of this machine', async (t) => {
    const path = findSystemBrowser();
    if (!path) return t.skip('there is none');
    await prove(path);
  });
});
