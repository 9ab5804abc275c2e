import type { Tx } from '#/db/database.ts';
import { VARIANTS, type Variant } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { listPostsForExport, type ExportedPost } from '#/modules/posts/index.ts';
import { placesOfPosts, type PublishedPlace } from '#/modules/publishing/index.ts';
import { nameTargets } from './accounts.ts';
import { textOf } from './cells.ts';
import { setDesk, type Desk, type ExchangeDeps } from './desk.ts';
import type { FileWish } from './give-template.ts';
import { localTimeOf } from './local-time.ts';
import type { Values } from './mark.ts';
import { MAX_ROWS } from './sheets/grid.ts';
import { toCsv, toXlsx } from './sheets/write-sheets.ts';
import { helpOut, tableOut, withMark } from './tables-out.ts';

/** ISO dates at the institution, both within; without them everything, posts without a time too. */
export type ExportSpan = { from?: string | undefined; to?: string | undefined };

/**
 * The plan and its posts as a table: what was planned, how far it is, and where it is out. Changed and imported again,
 * its rows change what they came from. Newest first, and no more rows than an import takes.
 */
export async function exportPlan(
  deps: ExchangeDeps,
  actor: Actor,
  { language, format, table, from, to }: FileWish & ExportSpan,
): Promise<Uint8Array> {
  permit(actor, 'plan.read');
  if (format === 'xlsx' || table === 'posts') permit(actor, 'post.read');
  const { t } = deps.translators.of(language);
  return deps.db.within(actor, async (tx) => {
    const desk = await setDesk(deps, tx, actor, language);
    const plan = () =>
      desk.planItems
        .filter(({ due_on: due }) => (from === undefined || due >= from) && (to === undefined || due <= to))
        .slice(0, MAX_ROWS)
        .map((item) =>
          withMark(
            'plan',
            item.id,
            item.revision,
            said({
              due: item.due_on,
              ...inVariants('name', item.titles),
              theme: item.theme,
              objective: desk.objectives.labelOf(item.objective_id),
              campaign: desk.campaigns.labelOf(item.campaign_id),
              variants: item.variants.join(', '),
            }),
          ),
        );
    const posts = async () => {
      const rows = await listPostsForExport(tx, actor, { ...instants({ from, to }, desk), limit: MAX_ROWS });
      const places = await placesOf(tx, rows);
      return rows.map((post) => postOut(t, desk, post, places.get(post.id) ?? []));
    };
    if (format === 'csv') {
      const rows = table === 'plan' ? plan() : await posts();
      return toCsv(tableOut(t, table, desk, rows, { told: true }));
    }
    const tables = [
      tableOut(t, 'plan', desk, plan(), { told: true }),
      tableOut(t, 'posts', desk, await posts(), { told: true }),
    ];
    return toXlsx(tables, helpOut(t, desk.house.timeZone));
  });
}

type T = ReturnType<ExchangeDeps['translators']['of']>['t'];

function postOut(t: T, desk: Desk, post: ExportedPost, places: readonly PublishedPlace[]): Values {
  const { content } = post;
  const due = content.dueAt === null ? null : localTimeOf(content.dueAt, desk.house.timeZone);
  const marked = withMark(
    'posts',
    post.id,
    post.version,
    said({
      title: post.title,
      date: due?.date ?? '',
      time: due?.time ?? '',
      item: desk.items.labelOf(post.plan_item_id),
      accounts: nameTargets(desk.accounts, content.targets),
      ...inVariants('text', content.texts),
    }),
  );
  const [first] = places;
  return new Map([
    ...marked,
    ['state', t(`common:state.${post.state}`)],
    ['published', first ? localTimeText(first.published_at, desk.house.timeZone) : ''],
    ['addresses', places.flatMap(({ url }) => url ?? []).join('\n')],
  ]);
}

const localTimeText = (at: Temporal.Instant, timeZone: string): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

const inVariants = (key: string, texts: Partial<Record<Variant, string>>): Record<string, string> =>
  Object.fromEntries(VARIANTS.map((variant) => [`${key}.${variant}`, texts[variant] ?? '']));

/** As a cell says it when it comes back. */
const said = (values: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(values).map(([key, text]) => [key, textOf(text)]));

function instants({ from, to }: ExportSpan, desk: Desk) {
  const start = (day: string, more: number) =>
    Temporal.PlainDate.from(day)
      .add({ days: more })
      .toZonedDateTime(desk.house.timeZone)
      .toInstant()
      .toString();
  return { from: from && start(from, 0), to: to && start(to, 1) };
}

async function placesOf(tx: Tx, posts: readonly ExportedPost[]): Promise<Map<string, PublishedPlace[]>> {
  const places = await placesOfPosts(
    tx,
    posts.map(({ id }) => id),
  );
  return Map.groupBy(places, ({ post_id: postId }) => postId);
}
