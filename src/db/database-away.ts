/** Of the server: connections (08), no room for one (53300), shutdown and start (57P01 to 57P03). */
const AWAY_STATES = /^(08...|53300|57P0[1-3])$/;
const AWAY_SYSTEM =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** The driver's own words for a connection that broke under a question or was not to be had. It gives them no code. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a question failed because the database could not be reached, and not because of what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return AWAY_STATES.test(code) || AWAY_SYSTEM.test(code);
  return AWAY_WORDS.test(error.message);
}
