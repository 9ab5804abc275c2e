import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { diagnose, grantOf, refresh } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { edit, find, publish, remove } from './publish.ts';

/** Facebook Pages. */
export const facebook: Connector = {
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
