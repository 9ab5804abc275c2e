import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultPlan } from '#/connectors/_kit/matrix-plan.ts';
import type { Connector } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'connectors');

/** Every connector of the list with the plan in its own folder. @throws Error where a folder has none */
export const faultPlans = (): Promise<{ connector: Connector; plan: FaultPlan }[]> =>
  Promise.all(connectors.map(async (connector) => ({ connector, plan: await faultPlanOf(connector) })));

/** The plan of one connector. @throws Error where its folder has none */
export async function faultPlanOf({ manifest }: Connector): Promise<FaultPlan> {
  const file = join(FOLDER, manifest.network, 'faults.ts');
  if (!existsSync(file)) throw new Error(`no ${file}: export \`faults\` with the fake and its exceptions`);
  const { faults } = (await import(file)) as { faults: FaultPlan };
  return faults;
}
