import type { Post } from '#/contract/index.ts';
import { CopyButton, Icon, Time } from '../../shared/index.ts';
import { Help } from '../../shared/help.tsx';
import { useT } from '../../words/index.ts';
import { isSealed } from '../composer.ts';
import { signerOf } from '../signer.ts';

/** The seal of this version, short, and whether somebody stands behind it. */
export function SealLine({ post }: { post: Post }) {
  const t = useT();
  const approval = isSealed(post) ? post.approvals.find(({ broken }) => broken === null) : undefined;
  return (
    <p className="seal-line">
      <span className="proof" title={post.seal}>
        <Icon name="seal" />
        {post.seal.slice(0, 12)}
      </span>
      <span>
        {approval ? (
          <>
            {t('studio:composer.seal.approved-by', {
              person: signerOf(approval, t),
            })}{' '}
            <Time at={approval.at} />
          </>
        ) : (
          t('studio:composer.seal.would-be', { version: post.version })
        )}
      </span>
      <CopyButton text={post.seal} label={t('studio:composer.seal.copy')} />
      <Help topic="seal" />
    </p>
  );
}
