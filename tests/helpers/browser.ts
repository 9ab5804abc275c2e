import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackBrowser } from './packaged-browser.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const PACKAGED = '@sparticuz/chromium';

/** The path of the browser that tests use, or the name of the package that brings one. */
export function findBrowser(): string {
  return process.env.GLASNIK_TEST_BROWSER ?? SYSTEM.find(isProgram) ?? PACKAGED;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Chromium's own sandbox refuses root and wants namespaces that containers lack; tests show our own pages only.
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/**
 * Starts a real Chromium, as root and as anybody: the system's where there is one, else the one inside an npm
 * package. `GLASNIK_TEST_BROWSER` (a path, or `@sparticuz/chromium`) overrides the choice.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = findBrowser();
  if (found !== PACKAGED) return chromium.launch({ executablePath: found, args: FLAGS });
  const { path, env } = await unpackBrowser();
  return chromium.launch({
    executablePath: path,
    env,
    args: [...FLAGS, '--no-zygote'],
  });
}
