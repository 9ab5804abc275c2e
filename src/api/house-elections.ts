import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import {
  addEntry,
  addList,
  changePeriod,
  declarePeriod,
  readHousePeriod,
  readHousePeriods,
  removeEntry,
  restoreEntry,
  withdrawPeriod,
  type Author,
  type Coordinator,
} from '#/modules/elections/index.ts';
import { entryIn, presentPeriod, presentView } from './present-election.ts';
import type { ApiRouter } from './router.ts';

type Deps = { db: Db; clock: Clock };

/** What changes for all institutions the worker brings in line, in each of them. */
export function mountHouseElections(api: ApiRouter, deps: Deps): void {
  const all = (by: Coordinator): Author => ({ of: 'all', by });
  const read = async (by: Pick<Coordinator, 'personId'>, id: string) =>
    presentView(await readHousePeriod(deps, by, id), null, deps.clock.now());
  api.on(operations.getHouseElections, async ({ personId }) => {
    const { coordinator, periods } = await readHousePeriods(deps, { personId });
    const now = deps.clock.now();
    return { body: { coordinator, items: periods.map((row) => presentPeriod(row, now)) } };
  });
  api.on(operations.getHouseElection, ({ personId, params }) => read({ personId }, params.electionId));
  api.on(operations.declareHouseElection, async ({ personId, requestId, body }) => {
    const id = await declarePeriod(deps, all({ personId, requestId }), body);
    return { ...(await read({ personId }, id)), status: 201 };
  });
  api.on(operations.changeHouseElection, async ({ personId, requestId, params, body, ifMatch }) => {
    await changePeriod(deps, all({ personId, requestId }), params.electionId, ifMatch, body);
    return read({ personId }, params.electionId);
  });
  api.on(operations.withdrawHouseElection, async ({ personId, requestId, params, body }) => {
    await withdrawPeriod(deps, all({ personId, requestId }), params.electionId, body.reason);
    return read({ personId }, params.electionId);
  });
  api.on(operations.addHouseElectionEntry, async ({ personId, requestId, params, body }) => {
    await addEntry(deps, all({ personId, requestId }), params.electionId, body);
    return { ...(await read({ personId }, params.electionId)), status: 201 };
  });
  api.on(operations.addHouseElectionList, async ({ personId, requestId, params, body }) => {
    const added = await addList(deps, all({ personId, requestId }), params.electionId, body);
    const { body: view, version } = await read({ personId }, params.electionId);
    return { body: { ...view, added }, version, status: 201 };
  });
  api.on(operations.removeHouseElectionEntry, async ({ personId, requestId, params }) => {
    await removeEntry(deps, all({ personId, requestId }), entryIn(params));
    return read({ personId }, params.electionId);
  });
  api.on(operations.restoreHouseElectionEntry, async ({ personId, requestId, params }) => {
    await restoreEntry(deps, all({ personId, requestId }), entryIn(params));
    return read({ personId }, params.electionId);
  });
}
