import { Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { loadWords, type Translator } from '#/language/index.ts';
import { useTranslator } from './words-provider.tsx';

/** Words that only some screens say: loaded with the first that does, never with the first page. */
type More = 'writing';

const loading = new Map<string, Promise<void>>();

function load({ variant, i18n }: Translator, name: More): Promise<void> {
  const key = `${variant} ${name}`;
  const known = loading.get(key);
  if (known) return known;
  const fresh = loadWords(variant, [name]).then((words) => {
    i18n.addResourceBundle(variant, name, words[name]);
  });
  loading.set(key, fresh);
  // A line that was down for a moment must not leave a screen without words for good.
  fresh.catch(() => loading.delete(key));
  return fresh;
}

const isThere = ({ variant, i18n }: Translator, name: More): boolean => i18n.hasResourceBundle(variant, name);

/** Shows its children once the words are there, and the fallback until then. */
export function WithWords({
  of,
  fallback = null,
  children,
}: {
  of: More;
  fallback?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Suspense fallback={fallback}>
      <Waiting of={of}>{children}</Waiting>
    </Suspense>
  );
}

function Waiting({ of, children }: { of: More; children: ReactNode }) {
  const translator = useTranslator();
  if (!isThere(translator, of)) use(load(translator, of));
  return children;
}

/** The same for what must not wait: false until they are there. */
export function useMoreWords(name: More): boolean {
  const translator = useTranslator();
  const [, setLoaded] = useState('');
  const there = isThere(translator, name);
  useEffect(() => {
    if (there) return undefined;
    let current = true;
    void load(translator, name).then(
      () => current && setLoaded(translator.variant),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [translator, name, there]);
  return there;
}
