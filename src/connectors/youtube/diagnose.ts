import { isGood, orRetry } from '../_kit/http.ts';
import { field, NETWORK_REASONS, reason, textField } from '../_kit/reasons.ts';
import type {
  Check,
  ConnectedAccount,
  ConnectorContext,
  Diagnosis,
  Json,
  Limits,
  Refused,
  Wait,
} from '../contract.ts';
import { hasScope } from './authorise.ts';
import { manifest } from './manifest.ts';
import { API, openChannel, trouble } from './wire.ts';

/** Minutes of a video on a channel whose owner has not given a telephone number (https://support.google.com/youtube/answer/71673). */
const UNVERIFIED_MINUTES = 15;

/** Network reachable, sign-in good, the channel there, rights, and whether long videos may go up. */
export async function diagnose(context: ConnectorContext, account: ConnectedAccount): Promise<Diagnosis> {
  const got = await channelsOf(context, account);
  if ('kind' in got) {
    if (got.kind === 'retry') return { checks: [{ code: 'server', state: 'warning', reason: got.reason }] };
    return {
      checks: [
        { code: 'server', state: 'good' },
        { code: 'session', state: 'bad', reason: got.reason },
      ],
    };
  }
  const channel = got.channels.find((it) => textField(it, 'id') === account.networkId);
  const scope = 'youtube.force-ssl';
  const checks: Check[] = [
    { code: 'server', state: 'good' },
    { code: 'session', state: 'good' },
    channel
      ? { code: 'channel', state: 'good' }
      : { code: 'channel', state: 'bad', reason: reason('no-channel') },
    hasScope(account.session)
      ? { code: 'rights', state: 'good' }
      : { code: 'rights', state: 'bad', reason: reason(NETWORK_REASONS.scopeMissing, { scope }) },
  ];
  if (channel && !takesLong(channel)) {
    checks.push({
      code: 'length',
      state: 'warning',
      reason: reason('short-only', { max: UNVERIFIED_MINUTES }),
    });
  }
  return { checks };
}

/** A channel that was not verified takes a quarter of an hour at most. */
export async function limits(context: ConnectorContext, account: ConnectedAccount): Promise<Limits> {
  const got = await channelsOf(context, account);
  const channel =
    'kind' in got ? undefined : got.channels.find((it) => textField(it, 'id') === account.networkId);
  const { video } = manifest.limits;
  if (!channel || !video || takesLong(channel)) return manifest.limits;
  return { ...manifest.limits, video: { ...video, maxMs: UNVERIFIED_MINUTES * 60_000 } };
}

/** `status.longUploadsStatus` (https://developers.google.com/youtube/v3/docs/channels). */
const takesLong = (channel: Json): boolean =>
  !['eligible', 'disallowed'].includes(textField(field(channel, 'status'), 'longUploadsStatus') ?? '');

async function channelsOf(
  context: ConnectorContext,
  account: ConnectedAccount,
): Promise<{ channels: Json[] } | Wait | Refused> {
  const url = `${API}/channels?part=snippet,status&mine=true`;
  const got = await openChannel(context, account).ask({ url });
  if (got.kind !== 'done') return got;
  if (!isGood(got.answer)) return orRetry(trouble(context, got.answer));
  const items = field(got.answer.json, 'items');
  return { channels: Array.isArray(items) ? items : [] };
}
