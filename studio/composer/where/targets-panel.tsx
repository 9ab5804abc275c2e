import { Link } from 'react-router';
import type { Account, Variant } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { Icon } from '../../shared/index.ts';
import { useHere } from '../../session/institution.ts';
import { Help } from '../../shared/help.tsx';
import { useT } from '../../words/index.ts';
import { useDraft, useEdit, useHouse, useFrameStands } from '../composer-context.tsx';
import { variantsOf } from '../draft.ts';
import { removeAccount, toggleTarget } from '../edits.ts';

/** Which accounts the post goes out on, and in which variants there. */
export function TargetsPanel() {
  const t = useT();
  const here = useHere();
  const { facts } = useHouse();
  return (
    <section className="panel" aria-labelledby="composer-targets">
      <div className="help-line">
        <h2 className="panel__title" id="composer-targets">
          <Icon name="accounts" />
          {t('studio:composer.targets.title')}
        </h2>
        <Help topic="targets" />
      </div>
      <div id="at-content-targets" tabIndex={-1}>
        {facts.length === 0 && (
          <p className="muted">
            {t('studio:composer.targets.none')}{' '}
            <Link to={here('accounts')}>{t('studio:composer.targets.connect')}</Link>
          </p>
        )}
        {facts.map(({ network, name, accounts }) => (
          <fieldset key={network} className="targets__network">
            <legend className="eyebrow">{name}</legend>
            {accounts.map((account) => (
              <AccountLine key={account.id} account={account} />
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}

function AccountLine({ account }: { account: Account }) {
  const t = useT();
  const edit = useEdit();
  const stands = useFrameStands();
  const key = useDraft((draft) => variantsOf(draft).join(' '));
  const variants = key.split(' ').filter(Boolean) as Variant[];
  const chosenKey = useDraft((draft) =>
    draft.targets
      .filter(({ accountId }) => accountId === account.id)
      .map(({ variant }) => variant)
      .join(' '),
  );
  const chosen = chosenKey.split(' ').filter(Boolean) as Variant[];
  const on = chosen.length > 0;
  const first = variants.includes(account.variant) ? account.variant : (variants[0] ?? account.variant);
  const shown = [...new Set([...variants, ...chosen])];
  return (
    <div className="target">
      <label className="check target__check">
        <input
          type="checkbox"
          checked={on}
          disabled={stands}
          onChange={() =>
            edit(on ? removeAccount(account.id) : toggleTarget({ accountId: account.id, variant: first }))
          }
        />
        <span className="target__name">
          {account.displayName}
          <span className="target__handle">{account.handle}</span>
        </span>
      </label>
      {account.state !== 'connected' && (
        <p className="target__trouble">
          <Icon name="warning" />
          {account.reasonText ?? t('studio:composer.targets.reconnect')}
        </p>
      )}
      {on && (
        <div
          className="target__variants"
          role="group"
          aria-label={t('studio:composer.targets.variants', { handle: account.handle })}
        >
          {shown.map((variant) => (
            <button
              key={variant}
              type="button"
              className="chip chip--small"
              aria-pressed={chosen.includes(variant)}
              aria-disabled={stands}
              title={variantName(variant)}
              onClick={() => !stands && edit(toggleTarget({ accountId: account.id, variant }))}
            >
              {variant}
              <span className="visually-hidden">, {variantName(variant)}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
