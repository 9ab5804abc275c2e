import { operations } from '#/contract/index.ts';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import type { MailDoor } from '#/modules/mail/index.ts';
import {
  addPushDevice,
  chooseNotices,
  countUnreadNotices,
  listNoticeChoices,
  listNotices,
  listPushDevices,
  pathOf,
  readAllNotices,
  readNotice,
  removePushDevice,
  tryPushDevice,
  wordNotice,
  type NoticeRow,
  type PushDeps,
} from '#/modules/notices/index.ts';
import type { Actor } from '#/modules/people/index.ts';
import type { Caller } from './authenticate.ts';
import { instant, instantOrNull } from './presenters.ts';
import type { ApiRequest, ApiRouter } from './router.ts';

type Deps = PushDeps & { db: Db; clock: Clock; mail: MailDoor };

/** One's own notices, how each kind arrives, and the browsers that show them. */
export function mountNotices(api: ApiRouter, deps: Deps): void {
  api.on(operations.listNotices, async ({ actor, query, t }) => {
    const page = await listNotices(deps, actor, query);
    return { body: { ...page, items: page.items.map((row) => present(row, t)) } };
  });
  api.on(operations.countUnreadNotices, async ({ actor }) => ({
    body: { unread: await countUnreadNotices(deps, actor) },
  }));
  api.on(operations.readNotice, async ({ actor, params }) => {
    await readNotice(deps, actor, params.noticeId);
    return { body: null };
  });
  api.on(operations.readAllNotices, async ({ actor, body }) => {
    await readAllNotices(deps, actor, Temporal.Instant.from(body.upTo));
    return { body: null };
  });
  const choices = async (actor: Actor, t: ApiRequest['t']) => ({
    kinds: (await listNoticeChoices(deps, actor)).map((choice) => ({
      ...choice,
      name: t(`notices:kind.${choice.kind}.name`),
      groupName: t(`notices:group.${choice.group}`),
    })),
    canMail: deps.mail.canMail,
  });
  api.on(operations.getNoticeChoices, async ({ actor, t }) => ({ body: await choices(actor, t) }));
  api.on(operations.changeNoticeChoices, async ({ actor, body, t }) => {
    await chooseNotices(deps, actor, body.kinds);
    return { body: await choices(actor, t) };
  });
  mountPush(api, deps);
}

function mountPush(api: ApiRouter, deps: Deps): void {
  const sessionOf = ({ sessionId }: Caller) => {
    if (sessionId === null) throw new Problem('unauthenticated', 'session.missing');
    return sessionId;
  };
  api.on(operations.listPushDevices, async ({ personId, caller }) => {
    const sessionId = sessionOf(caller);
    const { publicKey, devices } = await listPushDevices(deps, personId);
    const items = devices.map((device) => ({
      id: device.id,
      current: device.session_id === sessionId,
      userAgent: device.user_agent,
      since: instant(device.created_at),
      usedAt: instantOrNull(device.used_at ?? null),
      trouble: device.trouble,
    }));
    return { body: { publicKey, sessionId, items } };
  });
  api.on(operations.addPushDevice, async ({ personId, caller, body }) => {
    await addPushDevice(deps, { personId, sessionId: sessionOf(caller) }, body);
    return { body: null };
  });
  api.on(operations.removePushDevice, async ({ personId, params }) => {
    await removePushDevice(deps, personId, params.deviceId);
    return { body: null };
  });
  api.on(operations.tryPushDevice, async ({ personId, params }) => {
    await tryPushDevice(deps, personId, params.deviceId);
    return { body: null };
  });
}

const present = (row: NoticeRow, t: ApiRequest['t']) => ({
  id: row.id,
  kind: row.kind,
  text: wordNotice(t, row),
  path: pathOf(row),
  at: instant(row.at),
  times: row.times,
  readAt: instantOrNull(row.read_at ?? null),
});
