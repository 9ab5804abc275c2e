import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import type { Tables } from '#/db/database.ts';
import type { Translate } from '#/language/words/index.ts';
import { listInstitutions } from '#/modules/institutions/index.ts';
import { HOUSE_CHAIN, listChains, verifyChain } from '#/modules/records/index.ts';
import { openAsOwner, requireThisVersion } from './database.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

type Db = Kysely<Tables>;
type Chain = { id: string; name: string };

/** Checks the chains of the record, one line each. Exit code 1 where one does not hold. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { institution: text, kept: text } });
  const kept = values.kept === undefined ? null : parseKept(values.kept);
  if (kept && values.institution === undefined)
    throw new UsageFault('--institution <slug> --kept <number>:<hash>');
  await using opened = await openAsOwner(io, 'join');
  await requireThisVersion(opened);
  const t = await wordsOf(io);
  // One moment for all chains: acts go on being written and linked meanwhile.
  const broken = await opened.db.open
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      let count = 0;
      for (const chain of await chainsOf(tx, values.institution, t)) {
        const { line, holds } = await check(tx, chain, kept, t);
        io.stdout.write(`${line}\n`);
        if (!holds) count += 1;
      }
      return count;
    });
  io.stderr.write(`${broken === 0 ? t('cli:record.holds') : t('cli:record.broken', { count: broken })}\n`);
  return broken === 0 ? 0 : 1;
}

async function chainsOf(db: Db, slug: string | undefined, t: Translate): Promise<Chain[]> {
  const institutions = await listInstitutions(db);
  const known = new Map(institutions.map((one) => [one.id, one.slug]));
  if (slug !== undefined) {
    const id = institutions.find((one) => one.slug === slug)?.id;
    if (id === undefined)
      throw new CliFault('institution-unknown', { slug, slugs: [...known.values()].join(', ') || '–' });
    return [{ id, name: slug }];
  }
  // Also the chain of an institution whose row is gone: that it is gone is no reason not to look.
  const ids = new Set([...known.keys(), ...(await listChains(db)), HOUSE_CHAIN]);
  return [...ids].map((id) => ({
    id,
    name: known.get(id) ?? (id === HOUSE_CHAIN ? t('cli:record.house') : id),
  }));
}

async function check(
  db: Db,
  { id, name }: Chain,
  kept: Kept | null,
  t: Translate,
): Promise<{ line: string; holds: boolean }> {
  const { acts, waiting, broken } = await verifyChain(db, id);
  if (broken) {
    const fault = t(`cli:record.fault.${broken.fault}`);
    const line = t('cli:record.broken-link', { name, no: broken.no, act: broken.actId ?? '–', fault });
    return { line, holds: false };
  }
  if (kept && (await hashOf(db, id, kept.no)) !== kept.hash) {
    return { line: t('cli:record.kept-differs', { name, no: kept.no }), holds: false };
  }
  const last = acts === 0 ? '–' : `${acts}:${await hashOf(db, id, acts)}`;
  return { line: t('cli:record.chain', { name, acts, waiting, last }), holds: true };
}

async function hashOf(db: Db, chain: string, no: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('act_links')
    .select('hash')
    .where('institution_id', '=', chain)
    .where('no', '=', no)
    .executeTakeFirst();
  return row?.hash.toString('hex');
}

type Kept = { no: number; hash: string };

function parseKept(text: string): Kept {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim());
  if (!match) throw new UsageFault('--kept <number>:<hash>');
  return { no: Number(match[1]), hash: match[2]!.toLowerCase() };
}
