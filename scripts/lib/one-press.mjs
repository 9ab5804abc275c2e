// @ts-check
// Loaded before src/main.ts by npm start. In a terminal Ctrl-C comes twice: from the terminal, and passed on by npm.
// The program stops cleanly at the first; whatever comes within a second of it is the same press. A later one is
// somebody who does not want to wait: the program ends at once, and the database is stopped by its lifeline.

const SAME_PRESS_MS = 1000;
let first = Number.NaN;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    const now = performance.now();
    const nobodyElseListens = process.listenerCount(signal) === 1;
    if (Number.isNaN(first)) {
      first = now;
      if (nobodyElseListens) process.exit(130); // it is still starting
    } else if (now - first > SAME_PRESS_MS) {
      process.stderr.write('Stopped at once.\n');
      process.exit(130);
    }
  });
}
