import { OutboxPage, OutboxQuery } from '../mail.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, one } from './path.ts';

export const mailOperations = {
  listMails: operation({
    method: 'GET',
    path: `${I}/mails`,
    summary: 'The outbox: e-mail that went out, waits or was refused, newest first',
    audience: 'member',
    params: inInstitution,
    query: OutboxQuery,
    response: OutboxPage,
  }),
  resendMail: operation({
    method: 'POST',
    path: `${I}/mails/{mailId}/again`,
    summary: 'Send an e-mail that is not out again, now',
    audience: 'member',
    params: one('mailId'),
    response: null,
  }),
  sendTrialMail: operation({
    method: 'POST',
    path: `${I}/mails/trial`,
    summary: 'Send a test message to my own address',
    audience: 'member',
    params: inInstitution,
    response: null,
  }),
};
