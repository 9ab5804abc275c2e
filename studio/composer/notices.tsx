import { Icon, Time } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { useComposer, useComposerState } from './composer-context.tsx';
import { useFieldName } from './field-name.ts';
import { signerOf } from './signer.ts';

/** What a person should know before going on: restored words, a colleague's changes, a broken seal, a reason. */
export function Notices() {
  return (
    <div className="composer__notices">
      <Recovered />
      <MergedFrom />
      <BrokenSeal />
      <SentBack />
    </div>
  );
}

function Recovered() {
  const t = useT();
  const composer = useComposer();
  const recovered = useComposerState((state) => state.recovered);
  if (!recovered) return null;
  return (
    <div className="banner banner--success" role="status">
      <Icon name="history" />
      <div className="banner__body">
        <p>
          {t('studio:composer.recovered.text')} <Time at={new Date(recovered.at).toISOString()} />
        </p>
        <div className="banner__actions">
          <button
            type="button"
            className="button button--small"
            onClick={() => composer.dismiss('recovered')}
          >
            {t('studio:composer.recovered.keep')}
          </button>
          <button
            type="button"
            className="button button--small button--quiet"
            onClick={() => composer.discardRecovered()}
          >
            {t('studio:composer.recovered.discard')}
          </button>
        </div>
      </div>
    </div>
  );
}

function MergedFrom() {
  const t = useT();
  const composer = useComposer();
  const nameOf = useFieldName();
  const merged = useComposerState((state) => state.mergedFrom);
  if (!merged) return null;
  const { post, paths } = merged;
  return (
    <div className="banner" role="status">
      <Icon name="people" />
      <div className="banner__body">
        <p>
          {t('studio:composer.merged', {
            person: post.lastSavedBy?.name ?? t('studio:composer.somebody'),
            fields: paths.map(nameOf).join(', '),
          })}
        </p>
        <div className="banner__actions">
          <button
            type="button"
            className="button button--small"
            onClick={() => composer.dismiss('mergedFrom')}
          >
            {t('studio:composer.understood')}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The seal that broke last, while no newer one holds. */
function BrokenSeal() {
  const t = useT();
  const approvals = useComposerState((state) => state.post?.approvals);
  const state = useComposerState(({ post }) => post?.state);
  const last = approvals?.toSorted((a, b) => b.at.localeCompare(a.at))[0];
  if (!last?.broken || state === 'withdrawn' || state === 'sent-back') return null;
  return (
    <div className="banner banner--warning">
      <Icon name="seal" />
      <div className="banner__body">
        <p className="banner__title">{t('studio:composer.seal.broken')}</p>
        <p>
          {t('studio:composer.seal.broken-by', {
            person: last.broken.by?.name ?? t('studio:composer.somebody'),
            version: last.broken.version,
            approver: signerOf(last, t),
            approved: last.version,
          })}{' '}
          <Time at={last.broken.at} />
        </p>
      </div>
    </div>
  );
}

function SentBack() {
  const remarks = useComposerState((state) => state.post?.remarks);
  const state = useComposerState(({ post }) => post?.state);
  const t = useT();
  if (state !== 'sent-back' && state !== 'withdrawn') return null;
  const last = remarks?.filter(({ kind }) => kind === state).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  if (!last) return null;
  return (
    <div className="banner banner--warning">
      <Icon name="undo" />
      <div className="banner__body">
        <p className="banner__title">
          {t(`studio:composer.remark.${last.kind}`, {
            person: last.by?.name ?? t('studio:composer.somebody'),
          })}{' '}
          <Time at={last.at} />
        </p>
        <p className="composer__remark">{last.text}</p>
      </div>
    </div>
  );
}
