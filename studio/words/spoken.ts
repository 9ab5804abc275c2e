import {
  createTranslator,
  loadWords,
  type Translator,
  type Variant,
  type WordFile,
} from '#/language/index.ts';

/** What is said before and outside every room. */
const ALWAYS: readonly WordFile[] = ['common', 'studio/shared'];
/** All that was asked for so far: whoever changes the language has it in the new one before it is shown. */
const wanted = new Set<WordFile>(ALWAYS);

/** The words of one variant, as far as they are loaded. */
class Spoken {
  readonly translator: Promise<Translator>;
  readonly #variant: Variant;
  readonly #loading = new Map<WordFile, Promise<void>>();

  constructor(variant: Variant) {
    this.#variant = variant;
    this.translator = loadWords(variant, ALWAYS).then((words) => createTranslator(variant, words));
    for (const file of ALWAYS) this.#loading.set(file, Promise.resolve());
  }

  async bring(files: Iterable<WordFile>): Promise<void> {
    await Promise.all([this.translator, ...Array.from(files, (file) => this.#bringOne(file))]);
  }

  #bringOne(file: WordFile): Promise<void> {
    const known = this.#loading.get(file);
    if (known) return known;
    const fresh = Promise.all([this.translator, loadWords(this.#variant, [file])]).then(
      ([translator, words]) => translator.add(words),
    );
    this.#loading.set(file, fresh);
    // A line that was down for a moment must not leave a screen without words for good.
    fresh.catch(() => this.#loading.delete(file));
    return fresh;
  }
}

let spoken: Spoken;

/** Begins to load what is always said; before this no words can be brought. */
export function firstTranslator(variant: Variant): Promise<Translator> {
  spoken = new Spoken(variant);
  return spoken.translator;
}

/** Another variant, with everything that the open screen may say. */
export async function otherTranslator(variant: Variant): Promise<Translator> {
  const next = new Spoken(variant);
  for (let had = 0; had < wanted.size;) {
    had = wanted.size;
    await next.bring(wanted);
  }
  spoken = next;
  return next.translator;
}

/** Words that only some screens say, into the variant that is spoken when they are there. */
export async function bringWords(files: readonly WordFile[]): Promise<void> {
  for (const file of files) wanted.add(file);
  for (let into: Spoken | undefined; into !== spoken;) {
    into = spoken;
    await into.bring(files);
  }
}

/**
 * Loads a module together with the words it says, for `lazy` of the router and of React: nothing of it is shown before
 * both are there. `words/brought.test.ts` holds the list against the keys that the module and its imports use.
 */
export const withWords =
  <Module>(files: readonly WordFile[], load: () => Promise<Module>): (() => Promise<Module>) =>
  async () => {
    const [module] = await Promise.all([load(), bringWords(files)]);
    return module;
  };
