import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROLES } from '#/modules/people/index.ts';
import { apiClient, signIn } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { testSmtp, type TestSmtp } from '../helpers/smtp.ts';

type Page = {
  items: { id: string; to: string; state: string; reasonText: string | null }[];
  canMail: boolean;
};

describe('the outbox of an institution', () => {
  let smtp: TestSmtp;
  let app: TestApp;
  let house: TestInstitution;
  const refused = new Set<string>();

  before(async () => {
    smtp = await testSmtp({ refuse: (address) => (refused.has(address) ? 550 : undefined) });
    app = await testApp({
      env: { GLASNIK_SMTP_URL: smtp.url, GLASNIK_MAIL_FROM: 'Glasnik <glasnik@example.org>' },
    });
    house = await app.addInstitution();
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await smtp[Symbol.asyncDispose]();
  });

  test('an administrator sends themselves a test message, sees why one was refused, and sends it again', async () => {
    const { email } = house.people.administrator;
    const administrator = await signIn(app.url, email);
    const params = { institutionId: house.id };
    refused.add(email);
    await administrator.get('sendTrialMail', { params });
    const refusedOne = await (async () => {
      for (;;) {
        const page = await administrator.get<Page>('listMails', { params, query: { troubled: 'true' } });
        if (page.items[0]) return page.items[0];
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    assert.equal(refusedOne.state, 'refused');
    assert.match(refusedOne.reasonText!, /receiver's address/);
    refused.delete(email);
    await administrator.get('resendMail', { params: { ...params, mailId: refusedOne.id } });
    const mail = await smtp.mailTo(email);
    assert.equal(mail.subject, 'Probna poruka iz Glasnika');
    assert.ok(mail.text!.includes(`${app.url}/studio/${house.slug}`));
  });

  test('an administrator sees it and sends from it, an auditor reads it, and nobody else does', async () => {
    const params = { institutionId: house.id };
    for (const role of ROLES.filter((one) => house.people[one])) {
      const person = await signIn(app.url, house.people[role].email);
      const { status } = await person.call('listMails', { params });
      assert.equal(status, role === 'administrator' || role === 'auditor' ? 200 : 403, role);
      const trial = await person.call('sendTrialMail', { params });
      assert.equal(trial.status, role === 'administrator' ? 204 : 403, role);
    }
    assert.equal((await apiClient(app.url).call('listMails', { params })).status, 401);
  });

  test('without a mail server nothing is sent, and the page says so', async () => {
    await using silent = await testApp();
    const other = await silent.addInstitution(['administrator']);
    const administrator = await signIn(silent.url, other.people.administrator.email);
    const params = { institutionId: other.id };
    assert.deepEqual(await administrator.get('listMails', { params }), {
      items: [],
      next: null,
      canMail: false,
    });
    assert.equal((await administrator.problem('sendTrialMail', { params })).code, 'mail.not-set-up');
  });
});
