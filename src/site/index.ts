export { createSite } from './site.ts';
export { createSandboxApi, type SandboxApiDeps } from './sandbox/api.ts';
export type { Approvals, NetworkFacts, SiteDeps } from './deps.ts';
