import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, Post, Today } from '#/contract/index.ts';
import { createApi, type Api } from './api.ts';
import { findConnection } from './connection.ts';
import { EXIT, UsageFault, type Desk, type Exit, type Values } from './io.ts';
import { idIn } from './schedule.ts';
import { deliveryLines, stateLine, studioAddress, timeIn, titleOf } from './show.ts';

const EVERY_MS = 3000;

/** Where a post stands, or the whole day; followed until nothing more happens by itself, or Ctrl C. */
export async function status(desk: Desk, rest: string[], values: Values): Promise<Exit> {
  const [post, ...more] = rest;
  if (more.length > 0) throw new UsageFault(more.join(' '));
  const connection = await findConnection(desk);
  const api = createApi(desk, connection);
  const look =
    post === undefined ? () => lookAtDay(desk, api) : () => lookAtPost(desk, api, post, connection.url);
  let shown = '';
  const stopped = values.watch === true ? whenStopped() : undefined;
  for (;;) {
    const { text, over } = await look();
    if (text !== shown) desk.print(shown === '' || desk.json ? text : `\n${text}`);
    shown = text;
    if (values.watch !== true || over) return EXIT.ok;
    if (await stopped?.within(EVERY_MS)) return EXIT.ok;
  }
}

/** Whoever follows ends it by Ctrl C, and that is no fault; in the middle of a question it waits for the answer. */
function whenStopped() {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return {
    within: (ms: number): Promise<boolean> => pause(ms, false, { signal: stop.signal }).catch(() => true),
  };
}

type Look = { text: string; over: boolean };

async function lookAtPost(desk: Desk, api: Api, given: string, server: string): Promise<Look> {
  const params = { postId: idIn(given) };
  const { slug, timeZone } = (await api.inHand()).institution;
  const post = await api.call('getPost', { params });
  const { items: deliveries } = await api.call('listPostDeliveries', { params });
  const url = studioAddress(server, slug, post.id);
  const over = isOver(post, deliveries);
  if (desk.json) return { text: JSON.stringify(toJson(post, deliveries, url)), over };
  const { dueAt } = post.content;
  const due = dueAt === null ? [] : [desk.t('client:status.due', { at: timeIn(dueAt, timeZone, desk) })];
  const text = [
    stateLine(desk, post),
    ...due,
    ...waitingLines(desk, post),
    ...deliveries.flatMap((one) => deliveryLines(desk, one, timeZone)),
    url,
  ].join('\n');
  return { text, over };
}

/** Nothing more happens to it unless somebody acts. */
const isOver = ({ state }: Post, deliveries: readonly Delivery[]): boolean =>
  ['published', 'withdrawn', 'expired'].includes(state) ||
  (deliveries.length > 0 &&
    deliveries.every((one) =>
      ['published', 'failed', 'unknown', 'handed-over', 'withdrawn', 'removed'].includes(one.state),
    ) &&
    !['draft', 'in-review', 'approved', 'sent-back'].includes(state));

function toJson(
  { id, title, state, version, content, checks, review }: Post,
  deliveries: Delivery[],
  url: string,
) {
  return {
    id,
    title,
    state,
    version,
    dueAt: content.dueAt,
    url,
    review: { step: review.step, deadlineAt: review.deadlineAt, seats: review.seats },
    checks,
    deliveries,
  };
}

/** Whose word is waited for, and what stands in the way of asking. */
function waitingLines(desk: Desk, { state, review, checks, remarks }: Post): string[] {
  const { t } = desk;
  if (state === 'in-review') {
    const open = review.seats.filter(({ answered, deputy }) => !answered && !deputy);
    const names = open.flatMap(({ person, outside, role }) => {
      const name = person?.name ?? outside?.name ?? (role && t(`common:role.${role}`));
      return name ? [name] : [];
    });
    return names.length > 0 ? [t('client:status.waits-for', { names: names.join(', ') })] : [];
  }
  if (state === 'approved') return [t('client:status.waits-for-schedule')];
  if (state !== 'draft' && state !== 'sent-back') return [];
  const back = remarks.findLast(({ kind }) => kind === 'sent-back');
  return [
    ...(state === 'sent-back' && back ? [t('client:status.sent-back', { text: back.text })] : []),
    ...checks.filter(({ blocks }) => blocks).map(({ message }) => t('client:draft.blocks', { message })),
  ];
}

async function lookAtDay(desk: Desk, api: Api): Promise<Look> {
  const { timeZone } = (await api.inHand()).institution;
  const today: Today = await api.call('getToday');
  if (desk.json) return { text: JSON.stringify({ ...today, now: undefined }), over: false };
  const parts = (['trouble', 'goingOut', 'published'] as const).flatMap((name) => {
    const lines = today[name].flatMap((one) => [
      titleOf(desk, one.postTitle),
      ...deliveryLines(desk, one, timeZone),
    ]);
    return lines.length > 0 ? [`${desk.t(`client:today.${name}`)}\n${lines.join('\n')}`] : [];
  });
  return { text: parts.join('\n\n') || desk.t('client:today.nothing'), over: false };
}
