import { useState } from 'react';
import type { PostVersion, Remark } from '#/contract/index.ts';
import { useReadPages } from '../../api/index.ts';
import { Icon, ProblemNote, Skeleton, Time } from '../../shared/index.ts';
import { Help } from '../../shared/help.tsx';
import { useT } from '../../words/index.ts';
import { useComposerState } from '../composer-context.tsx';
import { groupSittings, type Sitting } from '../sittings.ts';
import { CompareVersions } from './compare-versions.tsx';

const NONE: readonly Remark[] = [];

/** Who wrote what and when, in sittings; any two versions side by side; and what people said. */
export function HistoryView() {
  const t = useT();
  const postId = useComposerState((state) => state.post?.id ?? '');
  const versions = useReadPages('listPostVersions', { params: { postId }, query: { limit: 100 } });
  const [pair, setPair] = useState<{ from: number; to: number } | null>(null);
  const sittings = groupSittings(versions.items);
  const newest = versions.items[0]?.no ?? 1;
  const shown = pair ?? { from: sittings[0] ? before(sittings[0]) : 1, to: newest };
  return (
    <div className="history">
      <section aria-labelledby="sittings">
        <div className="help-line">
          <h2 className="composer__section-title" id="sittings">
            {t('studio:composer.history.sittings')}
          </h2>
          <Help topic="version" />
        </div>
        <ProblemNote problem={versions.error} onRetry={() => void versions.refetch()} />
        {versions.isPending && <Skeleton />}
        <ol className="timeline" role="list">
          {sittings.map((sitting) => (
            <SittingLine
              key={sitting.newest.no}
              sitting={sitting}
              isShown={shown.to === sitting.newest.no}
              onShow={() => setPair({ from: before(sitting), to: sitting.newest.no })}
            />
          ))}
        </ol>
        {versions.hasNextPage && (
          <button
            type="button"
            className="button button--small"
            onClick={() => void versions.fetchNextPage()}
          >
            {t('studio:composer.review.load-older')}
          </button>
        )}
      </section>
      <CompareVersions versions={versions.items} {...shown} onChoose={setPair} />
      <Remarks />
    </div>
  );
}

const before = ({ oldest }: Sitting): number => Math.max(oldest.no - 1, 1);

type SittingLineProps = { sitting: Sitting; isShown: boolean; onShow: () => void };

function SittingLine({ sitting: { newest, oldest, versions }, isShown, onShow }: SittingLineProps) {
  const t = useT();
  return (
    <li className={isShown ? 'timeline__step timeline__step--now' : 'timeline__step'}>
      <span className="timeline__mark">
        <Icon name="edit" />
      </span>
      <div>
        <p className="timeline__title">{newest.savedBy?.name ?? t('studio:composer.somebody')}</p>
        <p className="timeline__meta">
          <Time at={newest.savedAt} /> · {versionNames(oldest, newest, t)} ·{' '}
          {t('studio:composer.history.saves', { count: versions })}
        </p>
        <button
          type="button"
          className="button button--small button--quiet"
          aria-pressed={isShown}
          onClick={onShow}
        >
          {t('studio:composer.history.what')}
        </button>
      </div>
    </li>
  );
}

function versionNames(oldest: PostVersion, newest: PostVersion, t: ReturnType<typeof useT>): string {
  if (oldest.no === newest.no) return t('studio:composer.history.version', { no: newest.no });
  return t('studio:composer.history.versions', { from: oldest.no, to: newest.no });
}

function Remarks() {
  const t = useT();
  const remarks = useComposerState((state) => state.post?.remarks ?? NONE);
  if (remarks.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 className="composer__section-title" id="remarks">
        {t('studio:composer.history.remarks')}
      </h2>
      <ul role="list" className="stack">
        {remarks.map((remark) => (
          <li key={remark.id} className="card">
            <p className="card__meta">
              {t(`studio:composer.remark.${remark.kind}`, {
                person: remark.by?.name ?? t('studio:composer.somebody'),
              })}{' '}
              · <Time at={remark.at} /> · {t('studio:composer.history.version', { no: remark.version })}
            </p>
            <p className="composer__remark">{remark.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
