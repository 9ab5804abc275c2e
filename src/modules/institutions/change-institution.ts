import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import type { GlossaryEntry } from '#/language/index.ts';
import * as queries from './queries.ts';
import { completeTexts, requireTimeZone } from './rules.ts';
import type { Contact, Texts } from './tables.ts';

export type NewInstitution = {
  slug: string;
  names: Texts;
  shortNames: Texts;
  descriptions?: Texts;
  colour?: string;
  timeZone: string;
  contact?: Contact;
  isDemo?: boolean;
};

export type InstitutionChange = {
  names?: Texts | undefined;
  shortNames?: Texts | undefined;
  descriptions?: Texts | undefined;
  colour?: string | undefined;
  logoMediaId?: string | null | undefined;
  timeZone?: string | undefined;
  contact?: Contact | undefined;
  askLateAfterHours?: number | null | undefined;
};

/**
 * A post of the morning may go out at noon unasked, as after a restart or a night's maintenance; what would come in the
 * evening or the next day speaks of another day than its readers'.
 */
const ASK_LATE_AFTER_HOURS = 6;

const NO_CONTACT: Contact = { email: '', phone: '', address: '', web: '' };

/**
 * Makes an institution inside the caller's transaction, which then stands in it. Who may is decided by the caller:
 * `people` knows roles, and comes later in the chain. @throws Problem `institution.slug-taken`
 */
export async function createInstitution(
  tx: Tx,
  input: NewInstitution,
  now: Temporal.Instant,
  id = newId(),
): Promise<string> {
  requireTimeZone(input.timeZone);
  if (await queries.findInstitutionBySlug(tx, input.slug)) {
    const faults = [{ path: '/slug', code: 'institution.slug-taken', params: { slug: input.slug } }];
    throw new Problem('conflict', 'institution.slug-taken', { params: { slug: input.slug }, faults });
  }
  await queries.insertInstitution(tx, {
    id,
    slug: input.slug,
    names: completeTexts(input.names, []),
    short_names: completeTexts(input.shortNames, []),
    descriptions: completeTexts(input.descriptions ?? {}, []),
    colour: input.colour ?? '#1f4e79',
    logo_media_id: null,
    time_zone: input.timeZone,
    contact: input.contact ?? NO_CONTACT,
    ask_late_after_hours: ASK_LATE_AFTER_HOURS,
    glossary: [],
    isDemo: input.isDemo ?? false,
    now,
  });
  return id;
}

/** Changes what is given. @throws Problem `institution.changed` where somebody else came first */
export async function changeInstitution(
  deps: {
    db: Db;
    clock: Clock;
    permitChange(): void;
    onChanged(tx: Tx, revision: number, now: Temporal.Instant): Promise<void>;
  },
  institutionId: string,
  read: number,
  change: InstitutionChange,
): Promise<void> {
  deps.permitChange();
  if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
  const now = deps.clock.now();
  await deps.db.within({ institutionId }, async (tx) => {
    const row = await queries.lockInstitution(tx, institutionId);
    if (!row) throw new Problem('not-found', 'institution.not-found');
    if (row.revision !== read)
      throw new Problem('changed', 'institution.changed', { detail: { revision: row.revision } });
    const { glossary } = row;
    const fields: queries.InstitutionFields = {
      names: completeTexts(change.names ?? row.names, glossary),
      short_names: completeTexts(change.shortNames ?? row.short_names, glossary),
      descriptions: completeTexts(change.descriptions ?? row.descriptions, glossary),
      colour: change.colour ?? row.colour,
      logo_media_id: change.logoMediaId === undefined ? row.logo_media_id : change.logoMediaId,
      time_zone: change.timeZone ?? row.time_zone,
      contact: change.contact ?? row.contact,
      ask_late_after_hours:
        change.askLateAfterHours === undefined ? row.ask_late_after_hours : change.askLateAfterHours,
      glossary,
    };
    await queries.updateInstitution(tx, institutionId, fields, row.revision + 1, now);
    await deps.onChanged(tx, row.revision + 1, now);
  });
}

/** Hands the institution's decisions about transliteration to where everything that transliterates reads them. */
export const setGlossary = (
  tx: Tx,
  institutionId: string,
  glossary: readonly GlossaryEntry[],
  now: Temporal.Instant,
): Promise<void> => queries.updateGlossary(tx, institutionId, glossary, now);
