import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { addressesOnly } from './vite/addresses-only.ts';
import { keepOurLocales } from './vite/keep-our-locales.ts';
import { menusApart } from './vite/menus-apart.ts';
import { precompress } from './vite/precompress.ts';

const api = 'http://localhost:4600';

export default defineConfig({
  root: import.meta.dirname,
  base: '/studio/',
  plugins: [
    react(),
    addressesOnly(),
    keepOurLocales(['en-US', 'hr-HR', 'sr-SP']),
    menusApart(),
    precompress(),
  ],
  resolve: { alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'vite/zod-stand-in.ts') }] },
  build: {
    outDir: '../dist/studio',
    emptyOutDir: true,
    manifest: true,
    // language/ uses RegExp.escape; Temporal is brought where it is missing.
    target: ['chrome136', 'edge136', 'firefox134', 'safari18.2'],
    // A font in a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      // Rooms of ours do nothing when they are merely imported, so what a screen does not use can stay out.
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(?:language|contract)\//, sideEffects: false }],
        manualPureFunctions: ['z'],
      },
    },
  },
  server: { port: 4610, proxy: { '/api': api, '/media': api, '/i': api } },
});
