export { ConfigFaults, loadConfig, type Config } from './config.ts';
export { readEnvironment, type Environment } from './env.ts';
export { ensureSecretKeys } from './secret-key.ts';
