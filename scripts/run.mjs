// @ts-check
// node scripts/run.mjs FILE …: runs a file of ours under the pinned Node, after installing what is missing.
import { becomeNode } from './lib/child.mjs';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
await becomeNode(process.argv.slice(2));
