import type { Connector } from '../contract.ts';
import { connect, diagnose, refresh } from './connect.ts';
import { manifest } from './manifest.ts';
import { cannotLook, prepare, publish } from './publish.ts';
import { edit, remove } from './change.ts';

/** Telegram channels, through a bot that is one of their administrators. */
export const telegram: Connector = {
  manifest,
  connect,
  refresh,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find: cannotLook,
  edit,
  remove,
};
