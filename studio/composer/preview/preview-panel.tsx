import { useDeferredValue, useState } from 'react';
import { Icon } from '../../shared/index.ts';
import { useInstitution } from '../../session/institution.ts';
import { useT } from '../../words/index.ts';
import { useDraft, useHouse, useReadersDraft, useSent } from '../composer-context.tsx';
import { useMedia } from '../images/use-media.ts';
import { commentFor, sentText, textFor } from '../limits.ts';
import { PreviewCard } from './preview-card.tsx';

/** How the post will look on one of its accounts, beside the writing. */
export function PreviewPanel() {
  const t = useT();
  const { facts } = useHouse();
  const { logoUrl } = useInstitution();
  const draft = useReadersDraft(useDeferredValue(useDraft((all) => all)));
  const media = useMedia(draft.images.map(({ mediaId }) => mediaId));
  const sent = useSent();
  const [chosen, setChosen] = useState('');
  const [theme, setTheme] = useState<'light' | 'dark' | undefined>();
  const targets = draft.targets.flatMap((target) => {
    const network = facts.find(({ accounts }) => accounts.some(({ id }) => id === target.accountId));
    const account = network?.accounts.find(({ id }) => id === target.accountId);
    return network && account
      ? [{ ...target, network, account, key: `${target.accountId} ${target.variant}` }]
      : [];
  });
  const shown = targets.find(({ key }) => key === chosen) ?? targets[0];
  return (
    <section className="panel" aria-labelledby="composer-preview">
      <h2 className="panel__title" id="composer-preview">
        <Icon name="eye" />
        {t('studio:composer.preview.title')}
      </h2>
      <div className="preview__choice">
        {targets.length > 1 && (
          <select
            className="input select"
            aria-label={t('studio:composer.preview.choose')}
            value={shown?.key}
            onChange={(event) => setChosen(event.target.value)}
          >
            {targets.map(({ key, network, account, variant }) => (
              <option key={key} value={key}>
                {network.name} · {account.handle} · {variant}
              </option>
            ))}
          </select>
        )}
        {shown && <ThemeButton theme={theme} onChange={setTheme} />}
      </div>
      {shown ? (
        <PreviewCard
          account={shown.account}
          facts={shown.network}
          variant={shown.variant}
          text={sentText(
            textFor(draft.texts, draft.overrides[shown.network.network], shown.variant),
            sent,
            shown,
          )}
          comment={sentText(commentFor(draft.overrides, shown.variant), sent, shown)}
          sent={sent}
          images={draft.images}
          media={media}
          logoUrl={logoUrl}
          theme={theme}
        />
      ) : (
        <p className="panel__note">{t('studio:composer.preview.no-target')}</p>
      )}
    </section>
  );
}

type Theme = 'light' | 'dark';

/** Half of the readers have a dark screen; a mark on a transparent ground may not be seen there. */
function ThemeButton({ theme, onChange }: { theme: Theme | undefined; onChange: (theme: Theme) => void }) {
  const t = useT();
  const now = theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = now === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button button--quiet button--icon"
      aria-label={t(`studio:composer.preview.${next}`)}
      onClick={() => onChange(next)}
    >
      <Icon name={next === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
}
