import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PackagedBrowser = { path: string; env: NodeJS.ProcessEnv };

/**
 * The Chromium inside @sparticuz/chromium, unpacked once per version and user into the temporary folder.
 * The package itself unpacks into a folder that all share, where a second process finds half a file.
 */
export async function unpackBrowser(): Promise<PackagedBrowser> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `glasnik-browser-${process.getuid?.() ?? 'user'}-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const env = { ...process.env };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  const path = join(folder, 'chromium');
  const plain = await run(path, ['--version'], { env }).catch(() => undefined);
  // A bare machine lacks NSS; the package brings it, built for an older C library than most machines have.
  if (!plain) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return { path, env };
}

async function unpackInto(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}.`);
  const program = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    // The second name makes the package unpack its libraries too; it takes us for a cloud function.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'nodejs24.x' },
  });
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontSettings(join(folder, 'fonts')));
  // Another process may have been faster; then its folder is as good as ours.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
}

/** The package's own settings look into fixed folders, none of which is ours. */
const fontSettings = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;
