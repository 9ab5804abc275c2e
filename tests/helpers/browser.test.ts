import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findBrowser, launchBrowser } from './browser.ts';

/** What the tests need of a browser: scripts, several contexts, a page that breaks without taking others along. */
async function prove(): Promise<void> {
  const browser = await launchBrowser();
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
  test(`is found: ${findBrowser()}`, prove);

  test('the packaged one works too', async (t) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') return t.skip('built for Linux on x64');
    const before = process.env.GLASNIK_TEST_BROWSER;
    process.env.GLASNIK_TEST_BROWSER = '@sparticuz/chromium';
    try {
      await prove();
    } finally {
      if (before === undefined) delete process.env.GLASNIK_TEST_BROWSER;
      else process.env.GLASNIK_TEST_BROWSER = before;
    }
  });
});
