import './tables.ts';

export { appointCoordinator } from './appoint-coordinator.ts';
export { draftStatement } from './draft-statement.ts';
export { endPauseOfAll, holdAll, readHousePause, type HousePause } from './hold-all.ts';
export { endPause, holdPosts, type PauseDeps, type PauseInput } from './hold-posts.ts';
export { letPostThrough } from './let-through.ts';
export { sendLatePost } from './send-late-post.ts';
export type { PauseRow } from './queries.ts';
export { readPause, type PauseView } from './read-pause.ts';
