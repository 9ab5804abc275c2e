import { Problem } from '#/kernel/errors.ts';
import type { Connector, Manifest } from './contract.ts';

/** The connectors this Glasnik has, by the name that stands in the database. */
export type Registry = {
  /** @throws Problem `network.unknown` where no connector has that name (one that was taken out, for instance). */
  get(network: string): Connector;
  find(network: string): Connector | undefined;
  has(network: string): boolean;
  /** In the order of the list, which is the order in which people see them. */
  manifests(): readonly Manifest[];
};

export function createRegistry(list: readonly Connector[]): Registry {
  const byName = new Map(list.map((connector) => [connector.manifest.network, connector]));
  if (byName.size < list.length) throw new Error('two connectors have the same network name');
  return {
    get(network) {
      const connector = byName.get(network);
      if (!connector) throw new Problem('not-found', 'network.unknown', { params: { network } });
      return connector;
    },
    find: (network) => byName.get(network),
    has: (network) => byName.has(network),
    manifests: () => list.map((connector) => connector.manifest),
  };
}
