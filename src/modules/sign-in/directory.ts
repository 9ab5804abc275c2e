import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { Vouched } from './rules.ts';
import type { ProviderTable } from './tables.ts';
import type { Selected } from './queries.ts';

export type Provider = Selected<ProviderTable>;

export type DirectoryDeps = {
  fetch: SafeFetch;
  /** Where this Glasnik answers, as people type it. */
  url: string;
  /** Hosts that may be asked over plain http: those that the operator has let be private. */
  allowPrivate: readonly string[];
  openSecret(provider: Provider): string;
};

/** Where to send the browser, and what only this browser may bring back. */
export type Departure = { url: string; kept: Record<string, string> };

/** One finding of a test: `code` is the key of its sentence. */
export type Finding = {
  step: 'address' | 'keys' | 'secret' | 'certificate' | 'groups';
  state: 'good' | 'warning' | 'bad';
  code: string;
  params?: Record<string, string>;
};

/** One protocol: how somebody is sent to the directory, and what is made of what comes back. */
export type Directory = {
  depart(provider: Provider): Promise<Departure>;
  /** @throws Problem `sign-in.answer-invalid` or another that says why nobody is let in */
  arrive(provider: Provider, answer: string, kept: Record<string, string>): Promise<Vouched>;
  test(provider: Provider): Promise<Finding[]>;
};

export const callbackOf = (url: string, provider: { id: string; kind: 'oidc' | 'saml' }): string =>
  `${url}/api/sign-in/${provider.kind}/${provider.id}/${provider.kind === 'oidc' ? 'callback' : 'acs'}`;

/** How SAML names us, and where our own metadata lie. */
export const metadataOf = (url: string, provider: { id: string }): string =>
  `${url}/api/sign-in/saml/${provider.id}/metadata`;
