import type { Plugin } from 'vite';

/**
 * React Aria carries its few built-in words in 34 languages and bundles all of them. Ours are three; the rest are
 * replaced by nothing.
 */
export function keepOurLocales(locales: readonly string[]): Plugin {
  const words = /\/intl\/[\w-]+\/([a-z]{2}-[A-Z]{2})\.mjs$/;
  return {
    name: 'keep-our-locales',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      if (!id.includes('/node_modules/react-')) return null;
      const locale = words.exec(id)?.[1];
      return locale && !locales.includes(locale) ? 'export default {};' : null;
    },
  };
}
