import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { diagnose } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { edit, find, publish, remove } from './publish.ts';
import { grantOf, refresh } from './tokens.ts';

/** Pages of organisations on LinkedIn. */
export const linkedin: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
  edit,
  remove,
};
