import type { Tx } from '#/db/database.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { readRuleRow, type LinkRuleRow } from './queries.ts';
import { FIRST_RULE, type LinkRule } from './rules.ts';

export type ReadRule = LinkRule & {
  host: string | null;
  hostCheckedAt: Temporal.Instant | null;
  /** Where short addresses begin today. */
  base: string;
  /** 0: nobody has said anything yet. */
  revision: number;
};

/** The rule of the institution, or what holds where it has none. */
export async function readLinkRule(tx: Tx, actor: Actor, publicUrl: string): Promise<ReadRule> {
  permit(actor, 'link.read');
  return shown(await readRuleRow(tx), publicUrl);
}

export function shown(row: LinkRuleRow | undefined, publicUrl: string): ReadRule {
  const { tagging, hosts, source, medium, campaign, content, shortening } = row ?? FIRST_RULE;
  return {
    tagging,
    hosts,
    source,
    medium,
    campaign,
    content,
    shortening,
    host: row?.host ?? null,
    hostCheckedAt: row?.host_checked_at ?? null,
    base: baseOf(row, publicUrl),
    revision: row?.revision ?? 0,
  };
}

/** The institution's own host once it has answered, else the program's. */
export const baseOf = (
  row: Pick<LinkRuleRow, 'host' | 'host_checked_at'> | undefined,
  publicUrl: string,
): string =>
  row?.host && row.host_checked_at !== null ? `${new URL(publicUrl).protocol}//${row.host}` : publicUrl;
