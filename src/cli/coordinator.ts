import { parseArgs } from 'node:util';
import { systemClock } from '#/kernel/clock.ts';
import { appointCoordinator } from '#/modules/pause/index.ts';
import { openAsOwner, requireThisVersion } from './database.ts';
import { CliFault, UsageFault, wordsOf, type CliIo } from './io.ts';

/** Names a person coordinator of all institutions, or ends it. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, end: { type: 'boolean' } },
  });
  const email = values.email?.trim();
  if (!email) throw new UsageFault('--email');
  await using opened = await openAsOwner(io, 'join');
  await requireThisVersion(opened);
  const appointed = values.end !== true;
  const name = await appointCoordinator({ db: opened.db, clock: systemClock }, email, appointed);
  if (name === null) throw new CliFault('person-unknown', { email });
  const t = await wordsOf(io);
  io.stdout.write(`${t(appointed ? 'cli:coordinator.appointed' : 'cli:coordinator.dismissed', { name })}\n`);
  return 0;
}
