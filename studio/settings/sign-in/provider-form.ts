import type { Role, SignInProvider, SignInProviderInput } from '#/contract/index.ts';

/** One line of the mapping. A group with two roles has two lines. */
export type GroupLine = { group: string; role: Role };

/** What stands in the form, as typed. */
export type ProviderFields = {
  kind: SignInProvider['kind'];
  name: string;
  domains: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  metadata: string;
  groupsClaim: string;
  groups: GroupLine[];
  vouches: boolean;
};

export const EMPTY: ProviderFields = {
  kind: 'oidc',
  name: '',
  domains: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  metadata: '',
  groupsClaim: 'groups',
  groups: [{ group: '', role: 'editor' }],
  vouches: false,
};

export const fieldsOf = (provider: SignInProvider): ProviderFields => ({
  ...EMPTY,
  kind: provider.kind,
  name: provider.name,
  domains: provider.domains.join(', '),
  issuer: provider.issuer,
  clientId: provider.clientId ?? '',
  groupsClaim: provider.groupsClaim,
  groups: provider.roleMapping.flatMap(({ group, roles }) => roles.map((role) => ({ group, role }))),
  vouches: provider.vouches,
});

/** People write domains with commas, on lines of their own, and with the sign of an address before them. */
export const domainsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, '').toLowerCase())
      .filter(Boolean),
  ),
];

/** Lines of one group as one; directories do not tell capitals apart. A line without a group is none. */
export function mappingOf(lines: readonly GroupLine[]): SignInProviderInput['roleMapping'] {
  const filled = lines
    .map(({ group, role }) => ({ group: group.trim(), role }))
    .filter(({ group }) => group !== '');
  return [...Map.groupBy(filled, ({ group }) => group.toLowerCase()).values()].map((same) => ({
    group: same[0]?.group ?? '',
    roles: [...new Set(same.map(({ role }) => role))],
  }));
}

/** Secret and metadata that are left empty stay as they are kept. */
export function bodyOf(fields: ProviderFields): SignInProviderInput {
  const common = {
    name: fields.name.trim(),
    domains: domainsIn(fields.domains),
    groupsClaim: fields.groupsClaim.trim() || EMPTY.groupsClaim,
    roleMapping: mappingOf(fields.groups),
    vouches: fields.vouches,
  };
  if (fields.kind === 'saml') {
    const metadata = fields.metadata.trim();
    return { kind: 'saml', ...common, ...(metadata ? { metadata } : {}) };
  }
  const { clientSecret } = fields;
  return {
    kind: 'oidc',
    ...common,
    issuer: fields.issuer.trim(),
    clientId: fields.clientId.trim(),
    ...(clientSecret ? { clientSecret } : {}),
  };
}
