import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PushDevice, PushDevices as Devices } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { kept, pushAbility, PushFault, turnOff, turnOn } from '../push/browser-push.ts';
import { writeMark } from '../push/mark.ts';
import { useMe } from '../session/me.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Help } from '../shared/help.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { deviceOf } from './device-of.ts';

/** The browsers that show notices while the studio is closed: this one is turned on here, each can be removed. */
export function PushDevices() {
  const t = useT();
  const { data, error, refetch } = useRead('listPushDevices', {});
  return (
    <div className="card stack stack--tight push-devices">
      <div className="help-line">
        <h3 className="card__title">{t('studio:push.title')}</h3>
        <Help topic="push" />
      </div>
      <p className="muted">{t('studio:push.note')}</p>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data && data.items.length > 0 && (
        <ul className="rows" role="list">
          {data.items.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
      {data && <ThisBrowser devices={data} />}
    </div>
  );
}

/** What this browser can do about it now. */
function ThisBrowser({ devices }: { devices: Devices }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const [fault, setFault] = useState<PushFault['reason'] | null>(null);
  const ability = pushAbility();
  const mine = useQuery({
    queryKey: ['push', 'kept', devices.publicKey],
    queryFn: () => kept(devices.publicKey),
    gcTime: 0,
  });
  const add = useAct('addPushDevice', { changes: ['listPushDevices'] });
  const [working, setWorking] = useState(false);
  const on = async () => {
    setFault(null);
    setWorking(true);
    try {
      const given = await turnOn(devices.publicKey);
      await add.mutateAsync({ body: given });
      writeMark({ personId: me.id, sessionId: devices.sessionId, endpoint: given.endpoint });
      toast({ text: t('studio:push.turned-on') });
    } catch (error) {
      // What the server said stands in `add.error`.
      if (error instanceof PushFault) setFault(error.reason);
    } finally {
      setWorking(false);
      await client.invalidateQueries({ queryKey: ['push'] });
    }
  };
  if (ability !== 'ready') return <p className="banner">{t(`studio:push.unable.${ability}`)}</p>;
  const isOn = devices.items.some(({ current }) => current) && mine.data;
  if (mine.isPending || isOn) return null;
  return (
    <>
      {fault && (
        <p className="banner banner--danger" role="alert">
          {t(`studio:push.unable.${fault}`)}
        </p>
      )}
      <ProblemNote problem={add.error} />
      <div>
        <button type="button" className="button" aria-busy={working} onClick={() => void on()}>
          <Icon name="bell" />
          {t('studio:push.turn-on')}
        </button>
      </div>
    </>
  );
}

function DeviceRow({ device }: { device: PushDevice }) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const name = deviceOf(device.userAgent) ?? t('studio:profile.unknown-device');
  const trial = useAct('tryPushDevice', {
    changes: [],
    onSuccess: () => toast({ text: t('studio:push.trial-sent') }),
  });
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong>{name}</strong>{' '}
        {device.current && (
          <span className="badge badge--success">
            <Icon name="check" />
            {t('studio:profile.this-one')}
          </span>
        )}
        <p className="rows__note">
          {t('studio:profile.since')} <Time at={device.since} />
          {device.usedAt && (
            <>
              {' · '}
              {t('studio:push.last')} <Time at={device.usedAt} form="distance" />
            </>
          )}
        </p>
        {device.trouble && <p className="rows__note">{t(`studio:push.trouble.${device.trouble}`)}</p>}
        <ProblemNote problem={trial.error} />
      </div>
      <div className="button-group">
        <button
          type="button"
          className="button button--small"
          aria-label={t('studio:push.trial-of', { device: name })}
          aria-busy={trial.isPending}
          onClick={() => trial.mutate({ params: { deviceId: device.id } })}
        >
          {t('studio:push.trial')}
        </button>
        <button
          type="button"
          className="button button--small"
          aria-label={t('studio:push.remove-of', { device: name })}
          onClick={() => setAsked(true)}
        >
          {t('studio:push.remove')}
        </button>
      </div>
      {asked && <RemoveDialog device={device} name={name} onClose={() => setAsked(false)} />}
    </li>
  );
}

function RemoveDialog({ device, name, onClose }: { device: PushDevice; name: string; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const remove = useAct('removePushDevice', {
    changes: ['listPushDevices'],
    onSuccess: async () => {
      onClose();
      toast({ text: t('studio:push.removed') });
      if (!device.current) return;
      writeMark(null);
      // The server sends nothing there any more, so a browser that does not let go changes nothing.
      await turnOff().catch(() => undefined);
      await client.invalidateQueries({ queryKey: ['push'] });
    },
  });
  return (
    <ConfirmDialog
      title={t('studio:push.remove-title', { device: name })}
      action={t('studio:push.remove')}
      danger
      isOpen
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate({ params: { deviceId: device.id } })}
      onClose={onClose}
    >
      <p>{t('studio:push.remove-text')}</p>
    </ConfirmDialog>
  );
}
