import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '#/kernel/clock.ts';
import { findInstitutionBySlug, listInstitutions } from '#/modules/institutions/index.ts';
import { issueApiKey, ROLES, type Role } from '#/modules/people/index.ts';
import { openAsOwner, requireThisVersion } from './database.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

/** Makes an API key; its secret goes to standard output, once, and nothing else does. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { institution: text, role: text, name: text } });
  const { institution: slug, role } = values;
  const name = values.name?.trim();
  if (!slug || !name) throw new UsageFault('--institution, --role, --name');
  if (!isRole(role)) throw new UsageFault(`--role ${ROLES.join(' | ')}`);
  await using opened = await openAsOwner(io, 'join');
  await requireThisVersion(opened);
  const institution = await findInstitutionBySlug(opened.db.open, slug);
  if (!institution) {
    const slugs = (await listInstitutions(opened.db.open)).map((one) => one.slug).join(', ') || '–';
    throw new CliFault('institution-unknown', { slug, slugs });
  }
  const actor = {
    personId: null,
    institutionId: institution.id,
    roles: [],
    via: 'command-line' as const,
    requestId: randomUUID(),
  };
  const { secret } = await issueApiKey({ db: opened.db, clock: systemClock }, actor, { name, role });
  io.stdout.write(`${secret}\n`);
  io.stderr.write(`${(await wordsOf(io))('cli:key.keep')}\n`);
  return 0;
}

const isRole = (role: string | undefined): role is Role =>
  (ROLES as readonly (string | undefined)[]).includes(role);
