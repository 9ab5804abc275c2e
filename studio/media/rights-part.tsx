import { useState, type ReactNode } from 'react';
import { LICENCES, type Media, type MediaRights } from '#/contract/index.ts';
import { formatDate } from '#/language/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { Overtaken } from '../shared/overtaken.tsx';
import { useEdited } from '../shared/use-edited.ts';
import { usePermission } from '../session/institution.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { toast } from '../shared/toast.ts';
import { useT, useVariant } from '../words/index.ts';

type RightsPartProps = { media: Media; onChange: (media: Media) => void };

/** By what right a picture is shown, what it is found by, and what looks like it. */
export function RightsPart({ media, onChange }: RightsPartProps) {
  const t = useT();
  const mayEdit = usePermission('media.upload');
  const variant = useVariant();
  const [editing, setEditing] = useState(false);
  const dayOf = (day: string) => formatDate(Temporal.PlainDate.from(day), variant);
  const { licence, author, source, until, shows, consent, consentUntil } = media.rights;
  return (
    <section className="stack media-uses__section" aria-labelledby="media-rights">
      <h3 className="media-uses__heading" id="media-rights">
        {t('studio:rights.title')}
      </h3>
      <dl className="media-rights">
        <Line label={t('studio:rights.licence')}>
          {[t(`studio:rights.licences.${licence}`), author, source].filter(Boolean).join(' · ')}
        </Line>
        {until && <Line label={t('studio:rights.until')}>{dayOf(until)}</Line>}
        {shows && <Line label={t('studio:rights.shows')}>{shows}</Line>}
        {consent !== 'none' && (
          <Line label={t('studio:rights.consent')}>{t(`studio:rights.consents.${consent}`)}</Line>
        )}
        {consent === 'given' && consentUntil && (
          <Line label={t('studio:rights.consent-until')}>{dayOf(consentUntil)}</Line>
        )}
        {media.tags.length > 0 && <Line label={t('studio:rights.tags')}>{media.tags.join(', ')}</Line>}
      </dl>
      <Alike media={media} onOpen={onChange} />
      {mayEdit && (
        <p>
          <button type="button" className="button button--quiet" onClick={() => setEditing(true)}>
            <Icon name="edit" />
            {t('studio:rights.edit')}
          </button>
        </p>
      )}
      {editing && <RightsForm media={media} onChange={onChange} onClose={() => setEditing(false)} />}
    </section>
  );
}

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function Alike({ media, onOpen }: { media: Media; onOpen: (media: Media) => void }) {
  const t = useT();
  const { data } = useRead('listAlikeMedia', { params: { mediaId: media.id } });
  if (!data || data.items.length === 0) return null;
  return (
    <div className="media-alike">
      <span>{t('studio:media.alike')}</span>
      {data.items.map((one) => (
        <button key={one.id} type="button" className="chip" onClick={() => onOpen(one)}>
          {one.fileName}
        </button>
      ))}
    </div>
  );
}

const draftOf = ({ rights, tags }: Media): MediaRights & { tags: string } => ({
  ...rights,
  tags: tags.join(', '),
});

function RightsForm({ media, onChange, onClose }: RightsPartProps & { onClose: () => void }) {
  const t = useT();
  const { draft, revision, change, meet, showsTheirs, swap } = useEdited(media, draftOf, draftOf(media));
  const { tags, ...rights } = draft;
  const act = useAct('describeMedia', {
    changes: ['listMedia', 'listMediaTags', 'getPost'],
    onError: meet,
    onSuccess: (changed) => {
      toast({ text: t('studio:rights.saved') });
      onChange(changed);
      onClose();
    },
  });
  const words = tags.split(',').flatMap((tag) => tag.trim() || []);
  return (
    <FormDialog
      title={t('studio:rights.title')}
      action={t('common:action.save')}
      isPending={act.isPending}
      problem={act.error}
      wayOut={<Overtaken problem={act.error} showsTheirs={showsTheirs} onSwap={swap} />}
      onSubmit={() =>
        act.mutate({
          params: { mediaId: media.id },
          body: { rights, tags: words },
          ifMatch: revision,
        })
      }
      onClose={onClose}
    >
      <SelectField
        label={t('studio:rights.licence')}
        value={rights.licence}
        onChange={(value) => change({ licence: LICENCES.find((it) => it === value) ?? 'unsaid' })}
        options={LICENCES.map((value) => ({ value, label: t(`studio:rights.licences.${value}`) }))}
      />
      <TextField
        label={t('studio:rights.author')}
        value={rights.author}
        onChange={(author) => change({ author })}
        maxLength={200}
        optional
      />
      <TextField
        label={t('studio:rights.source')}
        value={rights.source}
        onChange={(source) => change({ source })}
        maxLength={500}
        optional
      />
      <TextField
        label={t('studio:rights.until')}
        hint={t('studio:rights.until-hint')}
        type="date"
        short
        value={rights.until ?? ''}
        onChange={(until) => change({ until: until || null })}
        optional
      />
      <TextField
        label={t('studio:rights.shows')}
        value={rights.shows}
        onChange={(shows) => change({ shows })}
        maxLength={500}
        optional
      />
      <SelectField
        label={t('studio:rights.consent')}
        value={rights.consent}
        onChange={(value) => change({ consent: CONSENTS.find((it) => it === value) ?? 'none' })}
        options={CONSENTS.map((value) => ({ value, label: t(`studio:rights.consents.${value}`) }))}
      />
      {rights.consent === 'given' && (
        <TextField
          label={t('studio:rights.consent-until')}
          type="date"
          short
          value={rights.consentUntil ?? ''}
          onChange={(consentUntil) => change({ consentUntil: consentUntil || null })}
          optional
        />
      )}
      <TextField
        label={t('studio:rights.tags')}
        hint={t('studio:rights.tags-hint')}
        value={tags}
        onChange={(typed) => change({ tags: typed })}
        maxLength={800}
        optional
      />
    </FormDialog>
  );
}

const CONSENTS = ['none', 'given', 'withdrawn'] as const;
