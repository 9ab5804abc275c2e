import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import {
  exceptionsOfPeriod,
  findPeriod,
  findingsOfPeriod,
  holdsOfPeriod,
  isSilentAt,
  type ReportedException,
  type FindingRow,
  type HoldRow,
  type PeriodRow,
} from '#/modules/elections/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { publishedBetween, type SentPost } from '#/modules/publishing/index.ts';
import { approvalsOf, type GivenApproval } from '#/modules/review/index.ts';

export type ReportedPost = {
  id: string;
  title: string;
  /** When it went out first. */
  at: Temporal.Instant;
  sent: SentPost[];
  approvals: GivenApproval[];
  /** Some of it went out in the silence. */
  inSilence: boolean;
};

export type ElectionReport = {
  period: PeriodRow;
  /** What it tells of goes up to here. */
  until: Temporal.Instant;
  posts: ReportedPost[];
  accounts: { id: string; network: string; handle: string; posts: number }[];
  findings: FindingRow[];
  exceptions: ReportedException[];
  holds: HoldRow[];
};

/**
 * What an institution did in an election period: what went out, by account, who approved it, what named whom, what was held, and
 * what went out in the silence. Of a period that still runs, up to now.
 * @throws Problem `election.not-found`
 */
export async function readElectionReport(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  periodId: string,
): Promise<ElectionReport> {
  permit(actor, 'election.report');
  const now = deps.clock.now();
  return deps.db.within(actor, async (tx) => {
    const period = await findPeriod(tx, periodId);
    if (!period) throw new Problem('not-found', 'election.not-found');
    const end = period.withdrawn_at ?? period.ends_at;
    const until = Temporal.Instant.compare(end, now) < 0 ? end : now;
    const sent = await publishedBetween(tx, { from: period.starts_at, to: until });
    const byPost = Map.groupBy(sent, ({ post_id: id }) => id);
    const approvals = Map.groupBy(await approvalsOf(tx, [...byPost.keys()]), ({ post_id: id }) => id);
    return {
      period,
      until,
      posts: [...byPost].map(([id, places]) => ({
        id,
        title: places[0]!.title,
        at: places[0]!.published_at,
        sent: places,
        approvals: approvals.get(id) ?? [],
        inSilence: places.some(({ published_at: at }) => isSilentAt(period, at)),
      })),
      accounts: byAccount(sent),
      findings: await findingsOfPeriod(tx, periodId),
      exceptions: await exceptionsOfPeriod(tx, periodId),
      holds: await holdsOfPeriod(tx, periodId),
    };
  });
}

function byAccount(sent: readonly SentPost[]): ElectionReport['accounts'] {
  return [...Map.groupBy(sent, ({ account_id: id }) => id)]
    .map(([id, rows]) => ({
      id,
      network: rows[0]!.network,
      handle: rows[0]!.handle,
      posts: new Set(rows.map(({ post_id: post }) => post)).size,
    }))
    .toSorted((a, b) => b.posts - a.posts || (a.handle < b.handle ? -1 : 1));
}
