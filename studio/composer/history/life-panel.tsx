import type { Post } from '#/contract/index.ts';
import { Icon, Time, stateIcon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposerState } from '../composer-context.tsx';
import { OriginLine } from './origin-line.tsx';
import { RepeatsPart } from './repeats-part.tsx';
import { lifeOf, type LifeStep } from './life.ts';

/** The post's life so far, and what comes next. */
export function LifePanel() {
  const t = useT();
  const post = useComposerState((state) => state.post);
  return (
    <section className="panel" aria-labelledby="composer-life">
      <h2 className="panel__title" id="composer-life">
        <Icon name="history" />
        {t('studio:composer.life.title')}
      </h2>
      {post?.origin && <OriginLine origin={post.origin} />}
      {post && <RepeatsPart postId={post.id} />}
      <Steps post={post} />
    </section>
  );
}

function Steps({ post }: { post: Post | null }) {
  return (
    <ol className="timeline timeline--small" role="list">
      {lifeOf(post).map((step) => (
        <Step key={step.state} step={step} />
      ))}
    </ol>
  );
}

function Step({ step: { state, phase, by: person, onBehalfOf, at } }: { step: LifeStep }) {
  const t = useT();
  const by =
    person && onBehalfOf ? t('studio:composer.signer-for', { person, principal: onBehalfOf }) : person;
  return (
    <li
      className={`timeline__step timeline__step--${phase}`}
      aria-current={phase === 'now' ? 'step' : undefined}
    >
      <span className="timeline__mark">
        <Icon name={phase === 'done' ? 'check' : stateIcon(state)} />
      </span>
      <div>
        <p className="timeline__title">{t(`studio:state.${state}`)}</p>
        {(by || at) && (
          <p className="timeline__meta">
            {by}
            {by && at && ' · '}
            {at && <Time at={at} />}
          </p>
        )}
      </div>
    </li>
  );
}
