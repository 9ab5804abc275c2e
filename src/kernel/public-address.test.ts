import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { suite, test } from 'node:test';
import { FetchFault } from './fetch-fault.ts';
import { isPublicAddress, publicLookup } from './public-address.ts';

suite('isPublicAddress', () => {
  const open = ['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '2606:4700::1111', '::ffff:8.8.8.8'];
  for (const address of open) test(`${address} is`, () => assert.equal(isPublicAddress(address), true));

  const closed = [
    '0.0.0.0',
    '10.255.255.255',
    '127.255.255.254',
    '100.127.255.255',
    '169.254.169.254',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '0177.0.0.1',
    '0x7f.1',
    '2130706433',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:0:127.0.0.1',
    '::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:808:808::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff0e::1',
    '',
    'localhost',
    '1.2.3.4.5',
  ];
  for (const address of closed) {
    test(`${address || 'nothing'} is not`, () => assert.equal(isPublicAddress(address), false));
  }
});

suite('publicLookup', () => {
  const ask = (addresses: string[], all: boolean) =>
    new Promise<{ error: Error | null; found: unknown }>((done) => {
      const list = addresses.map((address): LookupAddress => ({ address, family: 4 }));
      const lookup = publicLookup((_, __, callback) => callback(null, list));
      lookup('a.example', { all }, (error, found) => done({ error, found }));
    });

  test('hands on the very addresses that it has checked', async () => {
    assert.deepEqual((await ask(['8.8.8.8', '9.9.9.9'], true)).found, [
      { address: '8.8.8.8', family: 4 },
      { address: '9.9.9.9', family: 4 },
    ]);
    assert.equal((await ask(['8.8.8.8', '9.9.9.9'], false)).found, '8.8.8.8');
  });

  test('refuses a name with one private address, and one with none', async () => {
    assert.ok((await ask(['8.8.8.8', '10.0.0.1'], true)).error instanceof FetchFault);
    assert.equal(((await ask([], true)).error as NodeJS.ErrnoException).code, 'ENOTFOUND');
  });
});
