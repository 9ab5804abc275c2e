import type { LinkChoice, LinkRule, Post } from '#/contract/index.ts';
import { allLinks } from '#/language/checks/links.ts';
import { isOnHosts } from '#/language/links/index.ts';
import { useAct, useRead } from '../../api/index.ts';
import { usePermission } from '../../session/institution.ts';
import { Icon, ProblemNote, toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposer, useComposerState, useDraft, useEdit, useFrameStands } from '../composer-context.tsx';
import { setLinks } from '../edits.ts';
import { SentLinks } from './sent-links.tsx';
import './links.css';

const AS_RULED: LinkChoice = { tag: true, shorten: true, plain: [] };

/** What becomes of the post's links when it goes out. For whoever approves: all of it in sight, and nothing to switch. */
export default function LinksPanel({ sealed = false }: { sealed?: boolean }) {
  const mayRead = usePermission('link.read');
  const { data: rule } = useRead('getLinkRule', {}, { enabled: mayRead, staleTime: 60_000 });
  const texts = useDraft((draft) => draft.texts);
  const overrides = useDraft((draft) => draft.overrides);
  const cyrillicFollows = useDraft((draft) => draft.cyrillicFollows);
  const has = useComposerState((state) => state.post?.content.links !== undefined);
  if (!rule || (!rule.tagging && !rule.shortening && !has)) return null;
  const own = allLinks({ texts, overrides, cyrillicFollows }).filter((link) => isOnHosts(link, rule.hosts));
  return own.length === 0 && !has ? null : <Panel rule={rule} own={own} sealed={sealed} />;
}

type PanelProps = { rule: LinkRule; own: readonly string[]; sealed: boolean };

function Panel({ rule, own, sealed }: PanelProps) {
  const t = useT();
  const post = useComposerState((state) => state.post);
  const out = post?.content.links?.out ?? [];
  return (
    <section className="panel" aria-labelledby="composer-links" id="at-content-links" tabIndex={-1}>
      <h2 className="panel__title" id="composer-links">
        <Icon name="link" />
        {t('studio:post-links.title')}
      </h2>
      {!sealed && <Choice rule={rule} own={own} />}
      <SentLinks out={out} open={sealed} />
      {sealed && out.length === 0 && <p className="panel__note">{t('studio:post-links.all-as-written')}</p>}
      {!sealed && post && <Overtaken post={post} />}
    </section>
  );
}

/** The rule of the institution, switched off for this post or for one link of it. */
function Choice({ rule, own }: { rule: LinkRule; own: readonly string[] }) {
  const t = useT();
  const edit = useEdit();
  const stands = useFrameStands();
  const choice = useDraft((draft) => draft.links) ?? AS_RULED;
  const set = (change: Partial<LinkChoice>) => edit(setLinks({ ...choice, ...change }));
  const { plain } = choice;
  return (
    <fieldset className="stack stack--tight" disabled={stands} aria-labelledby="composer-links">
      {rule.tagging && (
        <label className="check">
          <input
            type="checkbox"
            checked={choice.tag}
            onChange={(event) => set({ tag: event.target.checked })}
          />
          {t('studio:post-links.tag')}
        </label>
      )}
      {rule.shortening && (
        <label className="check">
          <input
            type="checkbox"
            checked={choice.shorten}
            onChange={(event) => set({ shorten: event.target.checked })}
          />
          {t('studio:post-links.shorten')}
        </label>
      )}
      {((rule.tagging && choice.tag) || (rule.shortening && choice.shorten)) &&
        own.map((link) => (
          <label key={link} className="check post-links__one">
            <input
              type="checkbox"
              checked={plain.includes(link)}
              onChange={(event) =>
                set({
                  plain: event.target.checked ? [...plain, link] : plain.filter((one) => one !== link),
                })
              }
            />
            <span>
              {t('studio:post-links.as-written')} <span className="post-links__address">{link}</span>
            </span>
          </label>
        ))}
    </fieldset>
  );
}

/** The rule was changed since the post was saved: a press takes the new one over. */
function Overtaken({ post }: { post: Post }) {
  const t = useT();
  const composer = useComposer();
  const mayWrite = usePermission('post.write');
  const renew = useAct('renewPostLinks', {
    onSuccess: (saved) => {
      composer.receive(saved);
      toast({ text: t('studio:post-links.renewed') });
    },
  });
  if (!mayWrite || !post.checks.some(({ code }) => code === 'post.links-overtaken')) return null;
  const run = async () => {
    if (!(await composer.flush())) return;
    const { post: saved } = composer.getState();
    if (saved) renew.mutate({ params: { postId: saved.id }, body: { version: saved.version } });
  };
  return (
    <div className="stack stack--tight">
      <p className="panel__note">{t('studio:post-links.overtaken')}</p>
      <div>
        <button
          type="button"
          className="button button--small"
          aria-busy={renew.isPending}
          onClick={() => !renew.isPending && void run()}
        >
          {t('studio:post-links.renew')}
        </button>
      </div>
      <ProblemNote problem={renew.error} />
    </div>
  );
}
