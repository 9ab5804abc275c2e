import type { GlossaryEntry } from '#/contract/index.ts';
import type { FlagReason } from '#/language/index.ts';

/** What a person can decide about a flagged word, once for all posts of the institution. */
export type Decision = 'accept' | 'lock' | 'fix';

/** The glossary entry that a decision becomes. `made` is the Cyrillic as it stands, `written` what the person typed. */
export function entryFor(decision: Decision, word: string, made: string, written: string): GlossaryEntry {
  if (decision === 'lock') return { kind: 'lock', word };
  return { kind: 'fixed', latin: word, cyrillic: decision === 'accept' ? made : written.trim() };
}

/** Which decision is the likely one: foreign words and names stay Latin, the rest is right as it stands. */
export function likelyDecision(reason: FlagReason, hasSuggestion: boolean): Decision {
  if (reason === 'foreign' || reason === 'name') return 'lock';
  return hasSuggestion ? 'fix' : 'accept';
}
