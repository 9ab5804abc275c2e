import { describe } from 'node:test';
import type { Connector } from '../contract.ts';
import { connectCases } from './contract-connect.ts';
import { doubtCases } from './contract-doubt.ts';
import { lookCases } from './contract-look.ts';
import { manifestCases } from './contract-manifest.ts';
import { matrixCases } from './contract-matrix.ts';
import { publishCases } from './contract-publish.ts';
import { sessionCases } from './contract-session.ts';
import type { StartFake } from './contract-stage.ts';
import type { Exception } from './matrix-plan.ts';
import { videoCases } from './contract-video.ts';

export type { Arrived, Fake, StartFake } from './contract-stage.ts';

/**
 * The contract as tests, the same for every connector, and its fault matrix with the exceptions from `faults.ts`. A
 * connector's own test file calls it with its fake and then tests what only that network has.
 */
export function describeConnector(
  connector: Connector,
  startFake: StartFake,
  exceptions: readonly Exception[] = [],
): void {
  describe(`the contract, kept by ${connector.manifest.network}`, () => {
    manifestCases(connector);
    lookCases(connector.manifest);
    connectCases(connector, startFake);
    publishCases(connector, startFake);
    videoCases(connector, startFake);
    doubtCases(connector, startFake);
    sessionCases(connector, startFake);
  });
  describe(`the fault matrix of ${connector.manifest.network}`, () => {
    matrixCases(connector, startFake, exceptions);
  });
}
