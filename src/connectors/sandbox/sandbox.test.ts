import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeConnector } from '../_kit/contract-tests.ts';
import { prepared, publishedProof, setStage, testImage, testMessage } from '../_kit/contract-stage.ts';
import { startFakeSandbox } from './fake.ts';
import { faults } from './faults.ts';
import { sandbox } from './index.ts';
import { sandboxPaths } from './protocol.ts';

describeConnector(sandbox, startFakeSandbox, faults.exceptions);

describe('the practice network', () => {
  it('says which handle cannot be used, before asking', async () => {
    await using stage = await setStage(sandbox, startFakeSandbox);
    const settings = { ...stage.fake.settings, handle: 'Općina!' };
    await assert.rejects(stage.connected(settings), { message: 'handle-invalid' });
    assert.equal(stage.fake.network.count('session'), 0);
  });

  it('does not say absent of a post that was there and was removed', async () => {
    await using stage = await setStage(sandbox, startFakeSandbox);
    const account = await stage.connect();
    const message = testMessage({ images: [testImage('Zgrada općine')] });
    const handle = await prepared(sandbox, stage, account, message);
    const proof = publishedProof(await sandbox.publish(stage.context, account, message, handle));
    await sandbox.remove?.(stage.context, account, proof);
    const found = await sandbox.find(stage.context, account, message, handle);
    assert.ok(found.kind === 'rejected' && found.reason.code === 'post-removed', JSON.stringify(found));
  });

  it('does not take another text under its key for the post', async () => {
    await using stage = await setStage(sandbox, startFakeSandbox);
    const account = await stage.connect();
    const message = testMessage();
    const handle = await prepared(sandbox, stage, account, message);
    publishedProof(await sandbox.publish(stage.context, account, message, handle));
    const other = { ...message, text: 'Nešto drugo' };
    assert.equal((await sandbox.find(stage.context, account, other, handle)).kind, 'cannot-tell');
    const again = await sandbox.publish(stage.context, account, other, handle);
    assert.ok(again.kind === 'rejected' && again.reason.code === 'key-used', JSON.stringify(again));
    assert.equal(stage.fake.posts().length, 1);
  });

  it('refuses an empty text', async () => {
    await using stage = await setStage(sandbox, startFakeSandbox);
    const account = await stage.connect();
    const outcome = await sandbox.prepare(stage.context, account, testMessage({ text: ' \n' }));
    assert.ok(outcome.kind === 'rejected' && outcome.reason.code === 'text-empty');
  });

  it('keeps a key inside its path', () => {
    assert.equal(sandboxPaths.post('a/../b'), '/sandbox/api/v1/posts/a%2F..%2Fb');
  });
});
