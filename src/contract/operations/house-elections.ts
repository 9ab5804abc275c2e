import { z } from 'zod';
import { Id } from '../common.ts';
import * as elections from '../elections.ts';
import { operation } from '../operation.ts';

const E = '/api/elections/{electionId}';
const inElection = z.object({ electionId: Id });
const entryOf = z.object({ electionId: Id, electionEntryId: Id });

/** The same by the coordinator, for all institutions. */
export const houseElectionOperations = {
  getHouseElections: operation({
    method: 'GET',
    path: '/api/elections',
    summary: 'Whether I may declare periods for all institutions, and those that are declared',
    audience: 'person',
    response: elections.HouseElections,
  }),
  getHouseElection: operation({
    method: 'GET',
    path: E,
    summary: 'A period of all institutions with its list',
    audience: 'person',
    params: inElection,
    response: elections.ElectionView,
  }),
  declareHouseElection: operation({
    method: 'POST',
    path: '/api/elections',
    summary: 'Declare an election period for all institutions, as their coordinator',
    audience: 'person',
    body: elections.ElectionInput,
    response: elections.ElectionView,
  }),
  changeHouseElection: operation({
    method: 'PUT',
    path: E,
    summary: 'Change name, level and days of a period of all institutions',
    audience: 'person',
    params: inElection,
    body: elections.ElectionInput,
    response: elections.ElectionView,
    ifMatch: true,
  }),
  withdrawHouseElection: operation({
    method: 'POST',
    path: `${E}/withdraw`,
    summary: 'End or take back a period of all institutions',
    audience: 'person',
    params: inElection,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    response: elections.ElectionView,
  }),
  addHouseElectionEntry: operation({
    method: 'POST',
    path: `${E}/entries`,
    summary: 'List a person or a party mark for all institutions',
    audience: 'person',
    params: inElection,
    body: elections.ElectionEntryInput,
    response: elections.ElectionView,
  }),
  addHouseElectionList: operation({
    method: 'POST',
    path: `${E}/lists`,
    summary: 'Take a pasted list in for all institutions, whole or not at all',
    audience: 'person',
    params: inElection,
    body: elections.ElectionListInput,
    response: elections.ElectionView.extend({ added: z.number() }),
  }),
  removeHouseElectionEntry: operation({
    method: 'DELETE',
    path: `${E}/entries/{electionEntryId}`,
    summary: 'Take an entry off the list of all institutions',
    audience: 'person',
    params: entryOf,
    response: elections.ElectionView,
  }),
  restoreHouseElectionEntry: operation({
    method: 'POST',
    path: `${E}/entries/{electionEntryId}/restore`,
    summary: 'Put an entry of all institutions back',
    audience: 'person',
    params: entryOf,
    response: elections.ElectionView,
  }),
};
