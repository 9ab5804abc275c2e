import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOf, domainsIn, EMPTY, fieldsOf, mappingOf } from './provider-form.ts';

test('domains are taken as people write them', () => {
  assert.deepEqual(domainsIn(' @Dei.gov.ba, parco.gov.ba\nparco.gov.ba; '), ['dei.gov.ba', 'parco.gov.ba']);
  assert.deepEqual(domainsIn('  '), []);
});

test('lines of one group become one, whatever the capitals; empty ones go', () => {
  assert.deepEqual(
    mappingOf([
      { group: 'Odnosi s javnošću', role: 'editor' },
      { group: ' ', role: 'head' },
      { group: 'odnosi s javnošću ', role: 'translator' },
      { group: 'Odnosi s javnošću', role: 'editor' },
      { group: 'uprava', role: 'head' },
    ]),
    [
      { group: 'Odnosi s javnošću', roles: ['editor', 'translator'] },
      { group: 'uprava', roles: ['head'] },
    ],
  );
});

test('what is kept and not shown is not sent back as empty', () => {
  const oidc = bodyOf({ ...EMPTY, name: ' Ured ', issuer: ' https://a.example ', clientId: 'x ' });
  assert.deepEqual(oidc, {
    kind: 'oidc',
    name: 'Ured',
    domains: [],
    groupsClaim: 'groups',
    roleMapping: [],
    vouches: false,
    issuer: 'https://a.example',
    clientId: 'x',
  });
  assert.ok(!('metadata' in bodyOf({ ...EMPTY, kind: 'saml', metadata: ' \n' })));
  assert.equal(
    (bodyOf({ ...EMPTY, clientSecret: ' with spaces ' }) as { clientSecret?: string }).clientSecret,
    ' with spaces ',
  );
});

test('a directory that is changed comes back as it was', () => {
  const provider = {
    id: 'x',
    kind: 'oidc' as const,
    name: 'PARCO',
    domains: ['parco.gov.ba', 'dei.gov.ba'],
    issuer: 'https://a.example',
    clientId: 'glasnik',
    hasSecret: true,
    entryPoint: null,
    groupsClaim: 'roles',
    roleMapping: [{ group: 'uprava', roles: ['head' as const, 'editor' as const] }],
    vouches: true,
    redirectUrl: '',
    metadataUrl: null,
    revision: 1,
    updatedAt: '2026-11-25T00:00:00Z',
  };
  const { name, domains, roleMapping, groupsClaim, vouches } = bodyOf(fieldsOf(provider));
  assert.deepEqual(
    { name, domains, roleMapping, groupsClaim, vouches },
    {
      name: provider.name,
      domains: provider.domains,
      roleMapping: provider.roleMapping,
      groupsClaim: 'roles',
      vouches: true,
    },
  );
});
