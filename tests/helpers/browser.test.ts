import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrowser, launchBrowser, packagedRuns } from './browser.ts';

// The one that the tests take, and the packaged one wherever it runs: both must work on the day they are needed.
for (const path of new Set([findBrowser(), ...(packagedRuns ? ['@sparticuz/chromium'] : [])])) {
  test(`a browser for the tests: ${path}`, { timeout: 120_000 }, () => prove(path));
}

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
