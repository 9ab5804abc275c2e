import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { diagnose } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { find, publish, remove } from './publish.ts';
import { grantOf, refresh } from './tokens.ts';

/** Threads. */
export const threads: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
  remove,
};
