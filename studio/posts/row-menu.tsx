import { lazy, Suspense, useState } from 'react';
import type { PostSummary } from '#/contract/index.ts';
import { Icon, Menu, MenuItem } from '../shared/index.ts';
import { patiently } from '../shared/later.ts';
import { useT, withWords } from '../words/index.ts';

const CopyDialog = lazy(
  patiently(withWords(['studio/tools', 'studio/composer'], () => import('../copies/copy-dialog.tsx'))),
);

/** What can be made of a post from the list. */
export function RowMenu({ post }: { post: PostSummary }) {
  const t = useT();
  const [copying, setCopying] = useState(false);
  const name = post.title || post.excerpt || t('studio:post.untitled');
  return (
    <>
      <Menu
        className="button button--quiet button--small button--icon"
        trigger={<Icon name="more" />}
        label={t('studio:posts.menu', { title: name })}
      >
        <MenuItem onAction={() => setCopying(true)}>
          <Icon name="copy" />
          {t('studio:post.copy')}
        </MenuItem>
      </Menu>
      <Suspense>
        {copying && (
          <CopyDialog post={{ id: post.id, name, targets: post.targets }} onClose={() => setCopying(false)} />
        )}
      </Suspense>
    </>
  );
}
