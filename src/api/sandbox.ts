import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import type { ApiRouter } from './router.ts';

export type SandboxDeps = { db: Db; clock: Clock };

/** The practice network as the studio sees it. */
export function mountSandbox(_api: ApiRouter, _deps: SandboxDeps): void {}
