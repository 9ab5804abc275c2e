import type { LinkClicks, LinkRule, Post } from '#/contract/index.ts';
import { newId } from '#/kernel/ids.ts';
import { signIn } from './api-client.ts';
import type { TestApp } from './app.ts';
import { openAddress } from './open-address.ts';
import { emptyPost } from './operations.ts';

export const RULE = {
  tagging: true,
  hosts: ['www.Vlada.ba'],
  source: '{network}',
  medium: 'Društvene mreže',
  campaign: '{campaign}',
  content: '{account}-{language}',
  shortening: false,
  host: null,
};
export const BROWSER = { 'user-agent': 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36' };

export type LinkStage = Awaited<ReturnType<typeof linkStage>>;

/** A new institution with two accounts, an editor and a head, and what they do with links. */
export async function linkStage(app: TestApp) {
  const house = await app.addInstitution();
  const editor = await signIn(app.url, house.people.editor.email);
  const head = await signIn(app.url, house.people.head.email);
  const params = { institutionId: house.id };

  async function account(handle: string): Promise<string> {
    const id = newId();
    await app.database.owner.query(
      `insert into accounts (id, institution_id, network, network_account_id, handle, display_name, url, variant, settings,
         session_sealed, state, connected_at)
       values ($1::uuid, $2, 'sandbox', $1::uuid::text, $3, 'Ured', 'https://ured.example.org', 'bs', '{}', '', 'connected', now())`,
      [id, house.id, handle],
    );
    return id;
  }
  const accounts = [await account('dei.prva'), await account('@Dei_Druga')];
  const rule = (revision: number, change: object = {}, who = head) =>
    who.get<LinkRule>('setLinkRule', {
      params: params,
      body: { ...RULE, ...change },
      headers: { 'if-match': `"${revision}"` },
    });
  const inputOf = (text: string, more: object = {}) => ({
    ...emptyPost(),
    title: 'Odluka',
    content: {
      ...emptyPost().content,
      texts: { bs: text },
      targets: accounts.map((accountId) => ({ accountId, variant: 'bs' })),
      due: { local: '2026-12-02T10:00' },
      ...more,
    },
  });
  const create = (text: string, more: object = {}) =>
    editor.get<Post>('createPost', { params: params, body: inputOf(text, more) });
  const save = (post: Post, text: string, more: object = {}, title = 'Odluka') =>
    editor.get<Post>('savePost', {
      params: { ...params, postId: post.id },
      body: { ...inputOf(text, more), title },
      headers: { 'if-match': `"${post.version}"` },
    });
  const at = ({ id, version }: Post) => ({ params: { ...params, postId: id }, body: { version } });
  const approve = async (post: Post, schedule = true) => {
    await editor.get('submitPost', at(post));
    const act = { ...at(post), body: { version: post.version, schedule } };
    return head.get<Post>('approvePost', act);
  };
  const outOf = (post: Post) => (post.content.links?.out ?? []).map(({ url }) => url).toSorted();
  const codesOf = (post: Post) => outOf(post).map((url) => url.slice(-8));
  const open = (code: string, headers: Record<string, string> = BROWSER, more: object = {}) =>
    openAddress(app.url, `/l/${code}`, { headers, ...more });
  const clicksOf = async (post: Post) =>
    (await editor.get<{ items: LinkClicks[] }>('listPostClicks', { params: at(post).params })).items;
  return {
    house,
    editor,
    head,
    params,
    accounts,
    rule,
    inputOf,
    create,
    save,
    at,
    approve,
    outOf,
    codesOf,
    open,
    clicksOf,
  };
}
