import { apiClient, type ApiClient } from './api-client.ts';
import { PASSWORD } from './app.ts';

export type InvitationInLink = { invitationId: string; serial: number; signature: string };

/** What stands in the link of an invitation, wherever in a text it is. */
export function invitationIn(text: string): InvitationInLink {
  const [, invitationId, serial, signature] = /\/studio\/invitation\/([\w-]+)\/(\d+)#([\w-]+)/.exec(text)!;
  return { invitationId: invitationId!, serial: Number(serial), signature: signature! };
}

/** Invites somebody where no e-mail is sent, and says yes for them: from then on they sign in with `PASSWORD`. */
export async function inviteAndAccept(
  url: string,
  administrator: ApiClient,
  institutionId: string,
  invited: { name: string; email: string; roles: string[] },
): Promise<void> {
  const { link } = await administrator.get<{ link: string | null }>('invitePerson', {
    params: { institutionId },
    body: { ...invited, language: 'bs' },
  });
  await apiClient(url).get('acceptInvitation', {
    body: { ...invitationIn(link ?? ''), name: invited.name, password: PASSWORD, language: 'bs' },
  });
}
