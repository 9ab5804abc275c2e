import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Operation } from '../../src/contract/index.ts';

const OPERATIONS = /\/src\/contract\/operations\.ts$/;

/**
 * Of an operation the studio asks where it is, how it is called and what it takes as an upload. The rest (schemas of
 * what goes in and out, sentences for the API's documentation) is for the server, and stays out of the bundle: a
 * browser that fetched all of it would fetch 12 KB (gzip) that it never reads.
 */
export function addressesOnly(): Plugin {
  return {
    name: 'addresses-only',
    enforce: 'pre',
    apply: 'build',
    async load(id) {
      if (!OPERATIONS.test(id)) return null;
      const { operations } = (await import(pathToFileURL(id).href)) as {
        operations: Record<string, Operation>;
      };
      const kept = Object.entries(operations).map(([name, one]) => [name, addressOf(one)] as const);
      return `export const operations = ${JSON.stringify(Object.fromEntries(kept))};`;
    },
  };
}

const addressOf = ({ method, path, upload, response }: Operation) => ({
  method,
  path,
  ...(upload ? { upload } : {}),
  ...(response === null ? { response } : {}),
});
