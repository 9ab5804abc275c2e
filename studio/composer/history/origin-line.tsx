import { Link } from 'react-router';
import type { PostOrigin } from '#/contract/index.ts';
import { useMe } from '../../session/me.ts';
import { Icon } from '../../shared/index.ts';
import { textFor, useT, useVariant } from '../../words/index.ts';

/** What the post was made from, and the way there for whoever is of that institution. */
export function OriginLine({ origin }: { origin: PostOrigin }) {
  const t = useT();
  const variant = useVariant();
  const known = useMe().memberships.some(({ institution }) => institution.id === origin.institution.id);
  const name = origin.title === null ? textFor(origin.institution.names, variant) : origin.title;
  const shown = name || t('studio:post.untitled');
  return (
    <p className="panel__note">
      <Icon name="copy" /> {t(`studio:composer.origin.${origin.kind}`)}{' '}
      {known ? <Link to={`/${origin.institution.slug}/posts/${origin.postId}`}>{shown}</Link> : shown}
    </p>
  );
}
