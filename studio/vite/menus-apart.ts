import type { Plugin } from 'vite';

const APART = '\0menus-apart';

/**
 * React Aria's dialogs know its menus by one context, with which a dialog inside a menu closes it; for that every page
 * would load all of menus, collections and selection. We have no dialog inside a menu, so the context stands alone.
 */
export function menusApart(): Plugin {
  return {
    name: 'menus-apart',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      const isDialog = importer?.endsWith('/react-aria-components/dist/private/Dialog.mjs');
      return isDialog && source === './Menu.mjs' ? APART : null;
    },
    load(id) {
      if (id !== APART) return null;
      return `import { createContext } from 'react'; export const RootMenuTriggerStateContext = createContext(null);`;
    },
  };
}
