import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ProblemDetails } from '#/contract/index.ts';
import {
  ACTS,
  DELEGABLE,
  inScope,
  policy,
  ROLES,
  scopeOf,
  SCOPES,
  type Act,
  type Role,
  type Scope,
} from '#/modules/people/index.ts';
import { apiClient, signIn, type Answer, type ApiClient } from '../helpers/api-client.ts';
import { testApp, type TestApp, type TestInstitution } from '../helpers/app.ts';
import { makeThings, memberOperations, optionsFor } from '../helpers/operations.ts';
import { ACT_OF } from './rights.ts';

let app: TestApp;
let house: TestInstitution;
let things: Record<string, string>;
const callers = new Map<Role, ApiClient>();

before(async () => {
  app = await testApp();
  house = await app.addInstitution(ROLES);
  things = await makeThings(app, house);
  for (const role of ROLES) callers.set(role, await signIn(app.url, house.people[role].email));
});
after(() => app[Symbol.asyncDispose]());

const allows = (act: Act, role: Role): boolean => (policy[act] as readonly Role[]).includes(role);
const isRefusal = ({ status, body }: Answer): boolean =>
  status === 403 && (body as ProblemDetails).code === 'permission.missing';

test('the whole table: act × role × scope, and where it holds', (t) => {
  for (const line of tableOfRights()) t.diagnostic(line);
  for (const act of ACTS) assert.ok(policy[act].length > 0, `${act} is nobody's`);
});

/** One line an act: + for a role that may, the scope that a key needs, s for what may be signed for another. */
function tableOfRights(): string[] {
  const width = Math.max(...ACTS.map((act) => act.length));
  const head = `${''.padEnd(width)}  ${ROLES.map((role) => role.slice(0, 10).padEnd(10)).join(' ')}`;
  const lines = ACTS.map((act) => {
    const marks = ROLES.map((role) => (allows(act, role) ? '+' : '-').padEnd(10)).join(' ');
    return `${act.padEnd(width)}  ${marks} ${scopeOf[act].padEnd(18)}${DELEGABLE.includes(act) ? ' s' : ''}`;
  });
  return [head, ...lines];
}

test('every operation of an institution has its act, and every act an operation', () => {
  const names = memberOperations.map(([name]) => name);
  assert.deepEqual(
    names.filter((name) => ACT_OF[name] === undefined),
    [],
  );
  const used = new Set(Object.values(ACT_OF).flat());
  // Who answers a step is a matter of the path, see modules/review: the operation asks for the right to review.
  const without: readonly Act[] = ['post.approve'];
  assert.deepEqual(
    ACTS.filter((act) => !used.has(act) && !without.includes(act)),
    [],
  );
});

for (const [name] of memberOperations) {
  for (const role of ROLES) {
    const acts = [ACT_OF[name] ?? []].flat();
    const allowed = acts.some((act) => allows(act, role));
    test(`${name}: ${role} ${allowed ? 'may' : 'may not'}`, async () => {
      const answer = await callers.get(role)!.call(name, optionsFor(name, things));
      assert.equal(isRefusal(answer), !allowed, `${answer.status} ${JSON.stringify(answer.body)}`);
      assert.notEqual(answer.status, 401);
      assert.ok(answer.status < 500, JSON.stringify(answer.body));
    });
  }
}

const keys = new Map<string, Promise<ApiClient>>();

/** A program with a key of this role and these scopes. */
function program(role: Role, scopes: readonly Scope[]): Promise<ApiClient> {
  const name = `${role} ${scopes.join(' ')}`;
  const known = keys.get(name);
  if (known) return known;
  const made = callers
    .get('administrator')!
    .get<{ secret: string }>('createApiKey', {
      params: { institutionId: house.id },
      body: { name: name.slice(0, 80), role, scopes },
    })
    .then(({ secret }) => apiClient(app.url, { authorization: `Bearer ${secret}` }));
  keys.set(name, made);
  return made;
}

const refusedBy = ({ status, body }: Answer): string | null => {
  const { code } = (body ?? {}) as Partial<ProblemDetails>;
  return status === 403 && code?.startsWith('permission.') ? code : null;
};

for (const [name] of memberOperations) {
  const [first, ...more] = [ACT_OF[name] ?? []].flat();
  if (!first) continue;
  // Whom the policy lets do it first: the role is not in the way.
  const role = policy[first][0];
  const others = SCOPES.filter((scope) => ![first, ...more].some((act) => inScope([scope], act)));
  test(`${name}: a key with ${scopeOf[first]} may, one with all the others may not`, async () => {
    const refused = await (await program(role, others)).call(name, optionsFor(name, things));
    const { code } = refused.body as ProblemDetails;
    // Some ask first whether it is a program at all.
    const wholly = refused.status === 403 && code.endsWith('.by-person');
    assert.ok(wholly || refusedBy(refused) === 'permission.scope', `${refused.status} ${code}`);
    const answer = await (await program(role, [scopeOf[first]])).call(name, optionsFor(name, things));
    assert.equal(refusedBy(answer), null, `${answer.status} ${JSON.stringify(answer.body)}`);
    assert.ok(answer.status < 500, JSON.stringify(answer.body));
  });
}
