import type { LinkRuleInput } from '#/contract/index.ts';

/** Websites one in a line, as people paste them. */
export type Draft = Omit<LinkRuleInput, 'hosts' | 'host'> & { hosts: string; host: string };
export type PartProps = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  fault: (path: string) => string | undefined;
};

/** Websites, however they were put apart. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/u)
    .map((line) => line.trim())
    .filter(Boolean);
