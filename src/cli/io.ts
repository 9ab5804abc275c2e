import type { Environment } from '#/config/index.ts';
import { variantOfTerminal } from '#/language/terminal.ts';
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

/** The words of the command line, read when the first sentence is needed: a filter that says nothing starts faster. */
export async function wordsOf(io: Pick<CliIo, 'env'>): Promise<Translate> {
  const { createTranslator, loadWords } = await import('#/language/words/index.ts');
  const variant = variantOfTerminal(io.env);
  return createTranslator(variant, await loadWords(variant, ['cli', 'common', 'errors'])).t;
}
