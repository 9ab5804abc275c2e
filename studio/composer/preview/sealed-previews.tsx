import { useInstitution } from '../../session/institution.ts';
import { useT } from '../../words/index.ts';
import { useDraft, useHouse, useReadersDraft, useSent } from '../composer-context.tsx';
import { useMedia } from '../images/use-media.ts';
import { commentFor, sentText, textFor } from '../limits.ts';
import { PreviewCard } from './preview-card.tsx';

/** Everything that a seal says yes to, account by account, in a row to scroll through. */
export default function SealedPreviews() {
  const t = useT();
  const { facts } = useHouse();
  const { logoUrl } = useInstitution();
  const draft = useReadersDraft(useDraft((all) => all));
  const media = useMedia(draft.images.map(({ mediaId }) => mediaId));
  const sent = useSent();
  return (
    <ul
      className="preview__row"
      role="list"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
      tabIndex={0}
      aria-label={t('studio:composer.preview.all', { count: draft.targets.length })}
    >
      {draft.targets.flatMap(({ accountId, variant }) => {
        const network = facts.find(({ accounts }) => accounts.some(({ id }) => id === accountId));
        const account = network?.accounts.find(({ id }) => id === accountId);
        if (!network || !account) return [];
        return (
          <li key={`${accountId} ${variant}`}>
            <PreviewCard
              account={account}
              facts={network}
              variant={variant}
              text={sentText(textFor(draft.texts, draft.overrides[network.network], variant), sent, {
                accountId,
                variant,
              })}
              comment={sentText(commentFor(draft.overrides, variant), sent, { accountId, variant })}
              sent={sent}
              images={draft.images}
              media={media}
              logoUrl={logoUrl}
            />
          </li>
        );
      })}
    </ul>
  );
}
