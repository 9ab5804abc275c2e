import type { Connector } from '../contract.ts';
import { ConnectorFault } from '../contract.ts';
import { connect, diagnose } from './connect.ts';
import { manifest } from './manifest.ts';
import { prepare } from './prepare.ts';
import { find, publish, remove } from './publish.ts';
import { fetchThreads } from './replies.ts';
import { grantOf, renew } from './xrpc.ts';

/** Bluesky, and any other server of the AT Protocol that takes `app.bsky.feed.post` records. */
export const bluesky: Connector = {
  manifest,
  connect,
  refresh: async (context, account) => {
    const renewed = await renew(context, account.session);
    if (renewed.kind === 'renewed') return renewed.session;
    throw new ConnectorFault(renewed.kind, renewed.reason);
  },
  grantOf,
  diagnose,
  limits: () => Promise.resolve(manifest.limits),
  prepare,
  publish,
  find,
  remove,
  fetchThreads,
};
