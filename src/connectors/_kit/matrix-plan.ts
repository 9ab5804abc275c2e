import type { StartFake } from './contract-stage.ts';

/**
 * The fault matrix: what a connector is expected to make of every fault at every request it sends. Written down as data:
 * the rules here, from what the manifest says, and the exceptions that a connector declares with a reason.
 */

/** Faults of one request, laid at the HTTP edge. */
export const FAULTS = [
  /** The connection is cut before the network has done anything. */
  'lost-before',
  /** Done, and the connection cut before the answer. */
  'lost-after',
  'limited',
  'limited-dated',
  'error-500',
  /** Done, and 500 said all the same. */
  'error-500-after',
  'error-503',
  /** Done; the second half of the answer never comes. */
  'slow-body',
  /** Done; the answer breaks off half-way. */
  'cut-off',
  'html',
  /** Nobody listens there. */
  'closed',
  /** Our own process is killed once the network has done it, before the answer is read. */
  'killed',
] as const;
export type MatrixFault = (typeof FAULTS)[number];

/** What a network says no to, for good or until somebody mends it; laid by the fake (`Fake.lay`). */
export const CONDITIONS = ['revoked', 'under-scoped', 'suspended', 'media-refused', 'duplicate'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** `renewal` is a text whose session has run out between preparing and publishing. */
export type Scenario = 'text' | 'images' | 'video' | 'thread' | 'comment' | 'renewal';
export type Phase = 'prepare' | 'publish' | 'find' | 'remove';

/** One request of a delivery without faults, as it was seen at the fake. */
export type Place = {
  scenario: Scenario;
  phase: Phase;
  /** Among the requests of its phase, from 0. */
  index: number;
  /** Method and path, as the fake was told of them. */
  request: string;
  /** The fake calls it publishing. */
  isVisible: boolean;
  /** The network itself says no to it, as to a session that has run out. */
  isRefused: boolean;
  /** Something stands at the network, or is gone from it, after this request. */
  acts: boolean;
  /** Something was already there before it. */
  begun: boolean;
  /** All is there after it. */
  completes: boolean;
};

/** What the connector says on the way, and how the delivery ends. */
export type Expected = {
  said: readonly (
    | 'retry'
    | 'retry-dated'
    | 'unknown'
    | 'killed'
    | 'absent'
    | 'cannot-tell'
    | 'found'
    | 'rejected'
    | 'reauthorise'
  )[];
  end: End;
};
/** `once`: stands there once, with proof. `question`: a person is asked, and it stands there once at most. */
export type End = 'once' | 'question' | 'blocked' | 'failed' | 'gone';

/**
 * Where a network is not as the rules have it. Matches every cell that has all that is named; one that matches none, or
 * says what the rule says, fails the tests.
 */
export type Exception = {
  on: MatrixFault | Condition | readonly MatrixFault[];
  scenario?: Scenario;
  phase?: Phase;
  /** As in `Place`. */
  request?: string;
  index?: number;
  /** `impossible`: this network has no such thing. `both`: it takes the same words twice. */
  expect: Expected | 'impossible' | 'both';
  because: string;
};

/** Exported as `faults` from `faults.ts` in a connector's folder; the page in the documentation is made from it. */
export type FaultPlan = { startFake: StartFake; exceptions: readonly Exception[] };

const DONE: readonly MatrixFault[] = ['lost-after', 'error-500-after', 'slow-body', 'cut-off', 'killed'];
/** Surely not done: no doubt about the visible act. */
const NOT_SENT: readonly MatrixFault[] = ['limited', 'limited-dated', 'closed'];
/** The status has come, and with it a refusal. */
const STATUS_CAME: readonly MatrixFault[] = ['slow-body', 'cut-off'];

/** What the rules expect of one fault at one place. */
export function byRule(place: Place, fault: MatrixFault, canFind: boolean): Expected {
  const first = fault === 'limited-dated' ? 'retry-dated' : fault === 'killed' ? 'killed' : 'retry';
  if (place.phase === 'remove') return { said: [first], end: 'gone' };
  if (place.phase === 'prepare') return { said: [first], end: 'once' };
  if (place.phase === 'find') return { said: [first, 'found'], end: 'once' };
  return atPublish(place, fault, canFind, first);
}

function atPublish(
  place: Place,
  fault: MatrixFault,
  canFind: boolean,
  first: Expected['said'][number],
): Expected {
  const isKilled = fault === 'killed';
  const isNo = NOT_SENT.includes(fault) || (place.isRefused && STATUS_CAME.includes(fault));
  const isDoubt = place.isVisible && !isNo;
  if (!canFind && (isDoubt || isKilled || place.begun)) {
    return { said: [isKilled ? 'killed' : 'unknown', 'cannot-tell'], end: 'question' };
  }
  if (!isDoubt && !isKilled) return { said: [first], end: 'once' };
  const isThere = place.acts && place.completes && DONE.includes(fault);
  return { said: [isKilled ? 'killed' : 'unknown', isThere ? 'found' : 'absent'], end: 'once' };
}

/** What the rules expect where the network says no. */
export function byCondition(condition: Condition): Expected {
  if (condition === 'revoked' || condition === 'under-scoped')
    return { said: ['reauthorise'], end: 'blocked' };
  return { said: ['rejected'], end: 'failed' };
}

export type Cell = { on: MatrixFault; place: Place } | { on: Condition; place: null };

const matches = (exception: Exception, { on, place }: Cell): boolean => {
  const faults: readonly string[] = Array.isArray(exception.on) ? exception.on : [exception.on];
  return (
    faults.includes(on) &&
    (exception.scenario === undefined || exception.scenario === place?.scenario) &&
    (exception.phase === undefined || exception.phase === place?.phase) &&
    (exception.request === undefined || exception.request === place?.request) &&
    (exception.index === undefined || exception.index === place?.index)
  );
};

export const exceptionFor = (exceptions: readonly Exception[], cell: Cell): Exception | undefined =>
  exceptions.find((exception) => matches(exception, cell));

/** Exceptions that say nothing: no cell has them, or the rule says the same. */
export function idleExceptions(
  exceptions: readonly Exception[],
  cells: readonly Cell[],
  canFind: boolean,
): Exception[] {
  const rule = (cell: Cell) => (cell.place ? byRule(cell.place, cell.on, canFind) : byCondition(cell.on));
  return exceptions.filter(
    (exception) =>
      !cells.some(
        (cell) =>
          exceptionFor(exceptions, cell) === exception &&
          JSON.stringify(exception.expect) !== JSON.stringify(rule(cell)),
      ),
  );
}

export function expectedOf(
  exceptions: readonly Exception[],
  cell: Cell,
  canFind: boolean,
): Exclude<Exception['expect'], undefined> {
  const exception = exceptionFor(exceptions, cell);
  if (exception) return exception.expect;
  return cell.place ? byRule(cell.place, cell.on, canFind) : byCondition(cell.on);
}
