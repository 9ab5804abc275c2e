import type { Tx } from '#/db/database.ts';
import type { SentLink } from '#/language/links/index.ts';
import * as queries from './queries.ts';
import { codeOf } from './rules.ts';

/**
 * From now on the short addresses of this post lead to their pages, for good: it goes on its way. Before that they lead
 * nowhere, so that nothing is behind an institution's name that nobody has approved.
 * @returns false where one of them does not lead to what was sealed; then nothing may go out
 */
export async function fixShortLinks(
  tx: Tx,
  postId: string,
  out: readonly SentLink[],
  now: Temporal.Instant,
): Promise<boolean> {
  const short = out.filter(({ target }) => target !== null);
  if (short.length === 0) return true;
  const targets = new Map((await queries.listCodesOf(tx, postId)).map((row) => [row.code, row.target]));
  const codes = short.map(({ url }) => codeOf(url) ?? '');
  if (short.some(({ target }, index) => targets.get(codes[index] ?? '') !== target)) return false;
  await queries.fixRows(tx, codes, now);
  return true;
}
