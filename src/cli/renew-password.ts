import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '#/kernel/clock.ts';
import { renewPassword } from '#/modules/people/index.ts';
import { openAsOwner, requireThisVersion } from './database.ts';
import { UsageFault, wordsOf, type CliIo } from './io.ts';

/** Gives a person a new first password; it goes to standard output, once, and nothing else does. */
export async function run(args: string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, 'end-two-factor': { type: 'boolean', default: false } },
  });
  if (!values.email) throw new UsageFault('--email');
  await using opened = await openAsOwner(io, 'join');
  await requireThisVersion(opened);
  const password = await renewPassword({ db: opened.db, clock: systemClock }, randomUUID(), values.email, {
    endTwoFactor: values['end-two-factor'],
  });
  io.stdout.write(`${password}\n`);
  io.stderr.write(`${(await wordsOf(io))('cli:password.hand-over')}\n`);
  return 0;
}
