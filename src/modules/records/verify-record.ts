import type { Kysely } from 'kysely';
import type { Tables } from '#/db/database.ts';
import { countUnlinked, readChain, type ChainRow } from './queries.ts';
import { hashAct, hashLink } from './rules.ts';

export type LinkFault = 'act-changed' | 'act-missing' | 'link-changed' | 'link-missing' | 'act-unlinked';
export type ChainReport = {
  /** Acts whose link was checked. */
  acts: number;
  /** Acts of the last moment, not linked yet. */
  waiting: number;
  /** The first broken link, or null. */
  broken: { no: number; actId: string | null; fault: LinkFault } | null;
};

const STRETCH = 1000;

/**
 * Walks one chain from its first link and stops at the first that does not hold. A change by somebody who can also
 * recompute every later link is found by comparing the last hash with one kept elsewhere (docs/operating.md).
 */
export async function verifyChain(db: Kysely<Tables>, chain: string): Promise<ChainReport> {
  let no = 0;
  let previous: Uint8Array = new Uint8Array();
  for (;;) {
    const rows = await readChain(db, chain, no, STRETCH);
    for (const row of rows) {
      const fault = faultOf(row, no + 1, previous);
      if (fault) return { acts: no, waiting: 0, broken: { no: no + 1, actId: row.act_id, fault } };
      no = row.no;
      previous = row.link_hash;
    }
    if (rows.length < STRETCH) break;
  }
  const { waiting, stray } = await countUnlinked(db, chain);
  return { acts: no, waiting, broken: stray ? { no: no + 1, actId: stray, fault: 'act-unlinked' } : null };
}

function faultOf(row: ChainRow, expectedNo: number, previous: Uint8Array): LinkFault | null {
  if (row.no !== expectedNo) return 'link-missing';
  if (!row.found || !row.act_hash || !row.at) return 'act-missing';
  const actual = hashAct({
    id: row.act_id,
    institutionId: row.institution_id,
    personId: row.person_id,
    via: row.via ?? '',
    kind: row.kind ?? '',
    subjectType: row.subject_type ?? '',
    subjectId: row.subject_id ?? '',
    version: row.version,
    detail: row.detail ?? {},
    requestId: row.request_id ?? '',
    at: row.at.toString({ smallestUnit: 'millisecond' }),
  });
  if (!actual.equals(row.act_hash)) return 'act-changed';
  if (!row.previous_hash.equals(previous) || !hashLink(previous, row.act_hash).equals(row.link_hash)) {
    return 'link-changed';
  }
  return null;
}
