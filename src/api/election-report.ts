import { operations, type ElectionReport as Report } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { Variant } from '#/language/index.ts';
import { exportElectionReport, readElectionReport, type ElectionReport } from '#/modules/exchange/index.ts';
import { fileOf } from './exchange.ts';
import type { NetworkWords } from './network-words.ts';
import { presentPeriod } from './present-election.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRouter } from './router.ts';
import type { Translators } from './words.ts';

export type ReportDeps = { db: Db; clock: Clock; translators: Translators; networkWords: NetworkWords };

/** What an institution did in an election period, to read and to take away. */
export function mountElectionReport(api: ApiRouter, deps: ReportDeps): void {
  api.on(operations.getElectionReport, async ({ actor, params, variant }) => {
    const report = await readElectionReport(deps, actor, params.electionId);
    const name = (network: string) => deps.networkWords.name(network, variant);
    return { body: present(report, deps.clock.now(), name) };
  });
  api.on(operations.exportElectionReport, async ({ actor, params, query }) => {
    const bytes = await exportElectionReport(deps, actor, params.electionId, query);
    return fileOf(bytes, `elections-${query.language satisfies Variant}`, query.format);
  });
}

const present = (
  report: ElectionReport,
  now: Temporal.Instant,
  nameOf: (network: string) => string,
): Report => ({
  election: presentPeriod(report.period, now),
  until: instant(report.until),
  accounts: report.accounts.map((account) => ({ ...account, networkName: nameOf(account.network) })),
  posts: report.posts.map((post) => ({
    postId: post.id,
    title: post.title,
    at: instant(post.at),
    places: post.sent.map(({ network, handle, url }) => ({ networkName: nameOf(network), handle, url })),
    approvals: post.approvals.map(({ name, for_name: onBehalfOf, at }) => ({
      name,
      onBehalfOf,
      at: instant(at),
    })),
    inSilence: post.inSilence,
  })),
  named: report.findings.map(({ post_id: postId, title, entry, why, found, found_at: at }) => ({
    postId,
    title,
    entry,
    why,
    found,
    at: instant(at),
  })),
  exceptions: report.exceptions.map((row) => ({
    postId: row.post_id,
    title: row.title,
    entry: row.entry,
    reason: row.reason,
    by: row.made_by_name ?? '',
    at: instant(row.made_at),
    endedAt: instantOrNull(row.ended_at),
  })),
  held: report.holds.map((row) => ({
    postId: row.post_id,
    title: row.title,
    cause: row.cause,
    at: instant(row.held_at),
    letGo: row.let_at ? { by: row.let_by_name ?? '', at: instant(row.let_at) } : null,
  })),
});
