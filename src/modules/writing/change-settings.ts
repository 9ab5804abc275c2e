import type { Db, Tx } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { RuleLevels } from '#/language/checks/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import { readSettingsRow, writeSettings, type SettingsRow } from './queries.ts';

/** Which rules block, warn or are off, and whether the institution lets a machine help. */
export async function readWritingSettings(tx: Tx, actor: Actor): Promise<SettingsRow> {
  permit(actor, 'institution.read');
  return readSettingsRow(tx);
}

/** The levels of the rules, for the checks of a post. */
export const readRuleLevels = async (tx: Tx): Promise<RuleLevels> => (await readSettingsRow(tx)).levels;

/** @throws Problem `writing.changed` where somebody else came first */
export async function changeWritingSettings(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  read: number,
  change: { levels?: RuleLevels | undefined; machineHelp?: boolean | undefined },
): Promise<void> {
  permit(actor, 'writing.change');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const before = await readSettingsRow(tx);
    const levels = change.levels ?? before.levels;
    const machineHelp = change.machineHelp ?? before.machine_help;
    const done =
      before.revision === read &&
      (await writeSettings(tx, actor.institutionId, read, { levels, machineHelp }));
    if (!done) throw new Problem('changed', 'writing.changed', { detail: { revision: before.revision } });
    await record(tx, actor, now, {
      kind: 'writing.changed',
      subjectType: 'institution',
      subjectId: actor.institutionId,
      version: read + 1,
      detail: { levels, machineHelp },
    });
  });
}
