import { z } from 'zod';
import { Id, PageQuery, pageOf } from '../common.ts';
import * as elections from '../elections.ts';
import { operation } from '../operation.ts';
import { CSV, XLSX } from './exchange.ts';
import { I, inInstitution, one } from './path.ts';

const E = `${I}/elections/{electionId}`;
const inElection = one('electionId');
const entryOf = z.object({ institutionId: Id, electionId: Id, electionEntryId: Id });

export const electionOperations = {
  listElections: operation({
    method: 'GET',
    path: `${I}/elections`,
    summary: 'Election periods over the institution, newest first; those of all institutions among them',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(elections.Election),
  }),
  getElection: operation({
    method: 'GET',
    path: E,
    summary: 'An election period with the persons and marks that it lists',
    audience: 'member',
    params: inElection,
    response: elections.ElectionView,
  }),
  declareElection: operation({
    method: 'POST',
    path: `${I}/elections`,
    summary: 'Declare an election period for the institution',
    audience: 'member',
    params: inInstitution,
    body: elections.ElectionInput,
    response: elections.ElectionView,
  }),
  changeElection: operation({
    method: 'PUT',
    path: E,
    summary: 'Change name, level and days of a period of the institution',
    audience: 'member',
    params: inElection,
    body: elections.ElectionInput,
    response: elections.ElectionView,
    ifMatch: true,
  }),
  withdrawElection: operation({
    method: 'POST',
    path: `${E}/withdraw`,
    summary: 'End a period before its last day, or take back one that is to come',
    audience: 'member',
    params: inElection,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    response: elections.ElectionView,
  }),
  addElectionEntry: operation({
    method: 'POST',
    path: `${E}/entries`,
    summary: 'List a person or a party mark; also in a period of all institutions, for this one',
    audience: 'member',
    params: inElection,
    body: elections.ElectionEntryInput,
    response: elections.ElectionView,
  }),
  addElectionList: operation({
    method: 'POST',
    path: `${E}/lists`,
    summary: 'Take a pasted list in, whole or not at all; each faulty line is told by its number',
    audience: 'member',
    params: inElection,
    body: elections.ElectionListInput,
    response: elections.ElectionView.extend({ added: z.number() }),
  }),
  removeElectionEntry: operation({
    method: 'DELETE',
    path: `${E}/entries/{electionEntryId}`,
    summary: 'Take an entry off the list',
    audience: 'member',
    params: entryOf,
    response: elections.ElectionView,
  }),
  restoreElectionEntry: operation({
    method: 'POST',
    path: `${E}/entries/{electionEntryId}/restore`,
    summary: 'Put an entry back that was taken off the list',
    audience: 'member',
    params: entryOf,
    response: elections.ElectionView,
  }),
  getElectionReport: operation({
    method: 'GET',
    path: `${E}/report`,
    summary: 'What the institution did in a period: what went out, who approved, what was found and held',
    audience: 'member',
    params: inElection,
    response: elections.ElectionReport,
  }),
  exportElectionReport: operation({
    method: 'GET',
    path: `${E}/report-file`,
    summary: 'The same as a workbook, or one table of it as CSV',
    audience: 'member',
    params: inElection,
    query: elections.ElectionReportQuery,
    download: [XLSX, CSV],
    response: null,
  }),
  makeElectionException: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/election-exceptions`,
    summary: 'Let one post name one listed entry, with the reason',
    audience: 'member',
    params: one('postId'),
    body: z.object({ entryId: Id, reason: z.string().trim().min(1).max(500) }),
    response: elections.PostElection.nullable(),
  }),
  endElectionException: operation({
    method: 'POST',
    path: `${I}/posts/{postId}/election-exceptions/{exceptionId}/end`,
    summary: 'Take an exception back: the entry blocks the post again',
    audience: 'member',
    params: z.object({ institutionId: Id, postId: Id, exceptionId: Id }),
    response: elections.PostElection.nullable(),
  }),
};
