import type { Asked, Said } from '../_kit/faulty-network.ts';
import type { Json } from '../contract.ts';

export type Stored = {
  id: string;
  text: string;
  language: string | null;
  visibility: string;
  media: string[];
  parent: string | null;
  at: string;
};

/** What the fake remembers, open to its own tests. */
export type FakeState = {
  url: string;
  statuses: Stored[];
  media: Map<string, { bytes: Buffer; mime: string; description: string; focus: string }>;
  /** Idempotency-Key to status. */
  keys: Map<string, string>;
  notifications: { [key: string]: Json }[];
  /** Code to the challenge that it was given for. */
  codes: Map<string, string>;
  /** Some servers of this API do not. */
  heedsKeys: boolean;
  consents: boolean;
  revoked: boolean;
  suspended: boolean;
  /** A kind of file that the server does not take. */
  refusesMedia: boolean;
  /** The token may read and not write. */
  readOnly: boolean;
  /** How often a picture is said to be still in work. */
  slowMedia: number;
  /** Given in the place of what was asked for. */
  scope: string | null;
  made: number;
};

export const FAKE_ACCOUNT = {
  id: '14715',
  username: 'opcina',
  acct: 'opcina',
  display_name: 'Općina Primjer',
  locked: false,
  bot: false,
};
export const OTHER_ACCOUNT = {
  id: '77',
  username: 'grad',
  acct: 'grad@drugi.example',
  display_name: 'Građanka',
  url: 'https://drugi.example/@grad',
};

export const no = (status: number, error: string): Said => ({ status, json: { error } });

export const signedIn =
  (state: FakeState, answer: (asked: Asked) => Said | Promise<Said>) =>
  (asked: Asked): Said | Promise<Said> => {
    if (state.suspended) return no(403, 'Your login is currently disabled');
    if (state.revoked) return no(401, 'The access token was revoked');
    if (asked.headers.authorization !== 'Bearer fake-access-token')
      return no(401, 'The access token is invalid');
    if (state.readOnly && asked.method !== 'GET')
      return no(403, 'This action is outside the authorized scopes');
    return answer(asked);
  };

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** As Mastodon's formatter writes it: paragraphs, addresses with hidden stretches, mentions without their server. */
export const htmlOf = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replace(/\n/g, '<br />')}</p>`)
    .join('');

const linked = (html: string): string =>
  html
    .replace(/https?:\/\/[^\s<]+/g, (url) => {
      const [, scheme = '', rest = ''] = /^(https?:\/\/(?:www\.)?)(.*)$/.exec(url) ?? [];
      return `<a href="${url}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span><span class="ellipsis">${rest.slice(0, 30)}</span><span class="invisible">${rest.slice(30)}</span></a>`;
    })
    .replace(
      /(^|\s)@([\w.-]+)@([\w.-]+\w)/g,
      '$1<span class="h-card" translate="no"><a href="https://$3/@$2" class="u-url mention">@<span>$2</span></a></span>',
    );

/** The entity (https://docs.joinmastodon.org/entities/Status/). */
export const statusOf = (state: FakeState, status: Stored): { [key: string]: Json } => ({
  id: status.id,
  created_at: status.at,
  in_reply_to_id: status.parent,
  in_reply_to_account_id: status.parent ? FAKE_ACCOUNT.id : null,
  sensitive: false,
  spoiler_text: '',
  visibility: status.visibility,
  language: status.language,
  uri: `${state.url}/users/opcina/statuses/${status.id}`,
  url: `${state.url}/@opcina/${status.id}`,
  content: htmlOf(status.text),
  reblog: null,
  account: FAKE_ACCOUNT,
  media_attachments: status.media.map((id) => ({
    id,
    type: 'image',
    description: state.media.get(id)?.description ?? null,
  })),
  mentions: [],
  tags: [],
  emojis: [],
  card: null,
  poll: null,
});

/** JSON or a form, as the API takes both; `media_ids[]` is the form's way of naming a list. */
export async function bodyOf(asked: Asked): Promise<Json> {
  if ((asked.headers['content-type'] ?? '').includes('json')) return asked.json();
  const form = await asked.form();
  const flat = Object.fromEntries(form) as Record<string, string>;
  const media = form.getAll('media_ids[]').map(String);
  return { ...flat, ...(media.length > 0 ? { media_ids: media } : {}) };
}
