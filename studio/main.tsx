import '../design/index.css';
import './studio.css';
import './session/entrance.css';
import './screens.css';
import './shared/rows.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client.ts';
import { openRouter } from './routes.tsx';
import { firstVariant } from './words/first-variant.ts';
import { firstTranslator } from './words/spoken.ts';
import { speak, WordsProvider } from './words/words-provider.tsx';

/** Safari has no Temporal yet; who has it loads nothing. */
const bringTemporal = async () => {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
};

// Asked for before anything is drawn with them, so that fewer lines break anew when they come.
void document.fonts.load('1rem "Source Sans 3 Variable"', 'aš');

const variant = firstVariant();
const translator = firstTranslator(variant);
const router = openRouter();
const [first] = await Promise.all([translator, bringTemporal()]);
speak(variant);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WordsProvider first={first}>
        <RouterProvider router={router} />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
