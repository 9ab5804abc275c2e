import type { Environment } from '#/config/index.ts';
import type { Variant } from '#/language/index.ts';
import type { Translate } from '#/language/words/index.ts';

/** What a command has of the world around it; tests bring their own. */
export type CliIo = {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  env: Environment;
};

/** A command that was written wrongly: the usage is shown. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

/** What kept a command from its work: the key of its sentence in the words of the command line, with parameters. */
export class CliFault extends Error {
  override name = 'CliFault';
  readonly key: string;
  readonly params: Record<string, string | number>;
  constructor(key: string, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(key, options);
    this.key = key;
    this.params = params;
  }
}

/** The variant that the operator's terminal speaks, by the usual variables; English where it is none of ours. */
export function variantOfTerminal(env: Environment): Variant {
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  if (/^bs\b|^bs_/.test(locale)) return 'bs';
  if (/^hr\b|^hr_/.test(locale)) return 'hr';
  if (/^sh\b|^sh_|^sr.*@latin/.test(locale)) return 'sr-Latn';
  return /^sr\b|^sr_/.test(locale) ? 'sr-Cyrl' : 'en';
}

/** The words of the command line, read when the first sentence is needed: a filter that says nothing starts faster. */
export async function wordsOf(io: Pick<CliIo, 'env'>): Promise<Translate> {
  const { createTranslator, loadWords } = await import('#/language/words/index.ts');
  const variant = variantOfTerminal(io.env);
  return createTranslator(variant, await loadWords(variant, ['cli', 'common', 'errors'])).t;
}
