// Bluesky's own personal data server (PDS) with a DID registry beside it, from npm, both in this process. Plain
// JavaScript, so that the types of their packages, which live in this folder's node_modules, are nobody's business.
// First line on standard output: {"url":…,"jwtSecret":…}. Ends with SIGTERM or when standard input is closed.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import plc from '@did-plc/server';
import { PDS } from '@atproto/pds';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const folder = await mkdtemp(join(tmpdir(), 'glasnik-pds-'));
const plcPort = await freePort();
const registry = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort });
await registry.start();

const port = await freePort();
const jwtSecret = randomBytes(16).toString('hex');
const pds = await PDS.fromEnv({
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  blobstoreDiskTmpLocation: join(folder, 'blobs-tmp'),
  didPlcUrl: `http://localhost:${plcPort}`,
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  enableDidDocWithSession: true,
  disableSsrfProtection: true,
  rateLimitsEnabled: false,
});
await pds.start();
process.stdout.write(`${JSON.stringify({ url: `http://localhost:${port}`, jwtSecret })}\n`);

let closing = false;
const close = async () => {
  if (closing) return;
  closing = true;
  await Promise.race([
    Promise.allSettled([pds.destroy(), registry.destroy()]),
    new Promise((resolve) => setTimeout(resolve, 3000)),
  ]);
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGTERM', () => void close());
process.stdin.on('end', () => void close()).resume();
