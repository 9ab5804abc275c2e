import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isProblem } from '#/kernel/errors.ts';
import { createKitConnector } from './_kit/kit-connector.ts';
import { connectors } from './index.ts';
import { createRegistry } from './registry.ts';

describe('the registry', () => {
  it('has every connector of the list, in its order', () => {
    const registry = createRegistry(connectors);
    const names = registry.manifests().map(({ network }) => network);
    assert.ok(names.length > 0);
    assert.deepEqual(
      names,
      connectors.map(({ manifest }) => manifest.network),
    );
    for (const name of names) assert.equal(registry.get(name).manifest.network, name);
  });

  it('says which network it does not know', () => {
    const registry = createRegistry(connectors);
    assert.equal(registry.has('toString'), false);
    assert.throws(
      () => registry.get('myspace'),
      (error) => isProblem(error, 'network.unknown') && error.params['network'] === 'myspace',
    );
  });

  it('takes no two connectors of one name', () => {
    const kit = createKitConnector({ network: 'kit-askable', findable: true });
    assert.throws(() => createRegistry([kit, kit]));
  });
});
