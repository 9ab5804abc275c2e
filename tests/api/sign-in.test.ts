import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Role } from '#/modules/people/index.ts';
import { apiClient, signIn, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { CookieJar } from '../helpers/cookie-jar.ts';
import { startOidcServer, type DirectoryPerson, type OidcServer } from '../helpers/oidc-server.ts';
import { createSamlIdp, type Changes, type SamlIdp } from '../helpers/saml-idp.ts';

type Provider = { id: string; redirectUrl: string; metadataUrl: string | null; revision: number };
type Me = { id: string; memberships: { institution: { id: string }; roles: Role[]; access: string }[] };

const MAPPING = [
  { group: 'Odnosi s javnošću', roles: ['editor', 'translator'] },
  { group: 'rukovodioci', roles: ['head'] },
  { group: 'informatika', roles: ['administrator'] },
];
const ivan: DirectoryPerson = {
  email: 'Ivan@parco.gov.ba',
  name: 'Ivan Ivić',
  groups: ['odnosi s javnošću'],
};

describe('sign-in by an institution’s own directory', () => {
  let app: TestApp;
  let house: TestInstitution;
  let administrator: ApiClient;
  let oidc: OidcServer;
  let idp: SamlIdp;
  let byOidc: Provider;
  let bySaml: Provider;

  const add = (body: object, who = administrator) =>
    who.get<Provider>('addSignInProvider', { params: { institutionId: house.id }, body });
  const oidcInput = (changes: object = {}) => ({
    kind: 'oidc',
    name: 'PARCO',
    domains: ['parco.gov.ba'],
    groupsClaim: 'groups',
    roleMapping: MAPPING,
    vouches: false,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    ...changes,
  });

  before(async () => {
    oidc = await startOidcServer();
    app = await testApp({ env: { GLASNIK_ALLOW_PRIVATE: new URL(oidc.issuer).host } });
    house = await app.addInstitution();
    administrator = await signIn(app.url, house.people.administrator.email);
    byOidc = await add(oidcInput());
    oidc.register(byOidc.redirectUrl);
    idp = await createSamlIdp('imenik');
    bySaml = await add({
      kind: 'saml',
      name: 'Imenik',
      domains: ['saml.gov.ba'],
      groupsClaim: 'groups',
      roleMapping: MAPPING,
      vouches: true,
      metadata: idp.metadata,
    });
  });
  after(async () => {
    await app?.[Symbol.asyncDispose]();
    await oidc?.[Symbol.asyncDispose]();
  });

  const client = (jar: CookieJar) =>
    apiClient(app.url, { cookie: jar.cookie(app.url), origin: app.url, 'glasnik-request': 'test' });
  /** Sits down at the directory's keyboard and walks the whole way. */
  const walk = async (person: DirectoryPerson | null, subject = person?.email ?? '') => {
    oidc.atKeyboard = person ? subject : null;
    if (person) oidc.people[subject] = person;
    const jar = new CookieJar();
    const page = await jar.follow(`${app.url}/api/sign-in/start/${byOidc.id}?next=/${house.slug}/posts`);
    return { jar, fault: page.searchParams.get('fault'), page, us: client(jar) };
  };
  const walkSaml = async (person: DirectoryPerson, changes: Changes = {}, from: SamlIdp = idp) => {
    const jar = new CookieJar();
    const request = await jar.follow(`${app.url}/api/sign-in/start/${bySaml.id}`, /imenik\.example\.org/);
    const ours = await (await fetch(bySaml.metadataUrl ?? '')).text();
    const answer = await from.answer(request, ours, person, changes);
    return { jar, answer, ...(await post(jar, answer)) };
  };
  const post = async (jar: CookieJar, answer: string) => {
    // From another site: a browser leaves our cookie behind.
    const posted = await jar.go(bySaml.redirectUrl, {
      method: 'POST',
      headers: { cookie: 'none=1' },
      body: new URLSearchParams({ SAMLResponse: answer }),
    });
    const page = await jar.follow(new URL(posted.headers.get('location') ?? '', app.url).href);
    return { page, fault: page.searchParams.get('fault'), us: client(jar) };
  };
  const rolesOf = async (email: string) =>
    (
      await app.database.owner.query<{ role: Role; provider_id: string | null }>(
        `select m.role, m.provider_id from memberships m join people p on p.id = m.person_id
         where p.email = $1 and m.institution_id = $2 and m.ended_at is null order by m.role`,
        [email.toLowerCase(), house.id],
      )
    ).rows;
  const roleNames = async (email: string) => (await rolesOf(email)).map(({ role }) => role);
  const actsOf = async (email: string) =>
    (
      await app.database.owner.query<{ kind: string; detail: Record<string, unknown> }>(
        `select a.kind, a.detail from acts a join people p on p.id::text = a.subject_id::text
         where p.email = $1 order by a.id`,
        [email.toLowerCase()],
      )
    ).rows;

  test('whom a mapped group gives a role is made a person, with all roles of all groups, and is let in', async () => {
    const both = { ...ivan, groups: ['ODNOSI S JAVNOŠĆU', 'Rukovodioci', 'kafa'] };
    const { page, fault, us } = await walk(both);
    assert.equal(fault, null);
    assert.equal(page.pathname, `/studio/${house.slug}/posts`);
    const me = await us.get<Me>('getMe');
    assert.deepEqual(me.memberships[0]?.roles.toSorted(), ['editor', 'head', 'translator']);
    const acts = await actsOf(ivan.email);
    assert.deepEqual(
      acts.map(({ kind }) => kind),
      ['person.joined', 'person.roles-followed'],
    );
    assert.deepEqual(acts[1]?.detail.started, ['editor', 'translator', 'head']);
  });

  test('roles that came from groups follow the groups; one given by hand stays', async () => {
    const [person] = (
      await app.database.owner.query(`select id from people where email = 'ivan@parco.gov.ba'`)
    ).rows;
    await administrator.get('setColleagueRoles', {
      params: { institutionId: house.id, personId: person.id },
      body: { roles: ['editor', 'head', 'translator', 'analyst'] },
    });
    await walk({ ...ivan, groups: ['rukovodioci'] });
    assert.deepEqual(await roleNames(ivan.email), ['analyst', 'head']);
    assert.deepEqual((await actsOf(ivan.email)).at(-1)?.detail, {
      providerId: byOidc.id,
      started: [],
      ended: ['editor', 'translator'],
      kept: [],
    });
    const without = await walk({ ...ivan, groups: [] });
    assert.equal(without.fault, null, 'the role given by hand lets them in');
    assert.deepEqual(await roleNames(ivan.email), ['analyst']);
    const before = (await actsOf(ivan.email)).length;
    await walk({ ...ivan, groups: [] });
    assert.equal((await actsOf(ivan.email)).length, before, 'nothing changed, nothing is recorded');
  });

  test('who has no role is not let in, and no person is made of them', async () => {
    const nobody = { email: 'gost@parco.gov.ba', name: 'Gost', groups: ['kafa'] };
    const { fault, us } = await walk(nobody);
    assert.equal(fault, 'no-role');
    assert.equal((await us.call('getMe')).status, 401);
    const { rows } = await app.database.owner.query('select 1 from people where email = $1', [nobody.email]);
    assert.equal(rows.length, 0);
  });

  test('a directory vouches for its own domains only, and for addresses that it has checked', async () => {
    const { editor } = house.people;
    const foreign = await walk({ email: editor.email, name: 'X', groups: ['informatika'] });
    assert.equal(foreign.fault, 'foreign-domain');
    assert.equal((await foreign.us.call('getMe')).status, 401);
    const unchecked = { ...ivan, email: 'novi@parco.gov.ba', email_verified: false };
    assert.equal((await walk(unchecked)).fault, 'email-unverified');
    assert.equal((await walk(null)).fault, 'refused-there');
  });

  test('another person of the directory with an address that was taken over is not the first one', async () => {
    const first = { email: 'ana@parco.gov.ba', name: 'Ana', groups: ['rukovodioci'] };
    const { us } = await walk(first, 'subject-1');
    const me = await us.get<Me>('getMe');
    const renamed = await walk({ ...first, email: 'ana.nova@parco.gov.ba' }, 'subject-1');
    assert.equal((await renamed.us.get<Me>('getMe')).id, me.id, 'the directory’s own name counts');
  });

  test('the last administrator keeps that role whatever the groups say', async () => {
    const other = await app.addInstitution(['administrator']);
    await app.database.owner.query(
      `update memberships set provider_id = null, ended_at = now() where institution_id = $1 and role = 'administrator'`,
      [house.id],
    );
    try {
      const marko = { email: 'marko@parco.gov.ba', name: 'Marko', groups: ['informatika'] };
      await walk(marko);
      await walk({ ...marko, groups: [] });
      assert.deepEqual(await roleNames(marko.email), ['administrator']);
      await app.database.owner.query(
        `update memberships set ended_at = null where institution_id = $1 and person_id = $2`,
        [house.id, house.people.administrator.id],
      );
      assert.equal((await walk({ ...marko, groups: [] })).fault, 'no-role');
      assert.deepEqual(await roleNames(marko.email), []);
    } finally {
      await app.database.owner.query(
        `update memberships set ended_at = null where institution_id = $1 and person_id = $2`,
        [house.id, house.people.administrator.id],
      );
    }
    assert.ok(other.id);
  });

  test('its session opens its own institution and no other', async () => {
    const other = await app.addInstitution(['administrator']);
    const clara = { email: 'clara@parco.gov.ba', name: 'Clara', groups: ['rukovodioci'] };
    const first = await walk(clara);
    const { id } = await first.us.get<Me>('getMe');
    const theirs = await signIn(app.url, other.people.administrator.email);
    await theirs.get('invitePerson', {
      params: { institutionId: other.id },
      body: { name: 'Clara', email: clara.email, language: 'bs', roles: ['editor'] },
    });
    const problem = await first.us.problem('listPosts', { params: { institutionId: other.id } });
    assert.deepEqual([problem.status, problem.code], [403, 'sign-in.other-institution']);
    assert.equal((await first.us.call('listPosts', { params: { institutionId: house.id } })).status, 200);
    const me = await first.us.get<Me>('getMe');
    assert.equal(me.id, id);
    assert.equal(me.memberships.find((one) => one.institution.id === other.id)?.access, 'other-institution');
    // Nor may it put a way of signing in of its own beside the person's.
    const passkey = await first.jar.go(`${app.url}/api/auth/passkey/generate-register-options`);
    assert.equal(passkey.status, 403);
    assert.match(await passkey.text(), /SIGNED_IN_FOR_ONE_INSTITUTION/);
  });

  test('an answer is good for the browser that asked, once', async () => {
    oidc.atKeyboard = ivan.email;
    const jar = new CookieJar();
    const answer = await jar.follow(`${app.url}/api/sign-in/start/${byOidc.id}`, /\/callback\?/);
    const stranger = new CookieJar();
    assert.equal((await stranger.follow(answer.href)).searchParams.get('fault'), 'expired');
    assert.equal((await jar.follow(answer.href)).searchParams.get('fault'), null);
    assert.equal((await jar.follow(answer.href)).searchParams.get('fault'), 'expired');
  });

  test('SAML: a signed answer to our request lets in, with roles by groups', async () => {
    const sara = { email: 'sara@saml.gov.ba', name: 'Sara', groups: ['Rukovodioci'] };
    const { fault, us } = await walkSaml(sara);
    assert.equal(fault, null);
    const me = await us.get<Me>('getMe');
    assert.deepEqual(me.memberships[0]?.roles, ['head']);
  });

  test('SAML: refused are another request, another audience, an old answer, another issuer, another key, a second time', async () => {
    const sara = { email: 'sara@saml.gov.ba', name: 'Sara', groups: ['rukovodioci'] };
    const wrong: Changes[] = [
      { inResponseTo: '_another' },
      { audience: 'https://another.example.org' },
      { minutes: -30 },
      { issuer: 'https://another.example.org' },
    ];
    for (const changes of wrong) {
      const { fault, us } = await walkSaml(sara, changes);
      assert.equal(fault, 'answer-invalid', JSON.stringify(changes));
      assert.equal((await us.call('getMe')).status, 401);
    }
    const imposter = await createSamlIdp('imenik');
    assert.equal((await walkSaml(sara, {}, imposter)).fault, 'answer-invalid');
    const { jar, answer } = await walkSaml(sara);
    assert.equal((await post(jar, answer)).fault, 'expired');
    const unasked = new CookieJar();
    assert.equal((await post(unasked, answer)).fault, 'expired');
    const tampered = Buffer.from(
      Buffer.from(answer, 'base64').toString().replaceAll('rukovodioci', 'informatika'),
    ).toString('base64');
    assert.equal((await post(new CookieJar(), tampered)).fault, 'answer-invalid');
  });

  test('where a second factor is asked for, a directory that vouches is one, and another is not', async () => {
    await app.database.owner.query(`insert into sign_in_rules values ($1, '2020-01-01', 1, now())`, [
      house.id,
    ]);
    const listing = { params: { institutionId: house.id } };
    const sara = { email: 'sara@saml.gov.ba', name: 'Sara', groups: ['rukovodioci'] };
    assert.equal((await (await walkSaml(sara)).us.call('listPosts', listing)).status, 200);
    const { us } = await walk({ ...ivan, groups: ['rukovodioci'] });
    assert.equal((await us.problem('listPosts', listing)).code, 'second-factor.missing');
    await app.database.owner.query('delete from sign_in_rules where institution_id = $1', [house.id]);
    assert.equal((await us.call('listPosts', listing)).status, 200);
  });

  test('the page offers a directory for an address of its domain', async () => {
    const offers = (email: string) =>
      apiClient(app.url).get<{ items: { name: string }[] }>('findSignInOffers', { query: { email } });
    assert.deepEqual((await offers('bilo.ko@PARCO.gov.ba')).items, [{ id: byOidc.id, name: 'PARCO' }]);
    assert.deepEqual((await offers('bilo.ko@sub.parco.gov.ba')).items, []);
    assert.deepEqual((await offers('bilo')).items, []);
  });

  test('a test says what is good, and what to do about the rest', async () => {
    const findings = async (id: string) => {
      const params = { institutionId: house.id, providerId: id };
      const { findings: all } = await administrator.get<{
        findings: { step: string; state: string; text: string }[];
      }>('testSignInProvider', { params });
      return all;
    };
    const states = async (id: string) => (await findings(id)).map(({ step, state }) => `${step} ${state}`);
    assert.deepEqual(await states(byOidc.id), ['address good', 'keys good', 'secret good', 'groups good']);
    const wrongSecret = await add(oidcInput({ clientSecret: 'wrong', roleMapping: [] }));
    assert.deepEqual(await states(wrongSecret.id), [
      'address good',
      'keys good',
      'secret bad',
      'groups warning',
    ]);
    const nowhere = await add(oidcInput({ issuer: 'https://nowhere.invalid' }));
    const [first] = await findings(nowhere.id);
    assert.equal(first?.state, 'bad');
    assert.match(first?.text ?? '', /nowhere\.invalid/);
    assert.deepEqual(await states(bySaml.id), ['address warning', 'certificate good', 'groups good']);
    for (const { id } of [wrongSecret, nowhere]) {
      await administrator.call('removeSignInProvider', {
        params: { institutionId: house.id, providerId: id },
      });
    }
  });

  test('the secret is sealed at rest, in no answer and in no act', async () => {
    const { rows } = await app.database.owner.query(
      'select client_secret from sign_in_providers where id = $1',
      [byOidc.id],
    );
    assert.match(rows[0].client_secret, /^v1\./);
    const listed = await administrator.call('listSignInProviders', { params: { institutionId: house.id } });
    assert.ok(!JSON.stringify(listed.body).includes(oidc.clientSecret));
    const acts = await app.database.owner.query(
      `select acts::text as text from acts where kind like 'sign-in.provider-%'`,
    );
    assert.ok(acts.rows.length > 0);
    assert.ok(acts.rows.every(({ text }) => !text.includes(oidc.clientSecret)));
  });

  test('a change keeps the secret where none is given, and needs the version that was read', async () => {
    const params = { institutionId: house.id, providerId: byOidc.id };
    const { clientSecret: _, ...input } = oidcInput({ name: 'Ured' });
    const stale = await administrator.problem('changeSignInProvider', {
      params,
      body: input,
      headers: { 'if-match': '"99"' },
    });
    assert.deepEqual([stale.status, stale.code], [412, 'sign-in.changed']);
    await administrator.get('changeSignInProvider', { params, body: input, headers: { 'if-match': '"1"' } });
    assert.equal((await walk(ivan)).fault, null);
  });

  test('plain http is for places that the operator let be private', async () => {
    const problem = await administrator.problem('addSignInProvider', {
      params: { institutionId: house.id },
      body: oidcInput({ issuer: 'http://imenik.example.org' }),
    });
    assert.deepEqual(
      problem.faults?.map(({ path, code }) => [path, code]),
      [['/issuer', 'sign-in.issuer-not-https']],
    );
  });

  test('only an administrator in person manages directories', async () => {
    const params = { institutionId: house.id };
    for (const role of ['head', 'editor', 'auditor'] as const) {
      const who = await signIn(app.url, house.people[role].email);
      const reads = role === 'auditor' ? 200 : 403;
      assert.equal((await who.call('listSignInProviders', { params })).status, reads, role);
      assert.equal((await who.call('getSignInRules', { params })).status, reads, role);
      assert.equal((await who.problem('addSignInProvider', { params, body: oidcInput() })).status, 403);
    }
    const { secret } = await administrator.get<{ secret: string }>('createApiKey', {
      params,
      body: { name: 'proba', role: 'administrator' },
    });
    const program = apiClient(app.url, { authorization: `Bearer ${secret}` });
    const problem = await program.problem('addSignInProvider', { params, body: oidcInput() });
    assert.deepEqual([problem.status, problem.code], [403, 'sign-in.by-person']);
  });

  test('a directory that is removed ends its sessions; roles of its groups stay as if given by hand', async () => {
    const extra = await add(oidcInput({ name: 'Na kratko' }));
    await app.database.owner.query(`update memberships set provider_id = $1 where provider_id = $2`, [
      extra.id,
      byOidc.id,
    ]);
    const { us } = await walk(ivan);
    assert.equal((await us.call('getMe')).status, 200);
    await app.database.owner.query('update sessions set provider_id = $1 where provider_id = $2', [
      extra.id,
      byOidc.id,
    ]);
    await administrator.call('removeSignInProvider', {
      params: { institutionId: house.id, providerId: extra.id },
    });
    assert.equal((await us.call('getMe')).status, 401);
    const sources = (await rolesOf(ivan.email)).map(({ provider_id: provider }) => provider);
    assert.ok(!sources.includes(extra.id));
    assert.ok((await roleNames(ivan.email)).includes('analyst'));
  });
});
