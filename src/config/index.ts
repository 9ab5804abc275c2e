export { ConfigFaults, describeFaults, loadConfig, type Config, type ConfigFault } from './config.ts';
export { readEnvironment, type Environment } from './env.ts';
export { Secret } from './secret.ts';
export { ensureSecretKeys } from './secret-key.ts';
