import type { Connector } from '../contract.ts';
import { authorise } from './authorise.ts';
import { diagnose, refresh } from './diagnose.ts';
import { askLimits } from './limits.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { edit, find, publish, remove } from './publish.ts';
import { fetchThreads } from './replies.ts';

/** Mastodon, and other servers that speak its API. */
export const mastodon: Connector = {
  manifest,
  authorise,
  refresh,
  diagnose,
  limits: (context, account) => askLimits(context, account.settings['server'] ?? ''),
  prepare,
  publish,
  find,
  edit,
  remove,
  fetchThreads,
};
