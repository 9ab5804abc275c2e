import type { Manifest, Words } from '#/connectors/contract.ts';
import { TECHNICAL_NAMES, transliterate, type Glossary, type Variant } from '#/language/index.ts';

/** What connectors say in their own words. */
export type NetworkWords = {
  /** A text by its dotted key, such as `settings.handle.label`. */
  find(network: string, key: string, variant: Variant): string | null;
  /** What people call it: its own name, or for a network of ours the word of their language. */
  name(network: string, variant: Variant): string;
  /** A reason's sentence: of the network that the code names (`bluesky.x`), else of whichever knows it. */
  reason(code: string, variant: Variant): string | null;
};

export function createNetworkWords(manifests: readonly Manifest[]): NetworkWords {
  const byNetwork = new Map(
    manifests.map((manifest) => [
      manifest.network,
      { name: manifest.name, words: manifest.words, glossary: glossaryOf(manifest) },
    ]),
  );
  const find = (network: string, key: string, variant: Variant) => {
    const own = byNetwork.get(network);
    const text = own ? walk(own.words[variant === 'sr-Cyrl' ? 'sr-Latn' : variant], key) : null;
    if (!own || text === null || variant !== 'sr-Cyrl') return text;
    return transliterate(text, { to: 'sr-Cyrl', glossary: own.glossary }).text;
  };
  return {
    find,
    name: (network, variant) => find(network, 'name', variant) ?? byNetwork.get(network)?.name ?? network,
    reason: (code, variant) => {
      const [network = '', ...rest] = code.split('.');
      return byNetwork.has(network) ? find(network, `reasons.${rest.join('.')}`, variant) : null;
    },
  };
}

/** A name that is a word of the language is written in its script. */
const glossaryOf = ({ name, latin = [], words }: Manifest): Glossary => [
  ...TECHNICAL_NAMES,
  ...[...(walk(words['sr-Latn'], 'name') === null ? [name] : []), ...latin].map((word) => ({
    kind: 'lock' as const,
    word,
  })),
];

function walk(words: Words, key: string): string | null {
  let at: Words | string | undefined = words;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : null;
}

/** A connector's own code under the name of its network; those of all networks, and ours, stand as they are. */
export const qualified = (network: string, code: string): string =>
  /^(network|delivery)\./.test(code) ? code : `${network}.${code}`;
