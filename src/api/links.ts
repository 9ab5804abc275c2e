import { operations, type ShortLink } from '#/contract/index.ts';
import type { Db, Tx } from '#/db/database.ts';
import type { SafeFetch } from '#/kernel/safe-fetch.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import {
  changeLinkRule,
  checkShortHost,
  exportShortLinks,
  listShortLinks,
  readClicks,
  readLinkRule,
  shortAddress,
  type LinkDeps,
  type ListedLink,
  type ReadRule,
} from '#/modules/links/index.ts';
import { renewPostLinks, type PostDeps } from '#/modules/posts/index.ts';
import type { PostWorks } from './post-works.ts';
import { orCurrent, presentPost } from './present-post.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRouter } from './router.ts';

type Deps = LinkDeps & PostDeps & PostWorks & { webhookFetch: SafeFetch };

/** How links of posts go out, and how often the short ones are opened. */
export function mountLinks(api: ApiRouter, deps: Deps): void {
  const { db, url } = deps;
  api.on(operations.getLinkRule, async ({ actor }) => {
    const rule = await db.within(actor, (tx) => readLinkRule(tx, actor, url));
    return { body: presentRule(rule), version: rule.revision };
  });
  api.on(operations.setLinkRule, async ({ actor, ifMatch, body }) => {
    const rule = await changeLinkRule(deps, actor, ifMatch, body);
    return { body: presentRule(rule), version: rule.revision };
  });
  api.on(operations.checkShortHost, async ({ actor }) => {
    // The host is one that somebody has typed, as with webhooks: not to our own server, and nowhere on from there.
    const rule = await checkShortHost({ ...deps, fetch: deps.webhookFetch }, actor);
    return { body: presentRule(rule), version: rule.revision };
  });
  api.on(operations.renewPostLinks, async (request) => {
    const { postId } = request.params;
    const { version } = request.body;
    await orCurrent(deps, request, postId, () => renewPostLinks(deps, request.actor, postId, version));
    return presentPost(deps, request, postId);
  });
  mountFigures(api, { db, url });
}

function mountFigures(api: ApiRouter, { db, url }: { db: Db; url: string }): void {
  api.on(operations.listShortLinks, async ({ actor, query }) =>
    db.within(actor, async (tx) => {
      const rows = await listShortLinks(tx, actor, { ...query, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      const { base } = await readLinkRule(tx, actor, url);
      const accounts = await accountNames(tx);
      return {
        body: {
          items: shown.map((row) => presentLink(row, base, accounts)),
          next: rows.length > query.limit ? (shown.at(-1)?.code ?? null) : null,
        },
      };
    }),
  );
  api.on(operations.exportShortLinks, async ({ actor }) => {
    const csv = await db.within(actor, async (tx) => {
      const { base } = await readLinkRule(tx, actor, url);
      const accountOf = await accountNames(tx);
      return exportShortLinks(tx, actor, { addressOf: (code) => shortAddress(base, code), accountOf });
    });
    const mime = 'text/csv; charset=utf-8';
    return {
      body: null,
      file: { bytes: new TextEncoder().encode(csv), mime, name: 'glasnik-short-links.csv' },
    };
  });
  api.on(operations.listPostClicks, async ({ actor, params }) =>
    db.within(actor, async (tx) => {
      const { links, days } = await readClicks(tx, actor, params.postId);
      const { base } = await readLinkRule(tx, actor, url);
      const accounts = await accountNames(tx);
      const items = links.map((row) => ({
        ...presentLink(row, base, accounts),
        days: days
          .filter(({ code }) => code === row.code)
          .map(({ day, people, machines }) => ({ day, people, machines })),
      }));
      return { body: { items } };
    }),
  );
}

type AccountNames = (id: string) => { network: string; handle: string };

async function accountNames(tx: Tx): Promise<AccountNames> {
  const accounts = new Map((await listAccounts(tx)).map((account) => [account.id, account]));
  return (id) => {
    const { network = '', handle = '' } = accounts.get(id) ?? {};
    return { network, handle };
  };
}

const presentRule = ({ hosts, hostCheckedAt, ...rest }: ReadRule) => ({
  ...rest,
  hosts: [...hosts],
  hostCheckedAt: instantOrNull(hostCheckedAt),
});

const presentLink = (row: ListedLink, base: string, accountOf: AccountNames): ShortLink => ({
  code: row.code,
  url: shortAddress(base, row.code),
  target: row.target,
  postId: row.post_id,
  postTitle: row.title,
  accountId: row.account_id,
  ...accountOf(row.account_id),
  variant: row.variant,
  since: instant(row.fixed_at),
  people: row.people,
  machines: row.machines,
});
