/**
 * Stands in for zod in the browser. The studio takes types, addresses and lists of names from the contract; the
 * checking is the server's. So schemas are built of nothing here, and zod's 27 KB (gzip) stay at home.
 */
const checks = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'options']);

const schema: object = new Proxy(() => undefined, {
  get(_, name) {
    if (typeof name === 'string' && checks.has(name)) {
      throw new Error(`Schemas do not check in the studio (${name}): see studio/vite/zod-stand-in.ts`);
    }
    return schema;
  },
  apply: () => schema,
});

export const z = schema;
