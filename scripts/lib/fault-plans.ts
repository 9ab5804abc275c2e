import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultPlan } from '#/connectors/_kit/matrix-plan.ts';
import type { Connector } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'connectors');

/** Every connector of the list with the plan in its own folder. @throws Error where a folder has none */
export async function faultPlans(): Promise<{ connector: Connector; plan: FaultPlan }[]> {
  return Promise.all(
    connectors.map(async (connector) => {
      const file = join(FOLDER, connector.manifest.network, 'faults.ts');
      if (!existsSync(file))
        throw new Error(`no ${file}: export \`faults\` with the fake and its exceptions`);
      const { faults } = (await import(file)) as { faults: FaultPlan };
      return { connector, plan: faults };
    }),
  );
}
