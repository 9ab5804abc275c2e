import { Problem, type Fault } from '#/kernel/errors.ts';
import { transliterate, type GlossaryEntry } from '#/language/index.ts';
import type { Texts } from './tables.ts';

/** @throws Problem where the runtime does not know the zone */
export function requireTimeZone(timeZone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch (cause) {
    const faults: Fault[] = [{ path: '/timeZone', code: 'institution.time-zone', params: { timeZone } }];
    throw new Problem('invalid', 'input.invalid', { faults, cause });
  }
}

/** A name in Cyrillic that nobody wrote is made from the Latin one. */
export function completeTexts(texts: Texts, glossary: readonly GlossaryEntry[]): Texts {
  const latin = texts['sr-Latn']?.trim();
  if (!latin || texts['sr-Cyrl']?.trim()) return texts;
  return { ...texts, 'sr-Cyrl': transliterate(latin, { to: 'sr-Cyrl', glossary }).text };
}
