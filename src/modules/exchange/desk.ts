import type { Db, Tx } from '#/db/database.ts';
import type { Variant } from '#/language/index.ts';
import { listAccounts, type AccountRow } from '#/modules/accounts/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import { listCampaigns, listPlanItems, type PlanItemRow } from '#/modules/planning/index.ts';
import type { House, PostDeps } from '#/modules/posts/index.ts';
import { listObjectives } from '#/modules/strategy/index.ts';
import { Names } from './names.ts';
import type { Translators } from './columns.ts';

export type ExchangeDeps = PostDeps & { db: Db; translators: Translators };

/** What cells name, as it is in the institution now. */
export type Desk = {
  house: House;
  accounts: readonly AccountRow[];
  planItems: readonly PlanItemRow[];
  objectives: Names;
  campaigns: Names;
  items: Names;
};

/** Institutions have some hundreds; a page that holds all is read at once. */
const ALL = 5000;

export async function setDesk(
  deps: Pick<ExchangeDeps, 'readHouse'>,
  tx: Tx,
  actor: Actor,
  variant: Variant,
): Promise<Desk> {
  const names = async <Row extends { id: string }>(
    list: (archived: boolean) => Promise<readonly Row[]>,
    titlesOf: (row: Row) => Partial<Record<Variant, string>>,
  ): Promise<{ rows: Row[]; names: Names }> => {
    const [offered, archived] = [await list(false), await list(true)];
    const named = (rows: readonly Row[], away: boolean) =>
      rows.map((row) => ({ id: row.id, titles: titlesOf(row), archived: away }));
    return {
      rows: [...offered],
      names: new Names([...named(offered, false), ...named(archived, true)], variant),
    };
  };
  const items = await names(
    async (archived) => (await listPlanItems(tx, actor, { limit: ALL, archived })).rows,
    ({ titles }) => titles,
  );
  const objectives = await names(
    (archived) => listObjectives(tx, actor, archived),
    ({ titles }) => titles,
  );
  const campaigns = await names(
    (archived) => listCampaigns(tx, actor, archived),
    ({ names: called }) => called,
  );
  return {
    house: await deps.readHouse(tx, actor.institutionId),
    accounts: await listAccounts(tx),
    planItems: items.rows,
    objectives: objectives.names,
    campaigns: campaigns.names,
    items: items.names,
  };
}
