import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultMatrixPage } from '#/connectors/_kit/matrix-page.ts';
import { faultPlans } from '../../scripts/lib/fault-plans.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test('the page of the fault matrix is as the connectors are: npm run fault-matrix', async () => {
  const plans = await faultPlans();
  assert.equal(await readFile(join(ROOT, 'docs/fault-matrix.md'), 'utf8'), await faultMatrixPage(plans));
});

test("every connector's own test plays the matrix with the exceptions of its plan", async () => {
  for (const { connector } of await faultPlans()) {
    const { network } = connector.manifest;
    const text = await readFile(join(ROOT, 'src/connectors', network, `${network}.test.ts`), 'utf8');
    assert.match(text, /describeConnector\([^;]*faults\.exceptions/, network);
  }
});
