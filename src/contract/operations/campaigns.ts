import { operation } from '../operation.ts';
import * as planning from '../planning.ts';
import { I, inInstitution, list, one } from './path.ts';

export const campaignsOperations = {
  listCampaigns: operation({
    method: 'GET',
    path: `${I}/campaigns`,
    summary: 'Campaigns, by their first day',
    audience: 'member',
    params: inInstitution,
    query: planning.ArchivedQuery,
    response: list(planning.Campaign),
  }),
  createCampaign: operation({
    method: 'POST',
    path: `${I}/campaigns`,
    summary: 'Begin a campaign',
    audience: 'member',
    params: inInstitution,
    body: planning.CampaignInput,
    response: planning.Campaign,
  }),
  getCampaign: operation({
    method: 'GET',
    path: `${I}/campaigns/{campaignId}`,
    summary: 'A campaign',
    audience: 'member',
    params: one('campaignId'),
    response: planning.Campaign,
  }),
  changeCampaign: operation({
    method: 'PUT',
    path: `${I}/campaigns/{campaignId}`,
    summary: 'Change a campaign',
    audience: 'member',
    params: one('campaignId'),
    body: planning.CampaignInput,
    response: planning.Campaign,
    ifMatch: true,
  }),
  archiveCampaign: operation({
    method: 'POST',
    path: `${I}/campaigns/{campaignId}/archiving`,
    summary: 'Archive a campaign; what belongs to it keeps it',
    audience: 'member',
    params: one('campaignId'),
    response: planning.Campaign,
  }),
  restoreCampaign: operation({
    method: 'POST',
    path: `${I}/campaigns/{campaignId}/restoration`,
    summary: 'Take a campaign out of the archive',
    audience: 'member',
    params: one('campaignId'),
    response: planning.Campaign,
  }),
};
