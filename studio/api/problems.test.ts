import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem, passes } from './problems.ts';

const problem = (status: number, code: string) => new ApiProblem({ status, code });

test('what passes by itself is worth sending again, what needs a change is not', () => {
  assert.equal(passes(problem(409, 'request.under-way')), true);
  assert.equal(passes(problem(503, 'request.try-again')), true);
  assert.equal(passes(problem(401, 'session.none')), true);
  assert.equal(passes(problem(429, 'request.too-many')), true);
  assert.equal(passes(problem(409, 'request.done-answer-lost')), false);
  assert.equal(passes(problem(409, 'post.changed')), false);
  assert.equal(passes(problem(422, 'request.invalid')), false);
});
