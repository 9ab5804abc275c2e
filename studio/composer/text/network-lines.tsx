import { memo, useState } from 'react';
import type { Variant } from '#/contract/index.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposer, useDraft, useEdit, useHouse, useReadOnly, useSent } from '../composer-context.tsx';
import { setOverride } from '../edits.ts';
import { countAgainst, longestSent, type NetworkFacts } from '../limits.ts';
import { Meter } from './meter.tsx';
import { OwnVersion } from './own-version.tsx';

/** Networks that this variant goes to; where nothing is chosen yet, all that the institution has. */
function useNetworksOf(variant: Variant): NetworkFacts[] {
  const { facts } = useHouse();
  const chosen = useDraft((draft) => {
    if (draft.targets.length === 0) return '*';
    const ids = draft.targets
      .filter((target) => target.variant === variant)
      .map(({ accountId }) => accountId);
    const networks = facts.filter(({ accounts }) => accounts.some(({ id }) => ids.includes(id)));
    return networks.map(({ network }) => network).join(' ');
  });
  const own = useDraft((draft) =>
    Object.keys(draft.overrides)
      .filter((network) => draft.overrides[network]?.[variant] !== undefined)
      .join(' '),
  );
  const names = new Set([...chosen.split(' '), ...own.split(' ')]);
  return facts.filter(({ network }) => names.has('*') || names.has(network));
}

export const NetworkLines = memo(function NetworkLines(props: {
  variant: Variant;
  common: string;
  made?: boolean;
}) {
  const networks = useNetworksOf(props.variant);
  if (networks.length === 0) return null;
  return (
    <ul className="network-lines" role="list">
      {networks.map((facts) => (
        <NetworkLine key={facts.network} facts={facts} {...props} />
      ))}
    </ul>
  );
});

type LineProps = { facts: NetworkFacts; variant: Variant; common: string; made?: boolean };

function NetworkLine({ facts, variant, common, made = false }: LineProps) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const readOnly = useReadOnly();
  const sent = useSent();
  const source = made ? 'sr-Latn' : variant;
  const own = useDraft((draft) => draft.overrides[facts.network]?.[source]);
  const [fresh, setFresh] = useState(false);
  const has = own !== undefined;
  const text = has && own.trim() && !made ? own : common;
  const counts = countAgainst(
    longestSent(text, sent, facts.accounts, variant),
    facts.limits,
    facts.threadMax,
  );
  const worst = counts[0];
  const begin = () => {
    setFresh(true);
    edit(setOverride(facts.network, variant, composer.getState().draft.texts[variant] ?? ''));
  };
  return (
    <li className="network-line">
      <div className="network-line__row">
        {worst && <Meter name={facts.name} count={worst} />}
        {!readOnly && !made && !has && (
          <button
            type="button"
            className="button button--quiet button--small"
            title={t('studio:composer.own.begin-note', { network: facts.name })}
            onClick={begin}
          >
            <Icon name="edit" />
            {t('studio:composer.own.begin')}
            <span className="visually-hidden">, {facts.name}</span>
          </button>
        )}
      </div>
      {worst?.standing === 'thread' && (
        <p className="variant__note">
          {t('studio:composer.thread', { count: Math.ceil(worst.count / worst.max) })}
        </p>
      )}
      {has && !made && (
        <OwnVersion facts={facts} variant={variant} common={common} own={own} takesFocus={fresh} />
      )}
    </li>
  );
}
