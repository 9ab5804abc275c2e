import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import type { SecretBox } from '#/kernel/secret-box.ts';
import type { Directory, DirectoryDeps, Provider } from './directory.ts';
import { createOidcDirectory } from './oidc.ts';
import { createSamlDirectory } from './saml.ts';

export type Directories = { byKind: Record<Provider['kind'], Directory>; deps: DirectoryDeps };

/** Both protocols, ready to use. */
export function openDirectories(options: {
  fetch: SafeFetch;
  box: SecretBox;
  url: string;
  allowPrivate: readonly string[];
}): Directories {
  const deps: DirectoryDeps = {
    ...options,
    openSecret: ({ id, client_secret: sealed }) => (sealed ? options.box.open(sealed, id) : ''),
  };
  return { byKind: { oidc: createOidcDirectory(deps), saml: createSamlDirectory(deps) }, deps };
}
