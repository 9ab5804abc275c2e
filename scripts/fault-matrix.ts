// npm run fault-matrix: writes docs/fault-matrix.md from the connectors. tests/docs/fault-matrix.test.ts fails until this
// was run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultMatrixPage } from '#/connectors/_kit/matrix-page.ts';
import { faultPlans } from './lib/fault-plans.ts';
import { say } from './lib/paths.mjs';

const plans = await faultPlans();
const page = join(import.meta.dirname, '..', 'docs', 'fault-matrix.md');
await writeFile(page, await faultMatrixPage(plans));
say(`wrote docs/fault-matrix.md for ${plans.length} networks.`);
