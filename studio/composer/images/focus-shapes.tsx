import type { PostMedia } from '#/contract/index.ts';
import type { Focus } from '#/language/index.ts';
import { useT } from '../../words/index.ts';
import { useDraft, useHouse } from '../composer-context.tsx';
import type { NetworkFacts } from '../limits.ts';
import { partOf } from '../preview/part-of.ts';
import { layoutOf, sentOf, shapeOf, shownOf } from '../preview/shown.ts';

type FocusShapesProps = { media: PostMedia; at: Focus; index: number };

/** For each network that the post goes to: what of the picture is sent, and what of it readers see in the feed. */
export function FocusShapes({ media, at, index }: FocusShapesProps) {
  const t = useT();
  const { facts } = useHouse();
  const targets = useDraft((draft) => draft.targets);
  const count = useDraft((draft) => draft.images.length);
  const networks = facts.filter(({ accounts }) =>
    accounts.some(({ id }) => targets.some(({ accountId }) => accountId === id)),
  );
  return (
    <ul className="focus__shapes" role="list" aria-label={t('studio:focus.shapes')}>
      {networks.map((network) => {
        const cut = cutFor(network, { media, at, index }, count);
        return (
          <li key={network.network} data-network={network.network}>
            <span className="focus__cut" style={{ aspectRatio: cut.place }}>
              <img src={media.url} alt="" style={partOf(media, cut.seen)} />
            </span>
            <strong>{network.name}</strong>
            <span className="muted">{t(`studio:focus.${cut.says}`)}</span>
          </li>
        );
      })}
      {networks.length === 0 && <li className="muted">{t('studio:composer.preview.no-target')}</li>}
    </ul>
  );
}

function cutFor({ look, ratio }: NetworkFacts, { media, at, index }: FocusShapesProps, count: number) {
  const picture = { size: media, focus: at };
  const sent = sentOf(picture, ratio);
  const layout = count > 1 && look.media.several !== 'swipe' ? layoutOf(look.media.several, count) : null;
  const place = layout?.tiles[index]?.shape ?? shapeOf(sent, look.media.one);
  const seen = shownOf(picture, sent, place, look.media.focus);
  const isSentWhole = sent.width === media.width && sent.height === media.height;
  const isSeenWhole = seen.width === media.width && seen.height === media.height;
  const says = isSeenWhole
    ? 'whole'
    : !isSentWhole
      ? 'sent-cut'
      : look.media.focus
        ? 'seen-cut'
        : 'seen-middle';
  return { place, seen, says } as const;
}
