import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import { permit } from '#/modules/people/index.ts';
import { idsIn, listActRows, namesOfPeople, verifyChain } from '#/modules/records/index.ts';
import { presentAct } from './presenters.ts';
import type { ApiRouter } from './router.ts';

/** The record of acts and its check. */
export function mountRecords(api: ApiRouter, deps: { db: Db }): void {
  api.on(operations.listActs, async ({ actor, query, t }) => {
    permit(actor, 'record.read');
    const { limit, after, subjectType, subjectId } = query;
    const { rows, names } = await deps.db.within(actor, async (tx) => {
      const found = await listActRows(tx, {
        limit: limit + 1,
        ...(after === undefined ? {} : { after }),
        ...(subjectType === undefined ? {} : { subjectType }),
        ...(subjectId === undefined ? {} : { subjectId }),
      });
      return {
        rows: found,
        names: await namesOfPeople(
          tx,
          found.flatMap(({ detail }) => idsIn(detail)),
        ),
      };
    });
    const shown = rows.slice(0, limit);
    return {
      body: {
        items: shown.map((row) => presentAct(row, t(`common:act.${row.kind}`), names)),
        next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      },
    };
  });
  api.on(operations.verifyRecord, async ({ actor }) => {
    permit(actor, 'record.read');
    return { body: await deps.db.within(actor, (tx) => verifyChain(tx, actor.institutionId)) };
  });
}
