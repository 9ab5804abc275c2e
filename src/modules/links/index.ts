import './tables.ts';

export { changeLinkRule, type LinkDeps, type RuleInput } from './change-rule.ts';
export { answerChallenge, checkShortHost } from './check-host.ts';
export type { Clicks, ListedLink } from './click-queries.ts';
export { createClickCounter, type ClickCounter } from './count-clicks.ts';
export { fixShortLinks } from './fix-short-links.ts';
export { createFollower } from './follow-link.ts';
export { exportShortLinks, listShortLinks, readClicks } from './list-links.ts';
export { readLinkRule, type ReadRule } from './read-rule.ts';
export { isOvertaken, resolveLinks } from './resolve-links.ts';
export { openerOf, shortAddress } from './rules.ts';
