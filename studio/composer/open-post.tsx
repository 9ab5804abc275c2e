import { lazy, Suspense, useCallback, useState, type ComponentType, type ReactNode } from 'react';
import type { Post, Variant } from '#/contract/index.ts';
import { useHere, useInstitution, usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { patiently } from '../shared/later.ts';
import { withWords } from '../words/index.ts';
import { Composer } from './composer.ts';
import { ComposerProvider, type House } from './composer-context.tsx';
import type { ComposerFrameProps, ViewName } from './composer-frame.tsx';
import { DraftStore } from './draft-store.ts';
import { firstDraft } from './first-draft.ts';
import { remember } from './images/use-media.ts';
import { KeptDrafts } from './kept-drafts.tsx';
import { composerServer } from './server.ts';
import { useAddressed, useFlushing, usePostInStep } from './use-desk.ts';
import { useGoToField } from './use-go-to-field.ts';

const TemplateMenu = lazy(
  patiently(withWords(['studio/tools'], () => import('../templates/template-menu.tsx'))),
);

const timers = {
  now: () => Date.now(),
  set: (callback: () => void, ms: number) => window.setTimeout(callback, ms),
  clear: (timer: unknown) => window.clearTimeout(timer as number),
};

function browserStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null; // closed by the browser's settings
  }
}

function useParts() {
  const { id, timeZone } = useInstitution();
  const me = useMe();
  const [parts] = useState(() => ({
    store: new DraftStore(browserStore(), me.id, id),
    server: composerServer(id),
    timers,
    timeZone,
  }));
  return parts;
}

/** What stands around an open post: the composer, or the page of whoever judges it. */
export type Frame = ComponentType<ComposerFrameProps>;

/** A post that the server knows. */
export function OpenPost({ post, house, frame }: { post: Post; house: House; frame: Frame }) {
  const parts = useParts();
  const [composer] = useState(() => {
    remember(post.media);
    return new Composer({ ...parts, newKey: post.id, first: { post } });
  });
  return <Desk composer={composer} house={house} frame={frame} />;
}

type NewPostProps = { house: House; frame: Frame; planItemId: string | null; due: string | null };

/** A post that nobody has yet. It gets its address with its first words, without the cursor leaving them. */
export function NewPost({ house, frame, planItemId, due }: NewPostProps) {
  const parts = useParts();
  const here = useHere();
  const [newKey] = useState(() => crypto.randomUUID());
  const [composer] = useState(() => {
    const draft = firstDraft(house, { planItemId, due });
    // Not a navigation: the router would mount the screen anew and take the cursor away.
    const created = (post: Post) =>
      window.history.replaceState(window.history.state, '', `/studio${here(`posts/${post.id}`)}`);
    return new Composer({ ...parts, newKey, first: { draft }, created });
  });
  return (
    <Desk composer={composer} house={house} frame={frame}>
      <Suspense fallback={<div className="menu-place" />}>
        <TemplateMenu />
      </Suspense>
      <KeptDrafts store={parts.store} ownKey={newKey} onTakeUp={(draft) => composer.edit(() => draft)} />
    </Desk>
  );
}

type DeskProps = { composer: Composer; house: House; frame: Frame; children?: ReactNode };

function Desk({ composer, house, frame: Frame, children }: DeskProps) {
  const mayWrite = usePermission('post.write');
  const [shown, setShown] = useState<Variant | null>(null);
  const [view, setView] = useAddressed<ViewName>('view');
  const showWriting = useCallback(() => setView('write'), [setView]);
  const goTo = useGoToField({ showVariant: setShown, showWriting });
  const post = usePostInStep(composer);
  useFlushing(composer);
  // A translator may not begin a post, and writes in one that is there.
  const readOnly = post ? !post.can.includes('save') : !mayWrite;
  return (
    <ComposerProvider composer={composer} house={house} readOnly={readOnly} goTo={goTo}>
      <Frame view={view} onView={setView} shownVariant={shown} onShowVariant={setShown}>
        {children}
      </Frame>
    </ComposerProvider>
  );
}
