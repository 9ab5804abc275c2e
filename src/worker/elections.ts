import { newId } from '#/kernel/ids.ts';
import { institutionsInElection } from '#/modules/elections/index.ts';
import { workerActor } from '#/modules/people/index.ts';
import { watchElection } from '#/modules/publishing/index.ts';

type Deps = Parameters<typeof watchElection>[0];

/** Watches over the election periods of all institutions. What it has looked over it looks over again after a restart only. */
export function createElectionWatch(deps: Deps): () => Promise<void> {
  const known = new Map<string, string>();
  return async () => {
    for (const id of await institutionsInElection(deps.db.open, deps.clock.now()))
      known.set(id, await watchElection(deps, workerActor(id, newId()), known.get(id) ?? null));
  };
}
