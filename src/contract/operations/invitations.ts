import * as invitations from '../invitations.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, list, one } from './path.ts';

export const invitationsOperations = {
  listInvitations: operation({
    method: 'GET',
    path: `${I}/invitations`,
    summary: 'Invitations: pending, accepted, expired and withdrawn ones, newest first',
    audience: 'member',
    params: inInstitution,
    response: list(invitations.Invitation),
  }),
  invitePerson: operation({
    method: 'POST',
    path: `${I}/invitations`,
    summary: 'Invite a person, by e-mail or by a link that is shown once',
    audience: 'member',
    params: inInstitution,
    body: invitations.NewInvitation,
    response: invitations.SentInvitation,
  }),
  resendInvitation: operation({
    method: 'POST',
    path: `${I}/invitations/{invitationId}/again`,
    summary: 'Send an invitation again, good for another week; links sent before open nothing any more',
    audience: 'member',
    params: one('invitationId'),
    response: invitations.SentInvitation,
  }),
  withdrawInvitation: operation({
    method: 'DELETE',
    path: `${I}/invitations/{invitationId}`,
    summary: 'Withdraw an invitation',
    audience: 'member',
    params: one('invitationId'),
    response: null,
  }),
  openInvitation: operation({
    method: 'POST',
    path: '/api/invitation',
    summary: 'What an invitation is for, told to whoever has its link',
    audience: 'public',
    body: invitations.InvitationLink,
    response: invitations.OpenInvitation,
  }),
  acceptInvitation: operation({
    method: 'POST',
    path: '/api/invitation/answer',
    summary: 'Accept an invitation, with a name and a password',
    audience: 'public',
    body: invitations.InvitationAnswer,
    response: invitations.JoinedInstitution,
  }),
};
