import { isProblem, Problem } from '#/kernel/errors.ts';
import type { ApiRequest } from './router.ts';

/** A thing with its version; who changed it last, null where that was a program with a key. */
export type Read<Body> = { body: Body; version: number; changedBy: string | null };

/** Where somebody else came first, the answer says who and brings what they left, so that nothing typed has to be thrown away. */
export async function orCurrent(
  code: 'objective.changed' | 'plan-item.changed' | 'campaign.changed',
  t: ApiRequest['t'],
  current: () => Promise<Read<object>>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error, code)) throw error;
    const { body, changedBy } = await current();
    const who = changedBy ?? t('studio:record.via-api-key');
    throw new Problem('changed', code, { params: { who }, detail: { ...body }, cause: error });
  }
}
