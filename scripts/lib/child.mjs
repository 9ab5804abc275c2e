// @ts-check
import { spawn } from 'node:child_process';
import { inRoot, pinnedNode, root } from './paths.mjs';

// What is run from here keeps its compiled modules: a third less to do at every start.
process.env.NODE_COMPILE_CACHE ??= inRoot('node_modules', '.cache', 'node');

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program with our standard streams and passes signals on. Resolves with the code to exit with.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    const done = () => {
      for (const signal of SIGNALS) process.off(signal, forward);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      // 128 + number is how a shell reports a signal; 2 and 15 are the two that people send.
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1));
    });
  });
}

/**
 * Ends this script by running the pinned Node in its place: the same process where Node can do that, so that
 * signals, exit code and memory are the program's own; else as a child.
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export async function becomeNode(args, env = {}) {
  const environment = { ...process.env, ...env };
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.chdir(root);
    process.execve(pinnedNode, [pinnedNode, ...args], environment);
  }
  process.exitCode = await run(pinnedNode, args, { env: environment });
}
