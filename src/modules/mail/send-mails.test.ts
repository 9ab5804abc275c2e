import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createLogger } from '#/kernel/logger.ts';
import { createLinkSigner } from '#/kernel/signed-link.ts';
import { addInstitution, type TestInstitution } from '../../../tests/helpers/app.ts';
import { testDatabase, type TestDatabase } from '../../../tests/helpers/database.ts';
import { testSmtp, type TestSmtp } from '../../../tests/helpers/smtp.ts';
import { createSmtpSender, queueMail, resendMail, sendMails, type NewMail } from './index.ts';

const KEY = 'a key of thirty-two characters or more';
const FROM = 'Glasnik <glasnik@example.org>';
const URL_OF_US = 'https://objave.example.ba';

describe('the outbox', () => {
  let database: TestDatabase;
  let house: TestInstitution;
  let smtp: TestSmtp;
  /** What the server says to a receiver, until a test changes its mind. */
  const refusals = new Map<string, number>();
  const clock = new ManualClock('2026-11-25T08:00:00Z');
  const links = createLinkSigner([KEY]);

  before(async () => {
    database = await testDatabase();
    house = await addInstitution(database, ['editor']);
    smtp = await testSmtp({ refuse: (address) => refusals.get(address) });
  });
  after(async () => {
    await smtp[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const send = async (smtpUrl = smtp.url) => {
    const sender = createSmtpSender({ smtpUrl, from: FROM });
    const deps = { db: database.db, clock, log: createLogger('fatal'), sender, links, url: URL_OF_US };
    try {
      while ((await sendMails({ ...deps, from: FROM })) > 0);
    } finally {
      sender.close();
    }
  };
  const queue = async (mail: Partial<NewMail> & { to: string }, canMail = true) =>
    database.db.within({ institutionId: house.id }, (tx) =>
      queueMail(
        { mail: { canMail } },
        tx,
        { institutionId: house.id, variant: 'bs', template: 'trial', ...mail },
        clock.now(),
      ),
    );
  const row = async (to: string) => {
    const { rows } = await database.owner.query<{
      id: string;
      state: string;
      reason: string | null;
      said: string | null;
      attempts: number;
    }>('select id, state, reason, said, attempts from mails where to_address = $1', [to]);
    assert.equal(rows.length, 1);
    return rows[0]!;
  };
  const received = (to: string) =>
    smtp.mails.filter((mail) => [mail.to].flat().some((one) => one?.text === to));

  test('a mail goes out once, as text and as HTML that say the same, in the language and script of the receiver', async () => {
    await queue({
      to: 'jelena@example.org',
      variant: 'sr-Cyrl',
      template: 'invitation',
      params: { by: 'Амра <b>Хаџић</b>', roles: 'уредник', until: '2. 12. 2026.' },
      link: { path: `/studio/invitation/${house.id}`, signed: true },
    });
    await send();
    await send();
    assert.equal((await row('jelena@example.org')).state, 'sent');
    const [mail, ...more] = received('jelena@example.org');
    assert.deepEqual(more, []);
    assert.match(mail!.subject!, /^Позивница у Гласник: /);
    assert.equal(mail!.from?.value[0]?.address, 'glasnik@example.org');
    assert.equal(mail!.headers.get('auto-submitted'), 'auto-generated');
    const link = `${URL_OF_US}/studio/invitation/${house.id}#`;
    const signature = /#([\w-]+)/.exec(mail!.text!)![1]!;
    assert.ok(links.isSigned(`/studio/invitation/${house.id}`, signature));
    assert.ok(!links.isSigned(`/studio/invitation/${newId()}`, signature));
    const { html } = mail as { html: string };
    for (const part of ['Прихвати позивницу', 'уредник', '2. 12. 2026.', link + signature]) {
      assert.ok(mail!.text!.includes(part), part);
      assert.ok(html.includes(part), part);
    }
    assert.match(html, /<html lang="sr-Cyrl/);
    assert.match(html, /Амра &lt;b&gt;Хаџић/);
    assert.doesNotMatch(html, /<img|<script|\{\{/);
    // Neither the signature nor a link that opens lies in the table.
    const { rows } = await database.owner.query('select mails::text as text from mails');
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(signature));
  });

  test('every template has words in every variant, and no placeholder is left over', async () => {
    const { MAIL_TEMPLATES } = await import('./index.ts');
    const params = { text: 'Tekst', more: '', by: 'A', roles: 'B', until: 'C', day: 'D', name: 'E' };
    for (const variant of ['bs', 'hr', 'sr-Latn', 'sr-Cyrl', 'en'] as const) {
      for (const template of MAIL_TEMPLATES)
        await queue({ to: `${template}@${variant.toLowerCase()}.example.org`, variant, template, params });
    }
    await send();
    for (const mail of smtp.mails) {
      assert.doesNotMatch(`${mail.subject} ${mail.text} ${String(mail.html)}`, /\{\{|mail:|template\./);
    }
    assert.ok(smtp.mails.length > 20);
  });

  test('nothing is queued where there is no server, and the caller learns so', async () => {
    assert.equal(await queue({ to: 'nobody-sends@example.org' }, false), false);
    const { rowCount } = await database.owner.query('select 1 from mails where to_address = $1', [
      'nobody-sends@example.org',
    ]);
    assert.equal(rowCount, 0);
  });

  test('a mail of a transaction that fails was never there', async () => {
    const failing = database.db.within({ institutionId: house.id }, async (tx) => {
      const mail = {
        institutionId: house.id,
        to: 'x@example.org',
        variant: 'bs',
        template: 'trial',
      } as const;
      await queueMail({ mail: { canMail: true } }, tx, mail, clock.now());
      throw new Error('after all not');
    });
    await assert.rejects(failing, /after all not/);
    await send();
    assert.equal(received('x@example.org').length, 0);
  });

  test('a refusal for now is tried again, later each time, until it is taken', async () => {
    refusals.set('busy@example.org', 451);
    await queue({ to: 'busy@example.org' });
    await send();
    let mail = await row('busy@example.org');
    assert.deepEqual([mail.state, mail.reason, mail.attempts], ['waiting', 'mail.not-now', 1]);
    assert.match(mail.said!, /come back later/);
    clock.advance({ seconds: 29 });
    await send();
    assert.equal((await row('busy@example.org')).attempts, 1);
    clock.advance({ seconds: 2 });
    await send();
    assert.equal((await row('busy@example.org')).attempts, 2);
    refusals.delete('busy@example.org');
    clock.advance({ seconds: 61 });
    await send();
    mail = await row('busy@example.org');
    assert.deepEqual([mail.state, mail.reason, mail.attempts], ['sent', null, 3]);
    assert.equal(received('busy@example.org').length, 1);
  });

  test('a refusal for good is not tried again, until somebody sends it again', async () => {
    refusals.set('gone@example.org', 550);
    await queue({ to: 'gone@example.org' });
    await send();
    clock.advance({ hours: 2 });
    await send();
    const mail = await row('gone@example.org');
    assert.deepEqual([mail.state, mail.reason, mail.attempts], ['refused', 'mail.refused', 1]);
    assert.match(mail.said!, /550.*no such mailbox/);
    refusals.delete('gone@example.org');
    const resend = () =>
      database.db.within({ institutionId: house.id }, (tx) => resendMail(tx, mail.id, clock.now()));
    await resend();
    await send();
    assert.equal((await row('gone@example.org')).state, 'sent');
    await assert.rejects(resend(), { code: 'mail.not-found' });
  });

  test('a server that is down is waited for, and after a day the mail is given up', async () => {
    const down = await testSmtp();
    await down[Symbol.asyncDispose]();
    await queue({ to: 'later@example.org' });
    await send(down.url);
    const mail = await row('later@example.org');
    assert.deepEqual([mail.state, mail.reason], ['waiting', 'mail.unreachable']);
    await queue({ to: 'never@example.org' });
    for (let hour = 0; hour < 26; hour += 1) {
      await send(down.url);
      clock.advance({ hours: 1 });
    }
    assert.equal((await row('never@example.org')).state, 'failed');
  });

  test('a wrong password of ours is a fault of the settings, and the mail waits for it to be mended', async () => {
    await using strict = await testSmtp({ credentials: { user: 'glasnik', pass: 'right' } });
    const as = (pass: string) => `smtp://glasnik:${pass}@127.0.0.1:${strict.port}`;
    await queue({ to: 'waits@example.org' });
    await send(as('wrong'));
    const { state, reason } = await row('waits@example.org');
    assert.deepEqual([state, reason], ['waiting', 'mail.settings']);
    clock.advance({ minutes: 1 });
    await send(as('right'));
    assert.equal(strict.mails.length, 1);
  });

  test('two that send at once send each mail once', async () => {
    const many = Array.from({ length: 12 }, (_, n) => `many-${n}@example.org`);
    for (const to of many) await queue({ to });
    await Promise.all([send(), send(), send()]);
    for (const to of many) assert.equal(received(to).length, 1, to);
  });

  test('one killed with a mail in hand leaves it to the next, under the same Message-ID', async () => {
    await queue({ to: 'killed@example.org' });
    const program = join(import.meta.dirname, '../../../tests/helpers/send-mails-process.ts');
    const hit = Promise.withResolvers<void>();
    // The server has the whole message when the sender dies, and the sender never hears that it was taken.
    await using server = await testSmtp({
      onMail: () => {
        child.kill('SIGKILL');
        hit.resolve();
      },
    });
    const child = spawn(process.execPath, [program, database.appUrl, server.url, clock.now().toString()]);
    await hit.promise;
    await new Promise((resolve) => child.once('exit', resolve));
    assert.equal((await row('killed@example.org')).state, 'sending');
    await send(server.url);
    assert.equal(server.mails.length, 1, 'the lease has not run out');
    await database.owner.query(
      `update mails set lease_until = now() - interval '1 second' where state = 'sending'`,
    );
    await send(server.url);
    assert.equal((await row('killed@example.org')).state, 'sent');
    const ids = new Set(server.mails.map((mail) => mail.messageId));
    assert.deepEqual([server.mails.length, ids.size], [2, 1]);
  });

  test('an outcome of a hand that lost the mail is not written', async () => {
    const { claimMails, settleMail } = await import('./queries.ts');
    await queue({ to: 'lost@example.org' });
    const [mine] = await claimMails(database.db.open, { now: clock.now(), leaseMs: 0, batch: 10 });
    await send();
    assert.equal((await row('lost@example.org')).state, 'sent');
    await database.db.within({ institutionId: house.id }, (tx) =>
      settleMail(tx, mine!, { state: 'failed', nextAttemptAt: null, sentAt: null, reason: 'x', said: 'x' }),
    );
    assert.equal((await row('lost@example.org')).state, 'sent');
  });
});
