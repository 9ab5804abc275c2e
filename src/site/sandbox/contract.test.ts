import { after, before } from 'node:test';
import { describeConnector } from '#/connectors/_kit/contract-tests.ts';
import { faults } from '#/connectors/sandbox/faults.ts';
import { sandbox } from '#/connectors/sandbox/index.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { startSandboxBehindKit } from '../../../tests/helpers/sandbox.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database[Symbol.asyncDispose]());

// The connector's own tests run against a fake written from the protocol; these run against the real thing.
describeConnector(sandbox, () => startSandboxBehindKit(database), faults.exceptions);
