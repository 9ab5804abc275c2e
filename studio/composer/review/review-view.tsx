import { lazy, Suspense } from 'react';
import type { Variant } from '#/contract/index.ts';
import { variantName } from '#/language/index.ts';
import { AdvicePanel } from '../../advice/advice-panel.tsx';
import { DrawnRemarks } from '../../remarks/drawn-remarks.tsx';
import { Icon } from '../../shared/index.ts';
import { useInstitution } from '../../session/institution.ts';
import { patiently } from '../../shared/later.ts';
import { formatInstant, useT, useVariant, withWords } from '../../words/index.ts';
import { offsetName, toInstant } from '../../calendar/wall-time.ts';
import { useComposerState, useDraft, useHouse, useReadersDraft, useSent } from '../composer-context.tsx';
import { variantsOf, type Draft } from '../draft.ts';
import { useMedia } from '../images/use-media.ts';
import { commentFor, sentText, textFor } from '../limits.ts';
import { CitizensCard } from '../preview/citizens-card.tsx';
import { PreviewCard } from '../preview/preview-card.tsx';
import { ChangesSinceApproval } from './changes-since-approval.tsx';
import { SealLine } from './seal-line.tsx';

const LinksPanel = lazy(patiently(withWords(['studio/links'], () => import('../links/links-panel.tsx'))));

/** What an approval would say yes to: everything that goes out, where and when, and what changed since the last yes. */
export function ReviewView() {
  const t = useT();
  const draft = useReadersDraft(useDraft((all) => all));
  const post = useComposerState((state) => state.post);
  return (
    <div className="review">
      <WhenAndWhere draft={draft} />
      {post && <SealLine post={post} />}
      <Suspense fallback={null}>
        <LinksPanel sealed />
      </Suspense>
      {post && <ChangesSinceApproval post={post} />}
      {post && <AdvicePanel postId={post.id} />}
      {variantsOf(draft).map((variant) => (
        <VariantReview key={variant} draft={draft} variant={variant} postId={post?.id} />
      ))}
      {variantsOf(draft).length === 0 && <p className="muted">{t('studio:composer.preview.empty')}</p>}
    </div>
  );
}

function WhenAndWhere({ draft }: { draft: Draft }) {
  const t = useT();
  const variant = useVariant();
  const { timeZone, facts } = useHouse();
  const at = draft.due && toInstant(draft.due, timeZone);
  const accounts = facts.flatMap((network) =>
    network.accounts
      .map((account) => ({
        account,
        name: network.name,
        goes: draft.targets
          .filter(({ accountId }) => accountId === account.id)
          .map((target) => target.variant),
      }))
      .filter(({ goes }) => goes.length > 0),
  );
  return (
    <section className="review__summary" aria-label={t('studio:composer.review.summary')}>
      <p className="review__when">
        <Icon name="clock" />
        {at ? (
          <span>
            <strong>{formatInstant(at, 'moment-full', variant, timeZone)}</strong>{' '}
            <span className="muted">
              {timeZone}, {offsetName(at, timeZone)}
            </span>
          </span>
        ) : (
          <span>{t('studio:composer.review.no-time')}</span>
        )}
      </p>
      <ul role="list" className="review__where">
        {accounts.map(({ account, name, goes }) => (
          <li key={account.id}>
            <strong>{name}</strong> {account.handle} <span className="muted">({goes.join(', ')})</span>
          </li>
        ))}
        {accounts.length === 0 && <li>{t('studio:composer.preview.no-target')}</li>}
      </ul>
    </section>
  );
}

type VariantReviewProps = { draft: Draft; variant: Variant; postId: string | undefined };

function VariantReview({ draft, variant, postId }: VariantReviewProps) {
  const t = useT();
  const { facts } = useHouse();
  const { logoUrl } = useInstitution();
  const media = useMedia(draft.images.map(({ mediaId }) => mediaId));
  const sent = useSent();
  const goes = draft.targets.filter((target) => target.variant === variant);
  const cards = goes.flatMap(({ accountId }) => {
    const network = facts.find(({ accounts }) => accounts.some(({ id }) => id === accountId));
    const account = network?.accounts.find(({ id }) => id === accountId);
    if (!network || !account) return [];
    const written = textFor(draft.texts, draft.overrides[network.network], variant);
    return [{ network, account, text: sentText(written, sent, { accountId, variant }) }];
  });
  return (
    <section className="review__variant" aria-labelledby={`review-${variant}`}>
      <h2 className="composer__section-title" id={`review-${variant}`}>
        {variantName(variant)}
        {variant === 'sr-Cyrl' && draft.cyrillicFollows && (
          <span className="muted review__made"> · {t('studio:composer.cyrillic.made-short')}</span>
        )}
      </h2>
      <div className="review__cards">
        {cards.map(({ network, account, text }) => (
          <DrawnRemarks
            key={account.id}
            postId={postId}
            text={text}
            variant={variant}
            network={draft.overrides[network.network]?.[variant] === undefined ? null : network.network}
          >
            <PreviewCard
              account={account}
              facts={network}
              variant={variant}
              text={text}
              comment={sentText(commentFor(draft.overrides, variant), sent, {
                accountId: account.id,
                variant,
              })}
              sent={sent}
              images={draft.images}
              media={media}
              logoUrl={logoUrl}
              withAlt
            />
          </DrawnRemarks>
        ))}
        <DrawnRemarks postId={postId} text={draft.texts[variant] ?? ''} variant={variant} network={null}>
          <CitizensCard draft={draft} variant={variant} media={media} withImages={cards.length === 0} />
        </DrawnRemarks>
      </div>
    </section>
  );
}
