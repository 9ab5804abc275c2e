import { variantName } from '#/language/index.ts';
import { formatInstant, useT, useVariant, type T } from '../../words/index.ts';
import type { PostContent } from '#/contract/index.ts';
import type { Change } from '../changes.ts';
import { useHouse } from '../composer-context.tsx';
import { useMedia } from '../images/use-media.ts';
import { FIRST_COMMENT } from '../limits.ts';
import { DiffText } from '../text/diff-text.tsx';

type ChangeListProps = {
  changes: readonly Change[];
  /** Both versions, where pictures are to be shown as they stood. */
  before?: PostContent | undefined;
  after?: PostContent | undefined;
};

/** What differs between two versions: words, pictures, accounts, time. */
export function ChangeList({ changes, before, after }: ChangeListProps) {
  const t = useT();
  const titleOf = useChangeTitle();
  if (changes.length === 0) return <p className="muted">{t('studio:composer.diff.none')}</p>;
  return (
    <ul role="list" className="changes">
      {changes.map((change, index) => (
        <li key={index} className="changes__one">
          <p className="changes__title">{titleOf(change)}</p>
          {'pieces' in change && <DiffText pieces={change.pieces} variant={change.variant} />}
          {change.kind === 'links' && (
            <ul role="list" className="changes__links">
              {change.gone.map((url) => (
                <li key={url}>
                  <del>{url}</del>
                </li>
              ))}
              {change.come.map((url) => (
                <li key={url}>
                  <ins>{url}</ins>
                </li>
              ))}
            </ul>
          )}
          {(change.kind === 'image-added' || change.kind === 'image-removed') && (
            <Picture mediaId={change.mediaId} />
          )}
          {change.kind === 'alt' && <Picture mediaId={change.mediaId} />}
          {change.kind === 'images-reordered' && before && after && (
            <BeforeAndAfter before={before} after={after} />
          )}
        </li>
      ))}
      {before && after && picturesOf(before) !== picturesOf(after) && (
        <li className="changes__one">
          <p className="changes__title">{t('review:diff.pictures')}</p>
          <BeforeAndAfter before={before} after={after} />
        </li>
      )}
    </ul>
  );
}

const picturesOf = ({ images }: PostContent): string =>
  images
    .map(({ mediaId }) => mediaId)
    .toSorted()
    .join();

/** All pictures of both versions, in their order. */
function BeforeAndAfter({ before, after }: { before: PostContent; after: PostContent }) {
  const t = useT();
  return (
    <div className="clash__sides">
      {[
        { name: t('review:diff.before'), content: before },
        { name: t('review:diff.after'), content: after },
      ].map(({ name, content }) => (
        <div key={name}>
          <p className="muted">{name}</p>
          {content.images.length === 0 ? (
            <p className="muted">{t('review:diff.no-picture')}</p>
          ) : (
            <div className="cluster">
              {content.images.map(({ mediaId }) => (
                <Picture key={mediaId} mediaId={mediaId} />
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

function Picture({ mediaId }: { mediaId: string }) {
  const media = useMedia([mediaId]).get(mediaId);
  return media ? <img className="changes__picture" src={media.thumbnailUrl} alt={media.fileName} /> : null;
}

function useChangeTitle(): (change: Change) => string {
  const t = useT();
  const variant = useVariant();
  const { facts, timeZone } = useHouse();
  const accountName = (id: string) =>
    facts.flatMap(({ accounts }) => accounts).find((account) => account.id === id)?.handle ?? id;
  const moment = (at: string | null) =>
    at === null ? t('studio:composer.clash.nothing') : formatInstant(at, 'moment', variant, timeZone);
  return (change) => {
    if (change.kind === 'due')
      return t('studio:composer.diff.due', { before: moment(change.before), after: moment(change.after) });
    if (change.kind === 'target-added' || change.kind === 'target-removed')
      return t(`studio:composer.diff.${change.kind}`, {
        account: accountName(change.target.accountId),
        variant: variantName(change.target.variant),
      });
    return textTitle(change, t, (network) => facts.find((one) => one.network === network)?.name ?? network);
  };
}

function textTitle(change: Change, t: T, networkName: (network: string) => string): string {
  if (change.kind === 'text')
    return t('studio:composer.field.text', { variant: variantName(change.variant) });
  if (change.kind === 'override' && change.network === FIRST_COMMENT)
    return t('studio:composer.field.comment', { variant: variantName(change.variant) });
  if (change.kind === 'override')
    return t('studio:composer.field.own', {
      network: networkName(change.network),
      variant: variantName(change.variant),
    });
  if (change.kind === 'alt') return t('studio:composer.diff.alt', { variant: variantName(change.variant) });
  return t(`studio:composer.diff.${change.kind}`);
}
