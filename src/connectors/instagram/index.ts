import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { diagnose } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { find, publish } from './publish.ts';
import { grantOf, refresh } from './tokens.ts';

/** Instagram, professional accounts. Its API of this way in has no changing and no taking down. */
export const instagram: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
};
