/** Nested words as they stand in a file. */
export type WordTree = { readonly [key: string]: string | WordTree };

export type LoadTree = () => Promise<{ readonly default: WordTree }>;
