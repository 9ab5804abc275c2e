import { randomUUID, X509Certificate } from 'node:crypto';
import type { Profile, SAML } from '@node-saml/node-saml';
import { Problem } from '#/kernel/errors.ts';
import {
  callbackOf,
  metadataOf,
  type Directory,
  type DirectoryDeps,
  type Finding,
  type Provider,
} from './directory.ts';
import { textIn, textsIn, type Vouched } from './rules.ts';

/** Clocks of two houses are never the same. */
const SKEW_MS = 90_000;

/** SAML 2.0: request by redirect, answer by POST, the assertion signed, made for us, and made for this very request. */
export function createSamlDirectory(deps: DirectoryDeps): Directory {
  return {
    depart: async (provider) => {
      const request = `_${randomUUID()}`;
      const saml = await open(deps, provider, request);
      return { url: await saml.getAuthorizeUrlAsync('', undefined, {}), kept: { request } };
    },
    arrive: async (provider, answer, kept) => {
      const saml = await open(deps, provider, kept.request);
      const profile = await validated(saml, answer);
      if (profile.issuer !== provider.issuer) throw new Problem('forbidden', 'sign-in.answer-invalid');
      return vouchedOf(profile, provider);
    },
    test: async (provider) => [await testAddress(deps, provider), ...testCertificates(provider)],
  };
}

/** Whether an answer is signed by the directory at all: asked before it is kept for the moment until its browser comes. */
export async function isSigned(deps: DirectoryDeps, provider: Provider, answer: string): Promise<boolean> {
  try {
    await validated(await open(deps, provider, undefined), answer);
    return true;
  } catch {
    return false;
  }
}

/** Our own description, for the administrator of the directory. */
export async function describeUs(deps: DirectoryDeps, provider: Provider): Promise<string> {
  return (await open(deps, provider, undefined)).generateServiceProviderMetadata(null);
}

async function open(deps: DirectoryDeps, provider: Provider, request: string | undefined): Promise<SAML> {
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml');
  const at = new Date(Temporal.Now.instant().epochMilliseconds).toISOString();
  return new SAML({
    issuer: metadataOf(deps.url, provider),
    audience: metadataOf(deps.url, provider),
    callbackUrl: callbackOf(deps.url, provider),
    entryPoint: provider.entry_point ?? '',
    idpCert: provider.certificates,
    wantAssertionsSigned: true,
    // Many directories sign the assertion and not the envelope; what is read is the assertion.
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: SKEW_MS,
    // How somebody proved who they are there is the directory's business.
    disableRequestedAuthnContext: true,
    identifierFormat: null,
    signatureAlgorithm: 'sha256',
    validateInResponseTo: request === undefined ? ValidateInResponseTo.never : ValidateInResponseTo.always,
    ...(request === undefined ? {} : { generateUniqueId: () => request }),
    // The one request that this browser brought its cookie for.
    cacheProvider: {
      saveAsync: (_key, value) =>
        Promise.resolve({ value, createdAt: Temporal.Now.instant().epochMilliseconds }),
      getAsync: (key) => Promise.resolve(key === request ? at : null),
      removeAsync: (key) => Promise.resolve(key),
    },
  });
}

async function validated(saml: SAML, answer: string): Promise<Profile> {
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: answer });
    if (profile) return profile;
  } catch (cause) {
    throw new Problem('forbidden', 'sign-in.answer-invalid', { cause });
  }
  throw new Problem('forbidden', 'sign-in.answer-invalid');
}

/** What directories call these things, the commonest first. */
const EMAIL = [
  'email',
  'mail',
  'emailAddress',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
];
const NAME = [
  'displayName',
  'name',
  'cn',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'http://schemas.microsoft.com/identity/claims/displayname',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
];

function vouchedOf(profile: Profile, provider: Provider): Vouched {
  const first = (names: readonly string[]) =>
    names.map((name) => textIn(profile[name])).find((found) => found !== null) ?? null;
  const email = first(EMAIL) ?? (profile.nameID.includes('@') ? profile.nameID : null);
  return {
    // A name for this one visit says nothing at the next.
    subject: profile.nameIDFormat?.endsWith(':transient') ? (email ?? '') : profile.nameID,
    email,
    name: first(NAME),
    groups: textsIn(profile[provider.groups_claim]),
  };
}

async function testAddress(deps: DirectoryDeps, provider: Provider): Promise<Finding> {
  const address = provider.entry_point ?? '';
  try {
    await deps.fetch(address);
    return { step: 'address', state: 'good', code: 'sign-in-test.entry-good' };
  } catch {
    // Browsers may reach what this server does not: a directory inside the house's own network.
    return { step: 'address', state: 'warning', code: 'sign-in-test.entry-unreachable', params: { address } };
  }
}

/** All that are kept: directories publish the next one before they use it. */
function testCertificates(provider: Provider): Finding[] {
  const now = Temporal.Now.instant().epochMilliseconds;
  const ends = provider.certificates.map((pem) => new X509Certificate(pem).validToDate.getTime());
  const last = new Date(Math.max(...ends));
  const until = last.toISOString().slice(0, 10);
  return [
    last.getTime() > now
      ? { step: 'certificate', state: 'good', code: 'sign-in-test.certificate-good', params: { until } }
      : { step: 'certificate', state: 'bad', code: 'sign-in-test.certificate-over', params: { until } },
  ];
}
