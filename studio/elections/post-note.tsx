import { useState } from 'react';
import type { Post, PostElection } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import './elections.css';

/** What an election period asks of this post: a second person, a decision, an exception for a name. */
export default function PostNote({ post }: { post: Pick<Post, 'id' | 'election'> }) {
  const t = useT();
  const { election } = post;
  if (!election) return null;
  return (
    <section className="panel" aria-labelledby="post-election">
      <h2 className="panel__title" id="post-election">
        <Icon name="flag" />
        {t('studio:elections.post.title')}
      </h2>
      <p className="panel__note">
        {t('studio:elections.post.in', { periods: election.periods.map(({ name }) => name).join(', ') })}
      </p>
      <ul className="elections__rules">
        <li>{t(`studio:elections.post.second.${election.second}`)}</li>
        {election.hold && (
          <li>{t(`studio:elections.post.hold.${election.hold.letGo ? 'let-go' : election.hold.cause}`)}</li>
        )}
      </ul>
      {election.found.length > 0 && (
        <ul className="stack" role="list">
          {election.found.map((found) => (
            <FoundLine key={found.entryId} postId={post.id} found={found} />
          ))}
        </ul>
      )}
    </section>
  );
}

type FoundLineProps = { postId: string; found: PostElection['found'][number] };

function FoundLine({ postId, found }: FoundLineProps) {
  const t = useT();
  const mayExcept = usePermission('election.except');
  const [asking, setAsking] = useState(false);
  const make = useAct('makeElectionException', {
    onSuccess: () => {
      toast({ text: t('studio:elections.post.excepted') });
      setAsking(false);
    },
  });
  const end = useAct('endElectionException');
  const { exception } = found;
  return (
    <li>
      <p>
        <strong>{found.entry}</strong>
        {found.why && ` (${found.why})`}
        {exception &&
          `: ${t('studio:elections.post.exception', { by: exception.by, reason: exception.reason })}`}
      </p>
      {mayExcept && !exception && (
        <button type="button" className="button button--small" onClick={() => setAsking(true)}>
          {t('studio:elections.post.except')}
          <span className="visually-hidden">, {found.entry}</span>
        </button>
      )}
      {mayExcept && exception && (
        <button
          type="button"
          className="button button--small button--quiet"
          onClick={() => end.mutate({ params: { postId, exceptionId: exception.id } })}
        >
          {t('studio:elections.post.end-exception')}
          <span className="visually-hidden">, {found.entry}</span>
        </button>
      )}
      <ConfirmDialog
        title={t('studio:elections.post.except-title', { name: found.entry })}
        action={t('studio:elections.post.except')}
        isOpen={asking}
        isPending={make.isPending}
        problem={make.error}
        reasonLabel={t('studio:elections.post.reason')}
        onConfirm={(reason) => make.mutate({ params: { postId }, body: { entryId: found.entryId, reason } })}
        onClose={() => setAsking(false)}
      >
        <p>{t('studio:elections.post.except-text')}</p>
      </ConfirmDialog>
    </li>
  );
}
