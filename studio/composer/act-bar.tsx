import { lazy, Suspense, useState } from 'react';
import type { Post } from '#/contract/index.ts';
import type { CopiedPost } from '../copies/copy-dialog.tsx';
import {
  BottomBar,
  ConfirmDialog,
  Icon,
  Menu,
  MenuItem,
  ProblemNote,
  Skeleton,
  toast,
  type IconName,
} from '../shared/index.ts';
import { usePermission } from '../session/institution.ts';
import { patiently } from '../shared/later.ts';
import { useT, withWords } from '../words/index.ts';
import { useComposer, useComposerState, useGoTo, useReadOnly } from './composer-context.tsx';
import { useCheckList } from './review/checks-context.tsx';
import type { AnyCheck } from './review/use-checks.ts';
import { useSentence } from './review/checks-panel.tsx';
import { SaveRefusal, SaveStatus } from './save-status.tsx';
import { usePostAct, useCan, WITH_REASON, type ActName } from './use-acts.ts';

const SealedPreviews = lazy(patiently(() => import('./preview/sealed-previews.tsx')));
const CopyDialog = lazy(patiently(withWords(['studio/tools'], () => import('../copies/copy-dialog.tsx'))));
const RepeatDialog = lazy(
  patiently(withWords(['studio/tools'], () => import('../copies/repeat-dialog.tsx'))),
);
const SaveTemplateDialog = lazy(
  patiently(withWords(['studio/tools'], () => import('../templates/save-template-dialog.tsx'))),
);

/** Acts that set a seal: the dialog shows once more what goes out. */
const SEALS: ReadonlySet<ActName> = new Set<ActName>(['approve', 'approve-with-condition']);

const icons: Record<ActName, IconName> = {
  submit: 'send',
  approve: 'seal',
  'pass-on': 'arrow-right',
  'approve-with-condition': 'seal',
  hasten: 'clock-alert',
  'send-back': 'undo',
  schedule: 'clock',
  recall: 'undo',
  unschedule: 'undo',
  withdraw: 'circle-minus',
  reopen: 'edit',
};

/** The next act for this person, in order of likelihood; the first is the primary one. */
const FORWARD: readonly ActName[] = ['approve', 'pass-on', 'submit', 'schedule', 'reopen'];
const BACK: readonly ActName[] = [
  'approve-with-condition',
  'send-back',
  'hasten',
  'recall',
  'unschedule',
  'withdraw',
];

/** So many acts have room beside each other on a telephone. */
const MOST_NAMED = 2;

/** Acts that ask for a post without a blocking check. */
const CHECKED: ReadonlySet<ActName | undefined> = new Set<ActName>(['submit', 'approve', 'pass-on']);

/** Always in sight: whether all is saved, what stands in the way, and what comes next. */
export function ActBar() {
  const t = useT();
  const checks = useCheckList();
  const can = useCan();
  const [asked, setAsked] = useState<ActName | null>(null);
  const [made, setMade] = useState<'copy' | 'repeat' | 'template' | null>(null);
  const source = useSource();
  const composer = useComposer();
  // Others are made of what is saved, so what stands on the screen is saved first.
  const make = async (what: 'copy' | 'repeat' | 'template') => {
    if (await composer.flush()) setMade(what);
    else toast({ text: t('studio:composer.not-saved-yet'), tone: 'warning' });
  };
  const blocking = checks.filter(({ blocks }) => blocks);
  const primary = FORWARD.find(can);
  const rest = [...FORWARD.filter((name) => name !== primary && can(name)), ...BACK.filter(can)];
  const sendBack = primary === 'approve' && rest.includes('send-back');
  const others = rest.filter((name) => !(sendBack && name === 'send-back'));
  // Where no act leads on, those that lead back are named: a bar with nothing but "…" says nothing.
  const named = primary || others.length > MOST_NAMED ? [] : others;
  const hidden = named.length > 0 ? [] : others;
  const saved = useComposerState(({ save }) => save.kind === 'saved');
  if (useReadOnly() && saved && !primary && others.length === 0 && !source) return null;
  return (
    <BottomBar className="act-bar">
      <SaveRefusal />
      <div className="act-bar__row">
        <SaveStatus />
        <Blocking blocking={blocking} primary={primary} />
        <div className="act-bar__acts">
          {(hidden.length > 0 || source) && (
            <Menu
              className="button button--quiet button--icon"
              trigger={<Icon name="more" />}
              label={t('studio:composer.more-acts')}
            >
              {hidden.map((name) => (
                <MenuItem key={name} danger={name === 'withdraw'} onAction={() => setAsked(name)}>
                  <Icon name={icons[name]} />
                  {t(`studio:composer.act.${name}`)}
                </MenuItem>
              ))}
              {source && (
                <MenuItem onAction={() => void make('copy')}>
                  <Icon name="copy" />
                  {t('studio:post.copy')}
                </MenuItem>
              )}
              {source && (
                <MenuItem onAction={() => void make('repeat')}>
                  <Icon name="retry" />
                  {t('studio:composer.repeat-act')}
                </MenuItem>
              )}
              {source && (
                <MenuItem onAction={() => void make('template')}>
                  <Icon name="posts" />
                  {t('studio:composer.save-as-template')}
                </MenuItem>
              )}
            </Menu>
          )}
          {named.map((name) => (
            <button key={name} type="button" className="button" onClick={() => setAsked(name)}>
              <Icon name={icons[name]} />
              {t(`studio:composer.act.${name}`)}
            </button>
          ))}
          {sendBack && (
            <button type="button" className="button" onClick={() => setAsked('send-back')}>
              <Icon name="undo" />
              {t('studio:composer.act.send-back')}
            </button>
          )}
          {primary && (
            <PrimaryAct name={primary} blocked={blocking.length > 0} onAsk={() => setAsked(primary)} />
          )}
        </div>
      </div>
      <Suspense>
        {made === 'copy' && source && (
          <CopyDialog post={copiedOf(source, t('studio:post.untitled'))} onClose={() => setMade(null)} />
        )}
        {made === 'repeat' && source && (
          <RepeatDialog
            post={{ ...copiedOf(source, t('studio:post.untitled')), dueAt: source.content.dueAt }}
            onClose={() => setMade(null)}
          />
        )}
        {made === 'template' && source && <SaveTemplateDialog post={source} onClose={() => setMade(null)} />}
      </Suspense>
      {asked && <ActDialog key={asked} name={asked} onClose={() => setAsked(null)} />}
    </BottomBar>
  );
}

/** The post to make others of, for whoever may write one; there is none before it is saved. */
function useSource(): Post | null {
  const mayWrite = usePermission('post.write');
  const post = useComposerState((state) => state.post);
  return mayWrite ? post : null;
}

const copiedOf = ({ id, title, content }: Post, untitled: string): CopiedPost => ({
  id,
  name: title || untitled,
  targets: content.targets,
});

function Blocking({ blocking, primary }: { blocking: readonly AnyCheck[]; primary: ActName | undefined }) {
  const t = useT();
  const goTo = useGoTo();
  const sentence = useSentence();
  const first = blocking[0];
  if (!first || !CHECKED.has(primary)) return null;
  return (
    <button type="button" className="act-bar__blocking" id="why-blocked" onClick={() => goTo(first.path)}>
      <Icon name="octagon" />
      <span>
        {sentence(first)}
        {blocking.length > 1 && <> {t('studio:composer.checks.and-more', { count: blocking.length - 1 })}</>}
      </span>
    </button>
  );
}

function PrimaryAct({ name, blocked, onAsk }: { name: ActName; blocked: boolean; onAsk: () => void }) {
  const t = useT();
  const { run, isPending, error } = usePostAct(name, () => {});
  const startsWithWriting = useComposerState(({ post }) => post?.review.path.steps[0]?.edits ?? false);
  const waits = blocked && CHECKED.has(name) && !(name === 'submit' && startsWithWriting);
  // Approving seals and schedules, so it says once what exactly it does.
  const press = () => (name === 'approve' ? onAsk() : void run(''));
  return (
    <>
      {error && (
        <div className="act-bar__problem">
          <ProblemNote problem={error} />
        </div>
      )}
      <button
        type="button"
        className="button button--primary"
        aria-disabled={waits || isPending}
        aria-busy={isPending}
        aria-describedby={waits ? 'why-blocked' : undefined}
        onClick={() => !waits && !isPending && press()}
      >
        <Icon name={icons[name]} />
        {t(`studio:composer.act.${name}`)}
      </button>
    </>
  );
}

function ActDialog({ name, onClose }: { name: ActName; onClose: () => void }) {
  const t = useT();
  const { run, isPending, error } = usePostAct(name, onClose);
  const published = useComposerState(
    ({ post }) => post?.state === 'published' || post?.state === 'publishing',
  );
  const what = name === 'withdraw' && published ? 'withdraw-published' : name;
  return (
    <ConfirmDialog
      title={t(`studio:composer.ask.${what}.title`)}
      action={t(`studio:composer.act.${name}`)}
      danger={name === 'withdraw'}
      size={SEALS.has(name) ? 'wide' : 'normal'}
      isOpen
      isPending={isPending}
      problem={error}
      {...(WITH_REASON.has(name) ? { reasonLabel: t(`studio:composer.ask.${name}.reason`) } : {})}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    >
      <p>{t(`studio:composer.ask.${what}.text`)}</p>
      {SEALS.has(name) && (
        <Suspense fallback={<Skeleton kind="cards" rows={1} />}>
          <SealedPreviews />
        </Suspense>
      )}
    </ConfirmDialog>
  );
}
