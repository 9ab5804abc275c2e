import { runCli } from '../index.ts';

export type Ran = { code: number; out: string; err: string };

/** Runs a command as a terminal would, in this process. */
export async function run(
  argv: readonly string[],
  env: Record<string, string> = {},
  stdin: readonly (string | Uint8Array)[] = [],
): Promise<Ran> {
  const ran = { out: '', err: '' };
  const input = (async function* () {
    yield* stdin;
  })();
  const code = await runCli(argv, {
    stdin: input,
    stdout: { write: (text) => (ran.out += text) },
    stderr: { write: (text) => (ran.err += text) },
    env,
  });
  return { code, ...ran };
}
