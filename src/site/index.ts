export { createSite } from './site.ts';
export { createLentPages } from './lent.ts';
export { createSandboxApi, type SandboxApiDeps } from './sandbox/api.ts';
export type { Approvals, NetworkFacts, SiteDeps } from './deps.ts';
