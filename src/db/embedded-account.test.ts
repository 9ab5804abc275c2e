import assert from 'node:assert/strict';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { isProblem } from '#/kernel/errors.ts';
import { chooseAccount } from './embedded-account.ts';

/** Stands for the server: only whether it can be started matters here. */
const PROGRAM = '/bin/true';

async function folder(t: TestContext, mode: number): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'glasnik-account-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  await chmod(path, mode);
  return path;
}

const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

suite('under root', { skip: isRoot ? false : 'needs root on Linux' }, () => {
  test('the server gets an account without rights where that one can reach everything', async (t) => {
    const runAs = await chooseAccount(join(await folder(t, 0o711), 'postgres'), PROGRAM);
    assert.equal(runAs.how, 'another user');
    assert.ok(runAs.owner!.uid > 0);
    assert.equal(runAs.command(PROGRAM, ['-D']).uid, runAs.owner!.uid);
  });

  test('it gets one capability, or a namespace, where a folder is closed to it', async (t) => {
    const runAs = await chooseAccount(join(await folder(t, 0o700), 'postgres'), PROGRAM);
    assert.match(runAs.how, /^setpriv dac_(read_search|override)$|^unshare$/);
    assert.notEqual(runAs.command(PROGRAM, []).command, PROGRAM);
  });

  test('a cluster stays with the account that has it, root itself included', async (t) => {
    const cluster = join(await folder(t, 0o711), 'postgres');
    await mkdir(cluster);
    await chown(cluster, 4321, 4321);
    assert.deepEqual((await chooseAccount(cluster, PROGRAM)).owner, { uid: 4321, gid: 4321 });
    await chown(cluster, 0, 0);
    const runAs = await chooseAccount(cluster, PROGRAM).catch((error: unknown) => {
      // Where namespaces are forbidden this cannot work, and says so.
      assert.ok(isProblem(error, 'database.no-account'));
    });
    if (runAs) assert.equal(runAs.how, 'unshare');
  });

  test('it is said what was tried when nothing works', async (t) => {
    await assert.rejects(
      chooseAccount(join(await folder(t, 0o711), 'postgres'), '/bin/false'),
      (error) =>
        isProblem(error, 'database.no-account') && /setpriv.*unshare/.test(String(error.params.tried)),
    );
  });
});

test('an ordinary user runs the server under the same name, and never on the cluster of another', async (t) => {
  if (process.getuid?.() === 0) return t.skip('needs an ordinary user');
  const path = await folder(t, 0o700);
  assert.equal((await chooseAccount(join(path, 'postgres'), PROGRAM)).owner, undefined);
  await assert.rejects(chooseAccount('/etc', PROGRAM), (error) => isProblem(error, 'database.wrong-owner'));
});
