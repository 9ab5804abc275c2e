import './tables.ts';

export { notify, settleNotices, type NewNotice } from './notify.ts';
export {
  countUnreadNotices,
  listNotices,
  readAllNotices,
  readNotice,
  type NoticePage,
} from './read-notices.ts';
export { chooseNotices, listNoticeChoices, type NoticeChoice } from './choose-notices.ts';
export { passOnNotices, type PassOnDeps } from './pass-on-notices.ts';
export {
  addPushDevice,
  listPushDevices,
  removePushDevice,
  tryPushDevice,
  type PushDeps,
  type PushDevice,
} from './push/devices.ts';
export { sendPushes, type SendPushDeps } from './push/send-pushes.ts';
export { wordNotice } from './word-notice.ts';
export { forgetNotices, type NoticeRow } from './queries.ts';
export { NOTICE_KINDS, pathOf, type Channels, type NoticeKind } from './kinds.ts';
