import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { languageTag, type Translate, type Translator, type Variant } from '#/language/index.ts';
import { setAnswerLanguage } from '../api/call.ts';
import { rememberVariant } from './first-variant.ts';
import { otherTranslator } from './spoken.ts';

export type T = Translate;

type WordsContext = { translator: Translator; setVariant: (variant: Variant) => Promise<void> };
const Context = createContext<WordsContext | null>(null);

/** Built-in words of React Aria: Croatian serves Bosnian, whose words it has none of. */
const ariaLocales: Record<Variant, string> = {
  bs: 'hr-BA',
  hr: 'hr-BA',
  'sr-Latn': 'sr-Latn-BA',
  'sr-Cyrl': 'sr-Cyrl-BA',
  en: 'en-GB',
};

export function speak(variant: Variant): void {
  document.documentElement.lang = languageTag(variant);
  setAnswerLanguage(variant);
}

export function WordsProvider({ first, children }: { first: Translator; children: ReactNode }) {
  const [translator, setTranslator] = useState(first);
  const setVariant = useCallback(async (variant: Variant) => {
    const next = await otherTranslator(variant);
    speak(variant);
    rememberVariant(variant);
    setTranslator(next);
  }, []);
  const value = useMemo(() => ({ translator, setVariant }), [translator, setVariant]);
  return (
    <Context value={value}>
      <I18nProvider locale={ariaLocales[translator.variant]}>{children}</I18nProvider>
    </Context>
  );
}

function useWords(): WordsContext {
  const words = use(Context);
  if (!words) throw new Error('No words: WordsProvider is missing');
  return words;
}

/** `const t = useT(); t('common:action.save')`. Plurals by `count`, placeholders by name. */
export const useT = (): Translate => useWords().translator.t;

/** The translator itself, for what loads more words into it. */
export const useTranslator = (): Translator => useWords().translator;

/** The reader's variant. */
export const useVariant = (): Variant => useWords().translator.variant;

export const useSetVariant = (): ((variant: Variant) => Promise<void>) => useWords().setVariant;
