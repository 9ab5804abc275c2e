import type { Connector } from '../contract.ts';
import { authorise, diagnose, refresh } from './authorise.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { grantOf } from './session.ts';
import { find, publish, remove } from './publish.ts';

export const x: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  // The network tells of no limits by an endpoint.
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
  remove,
};
