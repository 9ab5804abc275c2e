import type { Webhook } from '#/contract/index.ts';
import { Icon, type IconName } from '../../shared/icon.tsx';
import { Menu, MenuItem } from '../../shared/menu.tsx';
import { Time } from '../../shared/time.tsx';
import { useT } from '../../words/index.ts';

/** What somebody does with a webhook. */
export type Deed = 'log' | 'try' | 'edit' | 'rotate' | 'switch-on' | 'switch-off' | 'remove';

type State = 'on' | 'failing' | 'off';

const marks: Record<State, { icon: IconName; tone: string }> = {
  on: { icon: 'check', tone: 'badge badge--success' },
  failing: { icon: 'warning', tone: 'badge badge--warning' },
  off: { icon: 'circle-minus', tone: 'badge' },
};

const stateOf = ({ state, failingSince }: Webhook): State =>
  state === 'off' ? 'off' : failingSince ? 'failing' : 'on';

type WebhookRowProps = { webhook: Webhook; mayManage: boolean; onDeed: (deed: Deed) => void };

export function WebhookRow({ webhook, mayManage, onDeed }: WebhookRowProps) {
  const t = useT();
  const { url, events, offReason } = webhook;
  const state = stateOf(webhook);
  return (
    <li className="rows__row">
      <div className="rows__main">
        <strong className="webhook__address">{url}</strong>
        <p className="rows__note">{events.map((event) => t(`common:act.${event}`)).join(' · ')}</p>
        <Standing webhook={webhook} state={state} />
        {offReason && offReason !== 'by-hand' && (
          <p className="rows__note">{t(`studio:webhook.off-reason.${offReason}`)}</p>
        )}
      </div>
      <span className="cluster">
        <span className={marks[state].tone}>
          <Icon name={marks[state].icon} />
          {t(`studio:webhook.state.${state}`)}
        </span>
        <button
          type="button"
          className="button button--small"
          aria-label={t('studio:webhook.log-of', { address: url })}
          onClick={() => onDeed('log')}
        >
          <Icon name="history" />
          {t('studio:webhook.log')}
        </button>
        {mayManage && <Acts webhook={webhook} onDeed={onDeed} />}
      </span>
    </li>
  );
}

/** When something was last taken, and what an administrator should know of the moment. */
function Standing({ webhook, state }: { webhook: Webhook; state: State }) {
  const t = useT();
  const { lastSuccessAt, failingSince, oldSecretUntil } = webhook;
  return (
    <p className="rows__note">
      {lastSuccessAt ? (
        <>
          {t('studio:webhook.last-success')} <Time at={lastSuccessAt} form="distance" />
        </>
      ) : (
        t('studio:webhook.never')
      )}
      {state === 'failing' && failingSince && (
        <>
          {' · '}
          {t('studio:webhook.failing-since')} <Time at={failingSince} />
        </>
      )}
      {oldSecretUntil && (
        <>
          {' · '}
          {t('studio:webhook.old-until')} <Time at={oldSecretUntil} />
        </>
      )}
    </p>
  );
}

function Acts({ webhook, onDeed }: Omit<WebhookRowProps, 'mayManage'>) {
  const t = useT();
  const change = webhook.state === 'on' ? 'switch-off' : 'switch-on';
  return (
    <Menu
      className="button button--small button--icon"
      label={t('studio:webhook.more-of', { address: webhook.url })}
      trigger={<Icon name="more" />}
    >
      <MenuItem onAction={() => onDeed('try')}>{t('studio:webhook.try')}</MenuItem>
      <MenuItem onAction={() => onDeed('edit')}>{t('common:action.edit')}</MenuItem>
      <MenuItem onAction={() => onDeed('rotate')}>{t('studio:webhook.rotate')}</MenuItem>
      <MenuItem onAction={() => onDeed(change)}>{t(`studio:webhook.${change}`)}</MenuItem>
      <MenuItem danger onAction={() => onDeed('remove')}>
        {t('studio:webhook.remove')}
      </MenuItem>
    </Menu>
  );
}
