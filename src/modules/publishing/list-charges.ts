import { sql } from 'kysely';
import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { permit, type Actor } from '#/modules/people/index.ts';

/** Of one account in one month. */
export type MonthOfCharges = {
  /** `2026-12`, by the institution's clock. */
  month: string;
  accountId: string;
  network: string;
  handle: string;
  /** ISO 4217. */
  currency: string;
  posts: number;
  amount: number;
};

/**
 * What networks took for posts, by month and account, the newest month first: by the price of the day on which each went
 * out, taken down again or not. Of a post in doubt that a person found, and of a thread that stopped half-way, no price is kept.
 */
export async function listCharges(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  span: { months: number; timeZone: string },
): Promise<MonthOfCharges[]> {
  permit(actor, 'delivery.read');
  const thisMonth = deps.clock.now().toZonedDateTimeISO(span.timeZone).with({ day: 1 }).startOfDay();
  const since = thisMonth.subtract({ months: span.months - 1 }).toInstant();
  return deps.db.within(actor, (tx) => sumCharges(tx, actor.institutionId, since, span.timeZone));
}

/** `institutionId` stands there for the index, the wall would do without. */
async function sumCharges(
  tx: Tx,
  institutionId: string,
  since: Temporal.Instant,
  timeZone: string,
): Promise<MonthOfCharges[]> {
  const { rows } = await sql<MonthOfCharges>`
    select to_char(d.published_at at time zone ${timeZone}, 'YYYY-MM') as month, a.id as "accountId", a.network, a.handle,
      d.proof->'charged'->>'currency' as currency, count(*)::integer as posts,
      sum((d.proof->'charged'->>'amount')::numeric)::double precision as amount
    from deliveries d join accounts a on a.id = d.account_id
    where d.institution_id = ${institutionId}::uuid and d.proof ? 'charged'
      and d.published_at >= ${since.toString()}::timestamptz
    group by 1, 2, 3, 4, 5
    order by 1 desc, 3, 4, 5, 2`.execute(tx);
  return rows;
}
