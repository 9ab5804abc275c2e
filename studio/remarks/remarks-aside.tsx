import { useEffect, useRef, useState } from 'react';
import type { Post } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { Dialog, Icon } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { RemarksPanel } from './remarks-panel.tsx';
import { useShownThread } from './shown-thread.ts';
import { useSelected } from './use-selected.ts';

/** Remarks beside the text where there is room, and as a sheet over it where there is not. */
export function RemarksAside({ post }: { post: Post }) {
  const t = useT();
  const selected = useSelected();
  const [open, setOpen] = useState(false);
  const aside = useRef<HTMLDivElement>(null);
  const shown = useShownThread();
  useEffect(() => {
    if (shown !== null && aside.current?.getClientRects().length === 0) setOpen(true);
  }, [shown]);
  const { data } = useRead('listRemarks', { params: { postId: post.id } });
  const count = data?.items.filter(({ resolved }) => !resolved).length ?? 0;
  const title = t('review:remark.title', { count });
  return (
    <>
      <div className="remarks-aside" ref={aside}>
        <RemarksPanel post={post} selected={selected} />
      </div>
      <button type="button" className="button remarks-sheet" onClick={() => setOpen(true)}>
        <Icon name="dialogue" />
        {title}
      </button>
      <Dialog title={t('review:remark.sheet')} size="side" isOpen={open} onClose={() => setOpen(false)}>
        <RemarksPanel post={post} selected={selected} onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
