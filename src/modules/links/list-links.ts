import type { Tx } from '#/db/database.ts';
import { foldForSearch } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { lookAtPost } from '#/modules/posts/index.ts';
import * as queries from './click-queries.ts';

/** Every short address that went out, with its sums, the last first; one more than asked for where there are more. */
export async function listShortLinks(
  tx: Tx,
  actor: Actor,
  page: queries.LinkPage,
): Promise<queries.ListedLink[]> {
  permit(actor, 'link.read');
  return queries.listLinkRows(tx, { ...page, search: foldForSearch(page.search ?? '') });
}

/** The short addresses of a post and how often each was opened on which day. @throws Problem `post.not-found` */
export async function readClicks(
  tx: Tx,
  actor: Actor,
  postId: string,
): Promise<{ links: queries.ListedLink[]; days: queries.Clicks[] }> {
  permit(actor, 'link.read');
  await lookAtPost(tx, postId);
  const links = await queries.listLinkRowsOf(tx, postId);
  const days = await queries.listClickDays(
    tx,
    links.map(({ code }) => code),
  );
  return { links, days };
}

/** The sums as CSV (RFC 4180), one line for a link. */
export async function exportShortLinks(
  tx: Tx,
  actor: Actor,
  names: { addressOf(code: string): string; accountOf(id: string): { network: string; handle: string } },
): Promise<string> {
  const rows = await allLinks(tx, actor);
  const lines = rows.map((row) => {
    const { network, handle } = names.accountOf(row.account_id);
    const { post_id: post, title, variant, target, fixed_at: since, people, machines } = row;
    return [
      names.addressOf(row.code),
      target,
      network,
      handle,
      variant,
      post,
      title,
      since.toString(),
      people,
      machines,
    ];
  });
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

async function allLinks(tx: Tx, actor: Actor): Promise<queries.ListedLink[]> {
  const rows: queries.ListedLink[] = [];
  for (;;) {
    const page = await listShortLinks(tx, actor, { after: rows.at(-1)?.code, limit: 1000 });
    rows.push(...page);
    if (page.length < 1000) return rows;
  }
}

const COLUMNS = [
  'short_address',
  'target',
  'network',
  'account',
  'language',
  'post_id',
  'post_title',
  'since',
  'people',
  'machines',
];

/** A cell that begins like a formula is one for a spreadsheet: it gets a mark that makes it text. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/u, "'");
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
