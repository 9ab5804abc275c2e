import type { Post } from '#/contract/index.ts';
import { createApi, type Api } from './api.ts';
import { findConnection } from './connection.ts';
import { toDue, type Due } from './due.ts';
import { ClientFault, EXIT, UsageFault, type Desk, type Exit, type Values } from './io.ts';
import { stateLine, studioAddress, timeIn } from './show.ts';

/**
 * Gives a post its time and takes the next step towards it that is open without anybody's word being passed over: a
 * draft goes to review, an approved post on the schedule.
 */
export async function schedule(desk: Desk, rest: string[], values: Values): Promise<Exit> {
  const [postId, ...more] = rest;
  if (postId === undefined || more.length > 0) throw new UsageFault(more.join(' ') || '<post>');
  const due = typeof values.due === 'string' ? toDue(values.due) : null;
  const connection = await findConnection(desk);
  const api = createApi(desk, connection);
  const { slug, timeZone } = (await api.inHand()).institution;
  const read = await api.call('getPost', { params: { postId: idIn(postId) } });
  const post = await step(api, read, due, timeZone);
  const url = studioAddress(connection.url, slug, post.id);
  if (desk.json) {
    const { id, state, version } = post;
    desk.print(JSON.stringify({ id, state, version, dueAt: post.content.dueAt, url }));
    return EXIT.ok;
  }
  desk.print(stateLine(desk, post));
  const { dueAt } = post.content;
  const key = post.state === 'scheduled' ? 'client:schedule.goes-out' : 'client:schedule.once-approved';
  if (dueAt !== null) desk.print(desk.t(key, { at: timeIn(dueAt, timeZone, desk) }));
  desk.print(url);
  return EXIT.ok;
}

async function step(api: Api, read: Post, due: Due | null, timeZone: string): Promise<Post> {
  const post = await moved(api, read, due, timeZone);
  const at = { params: { postId: post.id }, body: { version: post.version } };
  switch (post.state) {
    case 'draft':
    case 'sent-back':
      if (post.content.dueAt === null) throw new ClientFault(EXIT.refused, 'schedule.no-time');
      return api.call('submitPost', at);
    case 'approved':
      return api.call('schedulePost', at);
    case 'in-review':
    case 'scheduled':
      return post;
    default:
      throw new ClientFault(EXIT.refused, 'schedule.too-late');
  }
}

/** Only while nobody has begun to answer for the time: a later move would end what they said. */
async function moved(api: Api, post: Post, due: Due | null, timeZone: string): Promise<Post> {
  if (due === null || isSame(post, due, timeZone)) return post;
  if (post.state !== 'draft' && post.state !== 'sent-back')
    throw new ClientFault(EXIT.refused, 'schedule.would-end-review');
  return api.call('reschedulePost', { params: { postId: post.id }, body: { version: post.version, due } });
}

function isSame({ content: { dueAt } }: Post, due: Due, timeZone: string): boolean {
  if (dueAt === null) return false;
  const options = { disambiguation: due.hour ?? 'compatible' } as const;
  const wanted = Temporal.PlainDateTime.from(due.local).toZonedDateTime(timeZone, options);
  return Temporal.Instant.compare(wanted.toInstant(), dueAt) === 0;
}

/** The id of a post, also out of its studio address. */
export const idIn = (text: string): string =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\W*$)/i.exec(text)?.[0] ?? text;
