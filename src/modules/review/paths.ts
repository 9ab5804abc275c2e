import { Problem, type Fault } from '#/kernel/errors.ts';
import { addWorkingHours, subtractWorkingHours, type WorkingTime } from '#/modules/calendar/index.ts';
import type { Role } from '#/modules/people/index.ts';
import type { Texts } from '#/modules/posts/index.ts';

/** When a step should have answered, in working hours. `remind`: so many before. */
export type StepDeadline = { hours: number; from: 'arrival' | 'due'; remind: number };

export type PathStep = {
  id: string;
  /** In the institution's own words; empty: it is called after those who are asked. */
  name: string;
  roles: Role[];
  /** Ids of colleagues, of approvers from outside, and of colleagues who may answer in place of any of them. */
  people: string[];
  outside: string[];
  deputies: string[];
  need: 'any' | 'all';
  /** A step for writing, such as a translator's: whoever is asked may change the post without ending the review. */
  edits: boolean;
  deadline: StepDeadline | null;
};

/** The steps of a review in order. A null id is the house rule, which nobody has changed. */
export type ReviewPath = { id: string | null; name: string; steps: PathStep[] };

/** A kind of post. Names that are empty are said by our own words, see `review:kind`. */
export type PostKind = { key: string; names: Texts; pathId: string | null; archived: boolean };

export type ReviewSettings = {
  kinds: PostKind[];
  paths: ReviewPath[];
  defaultPathId: string | null;
  /** 0: as the house rules have it. */
  revision: number;
};

/** The house rule: any head, and nobody approves what they wrote. */
export const HOUSE_PATH: ReviewPath = {
  id: null,
  name: '',
  steps: [
    {
      id: 'head',
      name: '',
      roles: ['head'],
      people: [],
      outside: [],
      deputies: [],
      need: 'any',
      edits: false,
      deadline: null,
    },
  ],
};

/** The step that an election period adds: another head, or an administrator, says yes to the same. */
export const SECOND_STEP: PathStep = {
  id: 'election-second',
  name: '',
  roles: ['head', 'administrator'],
  people: [],
  outside: [],
  deputies: [],
  need: 'any',
  edits: false,
  deadline: null,
};

export const isSecond = (step: Pick<PathStep, 'id'> | undefined): boolean => step?.id === SECOND_STEP.id;

export const withSecond = (path: ReviewPath): ReviewPath =>
  path.steps.some(isSecond) ? path : { ...path, steps: [...path.steps, SECOND_STEP] };

/** The last step that the institution itself has set: where what is urgent begins. */
export const lastOwnStep = ({ steps }: ReviewPath): number =>
  Math.max(0, steps.length - (isSecond(steps.at(-1)) ? 2 : 1));

const KINDS = ['news', 'decision', 'service-notice', 'event', 'campaign', 'crisis'];

export const HOUSE_SETTINGS: ReviewSettings = {
  kinds: KINDS.map((key) => ({ key, names: {}, pathId: null, archived: false })),
  paths: [],
  defaultPathId: null,
  revision: 0,
};

/** The path that a kind of post takes. */
export function pathFor(settings: ReviewSettings, kind: string): ReviewPath {
  const own = settings.kinds.find(({ key }) => key === kind)?.pathId ?? settings.defaultPathId;
  return settings.paths.find(({ id }) => id === own) ?? HOUSE_PATH;
}

/**
 * Looks over what somebody wants to set. A path ends with somebody who approves what is written, so steps that write
 * stand before all that approve; and each step asks somebody.
 * @throws Problem `review.settings-wrong` with every fault
 */
export function requireSound(settings: Omit<ReviewSettings, 'revision'>): void {
  const faults = [...settings.paths.flatMap(pathFaults), ...kindFaults(settings)];
  if (faults.length > 0) throw new Problem('invalid', 'review.settings-wrong', { faults });
}

function pathFaults(path: ReviewPath, no: number): Fault[] {
  const at = `/paths/${no}`;
  const faults: Fault[] = [];
  if (path.name.trim() === '') faults.push({ path: `${at}/name`, code: 'review.path-nameless' });
  if (path.steps.length === 0) faults.push({ path: `${at}/steps`, code: 'review.path-empty' });
  const firstThatApproves = path.steps.findIndex((step) => !step.edits);
  path.steps.forEach((step, index) => {
    const where = { path: `${at}/steps/${index}`, params: { number: index + 1 } };
    if (step.roles.length + step.people.length + step.outside.length === 0) {
      faults.push({ ...where, code: 'review.step-asks-nobody' });
    }
    if (step.edits && (firstThatApproves === -1 || index > firstThatApproves)) {
      faults.push({ ...where, code: 'review.step-writes-too-late' });
    }
  });
  return faults;
}

function kindFaults({ kinds, paths, defaultPathId }: Omit<ReviewSettings, 'revision'>): Fault[] {
  const known = new Set(paths.map(({ id }) => id));
  const faults: Fault[] = [];
  if (defaultPathId !== null && !known.has(defaultPathId))
    faults.push({ path: '/defaultPathId', code: 'review.path-unknown' });
  kinds.forEach((kind, index) => {
    if (kind.pathId !== null && !known.has(kind.pathId))
      faults.push({ path: `/kinds/${index}/pathId`, code: 'review.path-unknown' });
    if (kinds.findIndex(({ key }) => key === kind.key) !== index)
      faults.push({ path: `/kinds/${index}/key`, code: 'review.kind-twice' });
    if (!KINDS.includes(kind.key) && Object.values(kind.names).every((name) => name.trim() === ''))
      faults.push({ path: `/kinds/${index}/names`, code: 'review.kind-nameless' });
  });
  return faults;
}

export type Deadlines = { deadlineAt: Temporal.Instant | null; remindAt: Temporal.Instant | null };

/** When a step should have answered, and when it is reminded; never before it arrived. */
export function deadlinesOf(
  step: PathStep,
  at: { arrived: Temporal.Instant; due: Temporal.Instant | null },
  house: WorkingTime,
): Deadlines {
  const none = { deadlineAt: null, remindAt: null };
  if (!step.deadline) return none;
  const { hours, from, remind } = step.deadline;
  if (from === 'due' && at.due === null) return none;
  const wanted =
    from === 'arrival'
      ? addWorkingHours(at.arrived, hours, house)
      : subtractWorkingHours(at.due ?? at.arrived, hours, house);
  const deadlineAt = Temporal.Instant.compare(wanted, at.arrived) < 0 ? at.arrived : wanted;
  if (remind === 0) return { deadlineAt, remindAt: null };
  const reminder = subtractWorkingHours(deadlineAt, remind, house);
  return { deadlineAt, remindAt: Temporal.Instant.compare(reminder, at.arrived) > 0 ? reminder : null };
}
