import { z } from 'zod';
import { Id } from '../common.ts';
import * as notices from '../notices.ts';
import { operation } from '../operation.ts';
import { I, inInstitution, one } from './path.ts';

const oneDevice = z.object({ deviceId: Id });

export const noticesOperations = {
  listNotices: operation({
    method: 'GET',
    path: `${I}/notices`,
    summary: 'My notices, what is unread first',
    audience: 'member',
    params: inInstitution,
    query: notices.NoticeQuery,
    response: notices.NoticePage,
  }),
  countUnreadNotices: operation({
    method: 'GET',
    path: `${I}/notices/unread`,
    summary: 'How many of my notices are unread',
    audience: 'member',
    params: inInstitution,
    response: notices.UnreadNotices,
  }),
  readNotice: operation({
    method: 'POST',
    path: `${I}/notices/{noticeId}/read`,
    summary: 'Mark one of my notices as read',
    audience: 'member',
    params: one('noticeId'),
    response: null,
  }),
  readAllNotices: operation({
    method: 'POST',
    path: `${I}/notices/read`,
    summary: 'Mark my notices up to a moment as read',
    audience: 'member',
    params: inInstitution,
    body: notices.ReadUpTo,
    response: null,
  }),
  getNoticeChoices: operation({
    method: 'GET',
    path: `${I}/notices/choices`,
    summary: 'How each kind of notice reaches me',
    audience: 'member',
    params: inInstitution,
    response: notices.NoticeChoices,
  }),
  changeNoticeChoices: operation({
    method: 'PATCH',
    path: `${I}/notices/choices`,
    summary: 'Choose how kinds of notices reach me',
    audience: 'member',
    params: inInstitution,
    body: notices.NoticeChoicesChange,
    response: notices.NoticeChoices,
  }),
  listPushDevices: operation({
    method: 'GET',
    path: '/api/me/push',
    summary: 'The browsers that show my notices while the studio is closed',
    audience: 'person',
    response: notices.PushDevices,
  }),
  addPushDevice: operation({
    method: 'PUT',
    path: '/api/me/push',
    summary: 'Have my notices shown by this browser',
    audience: 'person',
    body: notices.NewPushDevice,
    response: null,
  }),
  removePushDevice: operation({
    method: 'DELETE',
    path: '/api/me/push/{deviceId}',
    summary: 'Have no notices shown there any more',
    audience: 'person',
    params: oneDevice,
    response: null,
  }),
  tryPushDevice: operation({
    method: 'POST',
    path: '/api/me/push/{deviceId}/trial',
    summary: 'Send a trial notice there',
    audience: 'person',
    params: oneDevice,
    response: null,
  }),
};
