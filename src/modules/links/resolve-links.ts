import type { Tx } from '#/db/database.ts';
import { commentFor } from '#/language/checks/index.ts';
import type { SentLink, TagFacts } from '#/language/links/index.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { planNames } from '#/modules/planning/index.ts';
import { choiceOf, textFor, type LinkedPost } from '#/modules/posts/index.ts';
import * as queries from './queries.ts';
import { baseOf } from './read-rule.ts';
import { shortAddress, wantedLinks, type Outgoing, type Wanted } from './rules.ts';

/**
 * What stands in the place of each link when this post goes out, by the rule of today: it is kept in the post, under
 * its seal, so that a rule that is changed later changes nothing of it. The post must be locked, or new.
 */
export async function resolveLinks(
  tx: Tx,
  post: LinkedPost,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<SentLink[]> {
  const { base, wanted } = await lookAtLinks(tx, post, publicUrl);
  const rows = await queries.listCodesOf(tx, post.id);
  const free = new Map(rows.map((row) => [row.code, row]));
  const kept = wanted.map((one) => (one.isShort ? takeSame(free, one) : null));
  const out: SentLink[] = [];
  for (const [index, one] of wanted.entries()) {
    const { isShort, page, ...link } = one;
    const code = isShort ? (kept[index] ?? (await newCode(tx, free, post, one, now))) : null;
    out.push({ ...link, url: code === null ? page : shortAddress(base, code) });
  }
  const unused = [...free.values()].filter((row) => row.fixed_at === null);
  await queries.dropShortLinks(
    tx,
    unused.map(({ code }) => code),
  );
  return out;
}

/** Whether the rule of today would have the links of a post go out otherwise. */
export async function isOvertaken(tx: Tx, post: LinkedPost, publicUrl: string): Promise<boolean> {
  const { base, wanted } = await lookAtLinks(tx, post, publicUrl);
  const before = post.content.links?.out ?? [];
  const seen = (one: Pick<SentLink, 'accountId' | 'variant' | 'link'>, leadsTo: string) =>
    [one.accountId, one.variant, one.link, leadsTo].join(' ');
  const [old, fresh] = [
    before.map((one) => seen(one, one.target === null ? one.url : `${baseBefore(one.url)} ${one.target}`)),
    wanted.map((one) => seen(one, one.isShort ? `${base} ${one.page}` : one.page)),
  ];
  return old.toSorted().join('\n') !== fresh.toSorted().join('\n');
}

const baseBefore = (url: string): string => url.slice(0, url.lastIndexOf('/l/'));

/** What the rule of today asks for, and where short addresses begin. Where it is off, nothing else is asked. */
async function lookAtLinks(
  tx: Tx,
  post: LinkedPost,
  publicUrl: string,
): Promise<{ base: string; wanted: Wanted[] }> {
  const rule = await queries.readRuleRow(tx);
  const base = baseOf(rule, publicUrl);
  if (!rule || (!rule.tagging && !rule.shortening)) return { base, wanted: [] };
  return { base, wanted: wantedLinks(rule, choiceOf(post.content), await textsOf(tx, post), base) };
}

async function textsOf(tx: Tx, post: LinkedPost): Promise<Outgoing[]> {
  const { content } = post;
  const accounts = new Map((await listAccounts(tx)).map((account) => [account.id, account]));
  const institution = (await findInstitution(tx, post.institutionId))?.slug ?? '';
  const names = await planNames(tx, post);
  return content.targets.flatMap(({ accountId, variant }) => {
    const account = accounts.get(accountId);
    if (!account) return [];
    const { network, handle } = account;
    const facts: TagFacts = { network, account: handle, language: variant, institution, ...names };
    // The first comment goes out to the same account.
    const text = [textFor(content, network, variant), commentFor(content.overrides, variant)].join('\n');
    return [{ accountId, variant, text, facts }];
  });
}

type Free = Map<string, queries.ShortLinkRow>;

/** The code that this link has had in this post already. */
function takeSame(free: Free, one: Wanted): string | null {
  const same = [...free.values()].find(
    (row) => row.account_id === one.accountId && row.variant === one.variant && row.target === one.page,
  );
  if (same) free.delete(same.code);
  return same?.code ?? null;
}

/** One of the post's that never went out and that nothing needs any more, so that typing an address uses up none. */
async function newCode(
  tx: Tx,
  free: Free,
  post: LinkedPost,
  { accountId, variant, page }: Wanted,
  now: Temporal.Instant,
): Promise<string> {
  const spare = [...free.values()].find((row) => row.fixed_at === null);
  const link = { accountId, variant, target: page };
  if (!spare)
    return queries.insertShortLink(tx, {
      ...link,
      postId: post.id,
      institutionId: post.institutionId,
      now,
    });
  free.delete(spare.code);
  await queries.turnShortLink(tx, spare.code, link);
  return spare.code;
}
