import type { Tx } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import {
  changePlanItem,
  createPlanItem,
  readPlanItem,
  type PlanItemInput,
  type PlanItemRow,
} from '#/modules/planning/index.ts';
import { listOf, variantOf } from './cells.ts';
import type { Desk, ExchangeDeps } from './desk.ts';
import type { RowReader } from './row-reader.ts';
import { isStale, type Taken } from './taken.ts';

/** Makes or changes the plan item of a row. Null where its cells are not right, which the reader has noted. */
export async function takePlanRow(
  deps: ExchangeDeps,
  tx: Tx,
  actor: Actor,
  desk: Desk,
  reader: RowReader,
  id: string | null,
): Promise<Taken | null> {
  const before = id === null ? null : await readPlanItem(tx, actor, id);
  const input = readInput(deps, desk, reader, before);
  if (reader.faults.length > 0) {
    // Posts of the same file may name it: that it is not right is told once, here.
    desk.items.add({ id: null, titles: input.titles, archived: false });
    return null;
  }
  const title = Object.values(input.titles)[0] ?? '';
  if (!before) {
    const made = await createPlanItem(deps, actor, input);
    desk.items.add({ id: made, titles: input.titles, archived: false });
    return { act: 'made', title, on: input.dueOn };
  }
  const stale = isStale(reader, before.revision);
  if (stale === 'untouched') return { act: 'same', title, on: input.dueOn };
  await changePlanItem(deps, actor, before.id, before.revision, input);
  const { revision } = await readPlanItem(tx, actor, before.id);
  if (revision === before.revision) return { act: 'same', title, on: input.dueOn };
  if (stale) reader.fault('mark', 'import.changed-since');
  return { act: 'changed', title, on: input.dueOn };
}

function readInput(
  deps: ExchangeDeps,
  desk: Desk,
  reader: RowReader,
  before: PlanItemRow | null,
): PlanItemInput {
  const titles = reader.texts('name', 10_000, before?.titles);
  if (Object.keys(titles).length === 0) reader.fault(firstName(reader), 'import.no-name');
  const dueOn = reader.date('due');
  if (reader.text('due') === '') reader.fault('due', 'import.required');
  const objective = reader.has('objective')
    ? (reader.named('objective', desk.objectives)?.id ?? null)
    : before?.objective_id;
  const campaign = reader.has('campaign')
    ? (reader.named('campaign', desk.campaigns)?.id ?? null)
    : before?.campaign_id;
  const variants = listOf(reader.text('variants')).flatMap((text) => {
    const variant = variantOf(deps.translators, text);
    if (!variant) reader.fault('variants', 'import.variant-unknown', { text });
    return variant ?? [];
  });
  return {
    titles,
    dueOn: dueOn ?? '',
    theme: reader.has('theme') ? reader.short('theme', 80) : (before?.theme ?? ''),
    objectiveId: objective ?? null,
    campaignId: campaign ?? null,
    variants: reader.has('variants') ? variants : (before?.variants ?? []),
  };
}

const firstName = (reader: RowReader): string =>
  [...reader.table.places.keys()].find((key) => key.startsWith('name.')) ?? 'due';
