import { Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { bringWords } from './spoken.ts';
import { useTranslator } from './words-provider.tsx';

/** Words that only a part of a screen says, loaded with the first that does. A whole screen has `withWords`. */
type More = 'writing' | 'errors';

const loading = new Map<More, Promise<void>>();

/** The same promise while it lasts: React asks for it at every try. */
function load(name: More): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const fresh = bringWords([name]);
  loading.set(name, fresh);
  fresh.catch(() => loading.delete(name));
  return fresh;
}

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
  if (!translator.knows(of)) use(load(of));
  return children;
}

/** The same for what must not wait: false until they are there. */
export function useMoreWords(name: More): boolean {
  const translator = useTranslator();
  const [, setLoaded] = useState('');
  const there = translator.knows(name);
  useEffect(() => {
    if (there) return undefined;
    let current = true;
    void load(name).then(
      () => current && setLoaded(translator.variant),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [translator, name, there]);
  return there;
}
