import type { Db } from '#/db/database.ts';
import type { Actor } from '#/modules/people/index.ts';
import { NOTICE_KINDS, type Channels, type NoticeKind } from './kinds.ts';
import * as queries from './queries.ts';
import { ownerOf } from './read-notices.ts';

export type NoticeChoice = { kind: NoticeKind; group: string; channels: Channels };

/** Every kind with how it reaches this person. */
export async function listNoticeChoices(deps: { db: Db }, actor: Actor): Promise<NoticeChoice[]> {
  const { institutionId, personId } = ownerOf(actor);
  const chosen = await deps.db.within(actor, (tx) =>
    queries.listChoices(tx, { institutionId, personIds: [personId] }),
  );
  return (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => {
    const { group, defaults } = NOTICE_KINDS[kind];
    const { studio, mail, digest, push } = chosen.find((choice) => choice.kind === kind) ?? defaults;
    return { kind, group, channels: { studio, mail, digest, push } };
  });
}

/** What holds for the kinds named here; the others stay. It is one's own matter and no act of the institution. */
export async function chooseNotices(
  deps: { db: Db },
  actor: Actor,
  choices: readonly { kind: NoticeKind; channels: Channels }[],
): Promise<void> {
  const owner = ownerOf(actor);
  await deps.db.within(actor, async (tx) => {
    for (const { kind, channels } of choices) await queries.putChoice(tx, owner, kind, channels);
  });
}
