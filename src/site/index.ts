export { createSite } from './site.ts';
export { createSandboxApi, type SandboxApiDeps } from './sandbox/api.ts';
export type { NetworkFacts, SiteDeps } from './deps.ts';
