import { operation } from '../operation.ts';
import * as passwords from '../passwords.ts';

export const passwordsOperations = {
  askForPassword: operation({
    method: 'POST',
    path: '/api/password',
    summary: 'Have a link for a new password mailed; the answer does not say whether the address is known',
    audience: 'public',
    body: passwords.ForgottenPassword,
    response: null,
  }),
  openPasswordLink: operation({
    method: 'POST',
    path: '/api/password/link',
    summary: 'Whose password a mailed link is for',
    audience: 'public',
    body: passwords.PasswordLink,
    response: passwords.PasswordOwner,
  }),
  choosePassword: operation({
    method: 'POST',
    path: '/api/password/answer',
    summary: 'Choose a new password with a mailed link; ends every sign-in',
    audience: 'public',
    body: passwords.ChosenPassword,
    response: passwords.PasswordOwner,
  }),
};
