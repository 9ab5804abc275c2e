import { useState } from 'react';
import type { PathStep, ReviewPath, ReviewSettings, ReviewSettingsInput } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { kindName } from '../review/kind-name.ts';
import { PathPicture } from '../review/path-picture.tsx';
import '../review/passage.css';
import { usePermission } from '../session/institution.ts';
import { SelectField } from '../shared/field.tsx';
import { BottomBar, Icon, Page, ProblemNote, Skeleton, toast } from '../shared/index.ts';
import { useT, useVariant } from '../words/index.ts';
import { KindDialog } from './review/kind-dialog.tsx';
import { OutsideApprovers } from './review/outside-approvers.tsx';
import { PathDialog } from './review/path-dialog.tsx';

type Colleague = { id: string; name: string };
type OwnPath = ReviewSettingsInput['paths'][number];

/** Who looks at which kind of post, in which order and by when. */
export function Component() {
  const t = useT();
  const settings = useRead('getReviewSettings', {});
  const colleagues = useRead('listColleagues', {}, { staleTime: 60_000 });
  const problem = settings.error ?? colleagues.error;
  return (
    <Page title={t('review:settings.title')} note={t('review:settings.note')}>
      <ProblemNote problem={problem} onRetry={() => void settings.refetch()} />
      {(!settings.data || !colleagues.data) && !problem && <Skeleton kind="cards" rows={3} />}
      {settings.data && colleagues.data && (
        <Editor key={settings.data.revision} settings={settings.data} colleagues={colleagues.data.items} />
      )}
    </Page>
  );
}

const inputOf = ({ kinds, paths, defaultPathId }: ReviewSettings): ReviewSettingsInput => ({
  kinds,
  paths,
  defaultPathId,
});

function Editor({ settings, colleagues }: { settings: ReviewSettings; colleagues: readonly Colleague[] }) {
  const t = useT();
  const mayChange = usePermission('review.configure');
  const [edited, setEdited] = useState(() => inputOf(settings));
  const save = useAct('changeReviewSettings', {
    onSuccess: () => toast({ text: t('review:settings.saved') }),
  });
  const isChanged = JSON.stringify(edited) !== JSON.stringify(inputOf(settings));
  const names = {
    people: new Map(colleagues.map(({ id, name }) => [id, name])),
    outside: new Map(settings.outside.map(({ id, name }) => [id, name])),
  };
  return (
    <div className="stack stack--loose">
      <Paths
        edited={edited}
        mayChange={mayChange}
        names={names}
        people={{ colleagues, outside: settings.outside }}
        onChange={(paths, defaultPathId) => setEdited({ ...edited, paths, defaultPathId })}
      />
      <Kinds edited={edited} mayChange={mayChange} onChange={setEdited} />
      <OutsideApprovers outside={settings.outside} />
      <section className="card" aria-labelledby="urgent-count">
        <h2 className="card__title" id="urgent-count">
          <Icon name="clock-alert" /> {t('review:settings.urgent')}
        </h2>
        <p>{t('review:settings.urgent-count', settings.urgent)}</p>
      </section>
      <ProblemNote problem={save.error} />
      {mayChange && isChanged && (
        <BottomBar className="act-bar">
          <div className="act-bar__row">
            <p className="muted">{t('review:settings.unsaved')}</p>
            <button
              type="button"
              className="button button--primary"
              aria-busy={save.isPending}
              onClick={() => !save.isPending && save.mutate({ body: edited, ifMatch: settings.revision })}
            >
              {t('review:settings.save')}
            </button>
          </div>
        </BottomBar>
      )}
    </div>
  );
}

type PathsProps = {
  edited: ReviewSettingsInput;
  mayChange: boolean;
  names: Parameters<typeof PathPicture>[0]['names'];
  people: { colleagues: readonly Colleague[]; outside: readonly Colleague[] };
  onChange: (paths: OwnPath[], defaultPathId: string | null) => void;
};

function Paths({ edited, mayChange, names, people, onChange }: PathsProps) {
  const t = useT();
  const [open, setOpen] = useState<OwnPath | null>(null);
  const { paths, defaultPathId } = edited;
  const put = (path: OwnPath) => {
    const known = paths.some(({ id }) => id === path.id);
    onChange(known ? paths.map((one) => (one.id === path.id ? path : one)) : [...paths, path], defaultPathId);
    setOpen(null);
  };
  const drop = (id: string) => {
    onChange(
      paths.filter((path) => path.id !== id),
      defaultPathId === id ? null : defaultPathId,
    );
    setOpen(null);
  };
  return (
    <section aria-labelledby="paths">
      <h2 id="paths">{t('review:settings.paths')}</h2>
      <div className="stack">
        <PathCard path={{ id: null, name: t('review:path.house'), steps: HOUSE }} names={names}>
          <p className="muted">{t('review:settings.house-text')}</p>
        </PathCard>
        {paths.map((path) => (
          <PathCard key={path.id} path={path} names={names}>
            {mayChange && (
              <button
                type="button"
                className="button button--small"
                aria-label={t('review:settings.edit-path', { name: path.name })}
                onClick={() => setOpen(path)}
              >
                <Icon name="edit" />
                {t('review:settings.edit')}
              </button>
            )}
          </PathCard>
        ))}
      </div>
      {mayChange && (
        <p className="after-list">
          <button
            type="button"
            className="button"
            onClick={() => setOpen({ id: crypto.randomUUID(), name: '', steps: HOUSE })}
          >
            <Icon name="plus" />
            {t('review:settings.add-path')}
          </button>
        </p>
      )}
      {open && (
        <PathDialog
          path={open}
          people={people}
          onDone={put}
          onRemove={paths.some(({ id }) => id === open.id) ? () => drop(open.id) : undefined}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

const HOUSE: PathStep[] = [
  {
    id: 'head',
    name: '',
    roles: ['head'],
    people: [],
    outside: [],
    deputies: [],
    need: 'any',
    edits: false,
    deadline: null,
  },
];

type PathCardProps = {
  path: ReviewPath;
  names: PathsProps['names'];
  children: React.ReactNode;
};

function PathCard({ path, names, children }: PathCardProps) {
  return (
    <article className="card path-wide" aria-label={path.name}>
      <div className="cluster cluster--apart">
        <h3 className="card__title">{path.name}</h3>
        {path.id !== null && children}
      </div>
      <PathPicture steps={path.steps} names={names} label={path.name} />
      {path.id === null && children}
    </article>
  );
}

type KindsProps = {
  edited: ReviewSettingsInput;
  mayChange: boolean;
  onChange: (edited: ReviewSettingsInput) => void;
};

function Kinds({ edited, mayChange, onChange }: KindsProps) {
  const t = useT();
  const variant = useVariant();
  const [adding, setAdding] = useState(false);
  const pathChoices = edited.paths.map(({ id, name }) => ({ value: id, label: name }));
  const known = new Set(edited.paths.map(({ id }) => id));
  const chosen = (id: string | null) => (id !== null && known.has(id) ? id : '');
  const kinds = edited.kinds.filter(({ archived }) => !archived);
  const setKinds = (kinds: ReviewSettingsInput['kinds']) => onChange({ ...edited, kinds });
  return (
    <section className="card" aria-labelledby="kinds">
      <h2 className="card__title" id="kinds">
        {t('review:settings.kinds')}
      </h2>
      <fieldset className="stack stack--tight plain-fieldset" disabled={!mayChange}>
        <SelectField
          label={t('review:settings.default')}
          value={chosen(edited.defaultPathId)}
          onChange={(value) => onChange({ ...edited, defaultPathId: value || null })}
          options={[{ value: '', label: t('review:path.house') }, ...pathChoices]}
        />
        {kinds.map((kind) => {
          const name = kindName(kind, variant, t);
          return (
            <div key={kind.key} className="kind-line">
              <SelectField
                label={t('review:settings.kind-path', { kind: name })}
                value={chosen(kind.pathId)}
                onChange={(value) =>
                  setKinds(
                    edited.kinds.map((one) =>
                      one.key === kind.key ? { ...one, pathId: value || null } : one,
                    ),
                  )
                }
                options={[{ value: '', label: t('review:settings.by-default') }, ...pathChoices]}
              />
              {mayChange && (
                <button
                  type="button"
                  className="button button--quiet button--icon"
                  aria-label={t('review:settings.remove-kind', { kind: name })}
                  onClick={() =>
                    setKinds(
                      edited.kinds.map((one) => (one.key === kind.key ? { ...one, archived: true } : one)),
                    )
                  }
                >
                  <Icon name="trash" />
                </button>
              )}
            </div>
          );
        })}
      </fieldset>
      {mayChange && (
        <button type="button" className="button button--small after-list" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t('review:settings.add-kind')}
        </button>
      )}
      {adding && (
        <KindDialog
          taken={edited.kinds.map(({ key }) => key)}
          onDone={(kind) => {
            setKinds([...edited.kinds, kind]);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
