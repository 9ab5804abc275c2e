import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Invitation } from '#/contract/index.ts';
import { ManualClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { invitationIn, type InvitationInLink } from '../helpers/invite.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';

const PASSWORD = 'a sentence that is mine';

describe('inviting people', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let house: TestInstitution;
  let administrator: ApiClient;
  let params: { institutionId: string };
  const clock = new ManualClock(Temporal.Now.instant());
  let nobody: ApiClient;

  before(async () => {
    smtp = await testSmtp();
    app = await testApp({
      clock,
      env: { GLASNIK_SMTP_URL: smtp.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    house = await app.addInstitution();
    params = { institutionId: house.id };
    administrator = await signIn(app.url, house.people.administrator.email);
    nobody = apiClient(app.url);
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await smtp[Symbol.asyncDispose]();
  });

  const invite = async (change: object = {}) => {
    const email = `${newId()}@example.org`;
    const body = { name: 'Nova Osoba', email, roles: ['editor'], language: 'hr', ...change };
    const sent = await administrator.get<{ joined: boolean; link: string | null }>('invitePerson', {
      params,
      body,
    });
    return { email, sent };
  };
  const list = async () =>
    (await administrator.get<{ items: Invitation[] }>('listInvitations', { params })).items;
  const one = async (email: string) => (await list()).find((found) => found.email === email)!;
  const answer = (link: InvitationInLink, change: object = {}) =>
    nobody.call('acceptInvitation', {
      body: { ...link, name: 'Nova Osoba', password: PASSWORD, language: 'hr', ...change },
    });
  const codeOf = (reply: { body: unknown }) => (reply.body as { code: string }).code;

  test('the mail that arrives opens the page, makes the account once, and the inviter hears of it', async () => {
    const { email, sent } = await invite();
    assert.deepEqual(sent, { joined: false, link: null });
    const mail = await smtp.mailTo(email);
    assert.match(mail.subject!, /^Pozivnica u Glasnik/);
    assert.match(mail.text!, /Urednik/);
    const link = invitationIn(mail.text!);
    const opened = await nobody.get('openInvitation', { body: link });
    assert.equal(opened.email, email);
    assert.deepEqual(opened.roles, ['editor']);
    const accepted = await answer(link);
    assert.deepEqual([accepted.status, accepted.body], [201, { slug: house.slug, email, hadAccount: false }]);
    const person = await signIn(app.url, email, PASSWORD);
    const me = await person.get<{ language: string; memberships: { roles: string[] }[] }>('getMe');
    assert.deepEqual([me.language, me.memberships[0]?.roles], ['hr', ['editor']]);
    assert.equal(codeOf(await answer(link)), 'invitation.over');
    assert.equal((await one(email)).state, 'accepted');
    const { items } = await administrator.get<{ items: { text: string }[] }>('listNotices', { params });
    assert.equal(items[0]?.text, 'Nova Osoba accepted the invitation.');
    const { rows } = await app.database.owner.query<{ kind: string }>(
      'select kind from acts where subject_id = $1 order by id',
      [link.invitationId],
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['invitation.sent', 'invitation.accepted'],
    );
  });

  test('two who answer the same link at once make one person', async () => {
    const { email } = await invite();
    const link = invitationIn((await smtp.mailTo(email)).text!);
    const replies = await Promise.all([answer(link), answer(link), answer(link)]);
    assert.deepEqual(
      replies.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409, 409],
    );
    const { rowCount } = await app.database.owner.query('select 1 from people where email = $1', [email]);
    assert.equal(rowCount, 1);
  });

  test('a link that was changed, withdrawn, overtaken or has run out opens nothing', async () => {
    const { email } = await invite();
    const link = invitationIn((await smtp.mailTo(email)).text!);
    const other = invitationIn((await smtp.mailTo((await invite()).email)).text!);
    const forged = [
      { ...link, signature: `${link.signature.slice(0, -2)}AA` },
      { ...link, signature: other.signature },
      { ...link, serial: 2 },
      { ...link, invitationId: newId() },
    ];
    for (const one of forged) assert.equal(codeOf(await answer(one)), 'invitation.not-found');
    smtp.mails.length = 0;
    const id = (await one(email)).id;
    await administrator.get('resendInvitation', { params: { ...params, invitationId: id } });
    const newer = invitationIn((await smtp.mailTo(email)).text!);
    assert.equal(codeOf(await answer(link)), 'invitation.not-found');
    clock.advance({ hours: 7 * 24 + 1 });
    assert.equal((await one(email)).state, 'expired');
    assert.equal(codeOf(await answer(newer)), 'invitation.expired');
    await administrator.get('withdrawInvitation', { params: { ...params, invitationId: id } });
    assert.equal((await one(email)).state, 'withdrawn');
    assert.equal(codeOf(await answer(newer)), 'invitation.over');
    const resend = await administrator.problem('resendInvitation', {
      params: { ...params, invitationId: id },
    });
    assert.equal(resend.code, 'invitation.over');
  });

  test('a second invitation to the same address is refused while one is open', async () => {
    const { email } = await invite();
    const again = await administrator.problem('invitePerson', {
      params,
      body: { name: 'X', email: email.toUpperCase(), roles: ['head'] },
    });
    assert.deepEqual([again.code, again.faults?.[0]?.path], ['invitation.open', '/email']);
  });

  test('who has an account works here at once, with their own password', async () => {
    const other = await app.addInstitution(['editor']);
    const { sent } = await invite({ email: other.people.editor.email, roles: ['auditor'] });
    assert.deepEqual(sent, { joined: true, link: null });
    const person = await signIn(app.url, other.people.editor.email);
    assert.equal((await person.call('getInstitution', { params })).status, 200);
  });

  test('a short password is refused with its field', async () => {
    const { email } = await invite();
    const link = invitationIn((await smtp.mailTo(email)).text!);
    const refused = await answer(link, { password: 'short' });
    assert.deepEqual(
      [refused.status, (refused.body as { faults: { path: string }[] }).faults[0]?.path],
      [422, '/password'],
    );
    assert.equal((await answer(link)).status, 201);
  });

  test('without a mail server the administrator gets the link, once, and it is kept nowhere', async () => {
    await using silent = await testApp();
    const quiet = await silent.addInstitution(['administrator']);
    const boss = await signIn(silent.url, quiet.people.administrator.email);
    const at = { institutionId: quiet.id };
    const body = { name: 'Nova', email: 'nova@example.org', roles: ['editor'] };
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    const { link } = await boss.get<{ link: string }>('invitePerson', { params: at, body, headers });
    assert.ok(link.startsWith(`${silent.url}/studio/invitation/`));
    const again = await boss.call('invitePerson', { params: at, body, headers });
    assert.ok(!JSON.stringify(again.body).includes(invitationIn(link).signature));
    const everything = await silent.database.owner.query<{ text: string }>(
      `select (select string_agg(i::text, ' ') from invitations i) || (select string_agg(k::text, ' ') from idempotency_keys k) as text`,
    );
    assert.ok(!everything.rows[0]!.text.includes(invitationIn(link).signature));
    const accepted = await apiClient(silent.url).call('acceptInvitation', {
      body: { ...invitationIn(link), name: 'Nova', password: PASSWORD, language: 'bs' },
    });
    assert.equal(accepted.status, 201);
  });
});
