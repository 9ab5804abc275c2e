import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createLogger, redact, redactText } from './logger.ts';

/** What a logger wrote, line by line. */
function written(level: string, write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(createLogger(level, { write: (line) => void (text += line) }));
  return text;
}

suite('redact', () => {
  test('hides fields by their name, at any depth', () => {
    const hidden = redact({
      password: 'hush',
      passwordHash: 'hush',
      newPassword: 'hush',
      access_token: 'hush',
      refreshToken: 'hush',
      client_secret: 'hush',
      apiKey: 'hush',
      'x-api-key': 'hush',
      privateKey: 'hush',
      headers: { Authorization: 'hush', cookie: 'hush', 'Set-Cookie': ['hush'] },
      list: [{ deep: { totpSecret: 'hush', recoveryCodes: ['hush'] } }],
      session: 'hush',
      sessionId: 'hush',
      otp: 'hush',
      credentials: { user: 'x', appPassword: 'hush' },
    });
    assert.doesNotMatch(JSON.stringify(hidden), /hush/);
  });

  test('leaves the rest as it is', () => {
    const plain = {
      id: 7,
      name: 'BHAS',
      ok: true,
      none: null,
      gone: undefined,
      keys: ['a'],
      at: new Date(0),
    };
    assert.deepEqual(redact(plain), { ...plain, at: '1970-01-01T00:00:00.000Z' });
    assert.equal(redact('text'), 'text');
  });

  test('hides inside what turns itself into JSON', () => {
    const session = { toJSON: () => ({ did: 'did:plc:x', accessToken: 'hush' }) };
    assert.deepEqual(redact({ a: session }), { a: { did: 'did:plc:x', accessToken: '[hidden]' } });
  });

  test('hides inside errors, their causes and lists of errors', () => {
    const inner = new Error('connect postgres://glasnik:hush@db/x failed');
    const outer = Object.assign(new Error('Bearer hush.hush refused', { cause: inner }), {
      token: 'hush',
      code: 'E1',
    });
    const many = new AggregateError([inner], 'all failed');
    const text = JSON.stringify(redact({ err: outer, many }));
    assert.doesNotMatch(text, /hush/);
    assert.match(text, /refused/);
    assert.match(text, /"code":"E1"/);
    assert.match(text, /all failed/);
  });

  test('leaves out the machinery that hangs on an error', () => {
    class Client {
      secretless = 'machinery';
    }
    const error = Object.assign(new Error('lost'), {
      client: new Client(),
      code: '57P01',
      params: { port: 1 },
    });
    const { stack: _, ...rest } = redact(error) as Record<string, unknown>;
    assert.deepEqual(rest, { name: 'Error', message: 'lost', code: '57P01', params: { port: 1 } });
  });

  test('ends: on circles, on depth, on length', () => {
    const circle: Record<string, unknown> = { name: 'a' };
    circle.self = circle;
    assert.match(JSON.stringify(redact(circle)), /deep/);
    assert.equal((redact(Array.from({ length: 5000 }, String)) as unknown[]).length, 100);
  });
});

suite('redactText', () => {
  const cases: [string, string][] = [
    ['Authorization: Bearer abc.DEF-123_~+/=', 'Authorization: Bearer [hidden]'],
    ['postgres://user:pa%40ss@host/db', 'postgres://user:[hidden]@host/db'],
    ['see https://example.ba/a:b@c', 'see https://example.ba/a:b@c'],
    ['GET /cb?code=hush&state=1', 'GET /cb?code=[hidden]&state=1'],
    ['https://graph.example/me?access_token=hush', 'https://graph.example/me?access_token=[hidden]'],
    ['plain words', 'plain words'],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(redactText(text), expected));
});

suite('a logger', () => {
  test('writes one JSON object on a line, with level and time and no name of the machine', () => {
    const line = written('info', (log) => log.info({ posts: 3 }, 'ready'));
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    assert.deepEqual(rest, { level: 'info', posts: 3, msg: 'ready' });
    assert.match(String(time), /^\d{4}-\d\d-\d\dT/);
    assert.ok(line.endsWith('\n'));
  });

  test('is silent below its level', () => {
    assert.equal(
      written('warn', (log) => log.info('no')),
      '',
    );
  });

  test('hides secrets in fields, in messages, in errors and in what a child carries', () => {
    const text = written('info', (log) => {
      log.info({ password: 'hush' }, 'Bearer hush and postgres://a:hush@b/c');
      log.error(new Error('postgres://a:hush@b/c'));
      log.error({ err: new Error('Bearer hush') }, 'with %s', 'Bearer hush');
      log.child({ token: 'hush', requestId: 'r1' }).info('child');
    });
    assert.doesNotMatch(text, /hush/);
    assert.match(text, /"requestId":"r1"/);
    assert.equal(text.trim().split('\n').length, 4);
  });
});
