import type { Connector } from '../contract.ts';
import { authorise, refresh } from './authorise.ts';
import { diagnose } from './diagnose.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { find, publish } from './publish.ts';
import { grantOf } from './session.ts';

/** TikTok, finished by a person: a task with everything prepared, or a draft in the inbox of the application. */
export const tiktok: Connector = {
  manifest,
  authorise,
  refresh,
  grantOf,
  diagnose,
  // What an account may show is told to applications that publish by themselves (`creator_info`), which this is not.
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
};
