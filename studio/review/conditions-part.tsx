import type { Post, ReviewCondition } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { Icon, ProblemNote, Time, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** What has to be done besides the post before it goes out; the author says when it is. */
export function ConditionsPart({ post }: { post: Post }) {
  const t = useT();
  const { conditions } = post.review;
  const holds = post.state === 'in-review' || post.state === 'approved' || post.review.outcome === 'approved';
  if (conditions.length === 0 || !holds) return null;
  return (
    <section className="panel conditions" aria-labelledby="conditions">
      <h2 className="panel__title" id="conditions">
        <Icon name="hourglass" />
        {t('review:condition.title')}
      </h2>
      <ul role="list" className="stack stack--tight">
        {conditions.map((condition) => (
          <Condition key={condition.id} post={post} condition={condition} />
        ))}
      </ul>
    </section>
  );
}

function Condition({ post, condition }: { post: Post; condition: ReviewCondition }) {
  const t = useT();
  const meet = useAct('meetCondition', { onSuccess: () => toast({ text: t('review:condition.done') }) });
  const params = { postId: post.id, conditionId: condition.id };
  return (
    <li>
      <p className="passage__said">{condition.text}</p>
      <p className="panel__note">
        {condition.by}, <Time at={condition.at} />
      </p>
      {condition.met ? (
        <p className="panel__note">
          <Icon name="check" /> {t('review:condition.met', { name: condition.met.by })},{' '}
          <Time at={condition.met.at} />
        </p>
      ) : (
        post.can.includes('meet-condition') && (
          <button
            type="button"
            className="button button--small"
            aria-busy={meet.isPending}
            onClick={() => !meet.isPending && meet.mutate({ params })}
          >
            <Icon name="check" />
            {t('review:condition.meet')}
          </button>
        )
      )}
      <ProblemNote problem={meet.error} />
    </li>
  );
}
