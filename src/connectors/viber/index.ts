import type { Connector } from '../contract.ts';
import { connect, diagnose, refresh } from './connect.ts';
import { manifest } from './manifest.ts';
import { cannotLook, prepare, publish } from './publish.ts';

/** Viber channels. */
export const viber: Connector = {
  manifest,
  connect,
  refresh,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find: cannotLook,
};
