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

/**
 * The name of the package that brings the tests' browser, or a browser's path where that one does not run. The
 * packaged one is Chromium without a window: the same on every machine, and half the work of one with a window.
 */
export function findBrowser(): string {
  const given = process.env.GLASNIK_TEST_BROWSER;
  if (given) return given;
  return packagedRuns ? PACKAGED : (findSystemBrowser() ?? PACKAGED);
}

/** The browser of this machine, if it has one. */
export const findSystemBrowser = (): string | undefined => SYSTEM.find(isProgram);

/** It is built for one kind of machine. */
export const packagedRuns: boolean = process.platform === 'linux' && process.arch === 'x64';

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
 * Starts a real Chromium, as root and as anybody. `GLASNIK_TEST_BROWSER` (a path, or `@sparticuz/chromium`)
 * overrides the choice.
 */
export async function launchBrowser(found = findBrowser()): Promise<Browser> {
  if (found !== PACKAGED) return chromium.launch({ executablePath: found, args: FLAGS });
  const { path, env } = await unpackBrowser();
  return chromium.launch({
    executablePath: path,
    env,
    args: [...FLAGS, '--no-zygote'],
  });
}
