import { PageQuery, pageOf } from '../common.ts';
import { NewObjective, NewPlanItem, Objective, PlanItem } from '../planning.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, list } from './path.ts';

export const planningOperations = {
  listObjectives: operation({
    method: 'GET',
    path: `${I}/objectives`,
    summary: 'Objectives',
    audience: 'member',
    params: inInstitution,
    response: list(Objective),
  }),
  createObjective: operation({
    method: 'POST',
    path: `${I}/objectives`,
    summary: 'Add an objective',
    audience: 'member',
    params: inInstitution,
    body: NewObjective,
    response: Objective,
  }),
  listPlanItems: operation({
    method: 'GET',
    path: `${I}/plan-items`,
    summary: 'The publication plan, newest first',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(PlanItem),
  }),
  createPlanItem: operation({
    method: 'POST',
    path: `${I}/plan-items`,
    summary: 'Add a plan item',
    audience: 'member',
    params: inInstitution,
    body: NewPlanItem,
    response: PlanItem,
  }),
};
