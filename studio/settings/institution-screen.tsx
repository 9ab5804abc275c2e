import { useState } from 'react';
import type { InstitutionChange } from '#/contract/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { isProblem, useAct, useRead, type Result } from '../api/index.ts';
import { useHere, usePermission } from '../session/institution.ts';
import { meQuery } from '../session/me.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { toast } from '../shared/toast.ts';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';
import { ColourField } from './colour-field.tsx';
import { LateField } from './late-field.tsx';
import { LogoField } from './logo-field.tsx';
import { SaveBar } from './save-bar.tsx';

/** Who the institution is: names in all variants, colour, logo, contact. */
export function Component() {
  const t = useT();
  const { data, error, refetch } = useRead('getInstitution', {});
  return (
    <Page title={t('studio:settings.institution')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <InstitutionForm institution={data} />}
    </Page>
  );
}

type Institution = Result<'getInstitution'>;
type Draft = Required<Omit<InstitutionChange, 'glossary' | 'contact'>> & { contact: Institution['contact'] };

const draftOf = ({
  names,
  shortNames,
  descriptions,
  colour,
  logoMediaId,
  timeZone,
  contact,
  askLateAfterHours,
}: Institution): Draft => ({
  names,
  shortNames,
  descriptions,
  colour,
  logoMediaId,
  timeZone,
  contact,
  askLateAfterHours,
});

const zones = (current: string): string[] => {
  const european = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));
  return european.includes(current) ? european : [current, ...european];
};

function InstitutionForm({ institution }: { institution: Institution }) {
  const t = useT();
  const here = useHere();
  const client = useQueryClient();
  const mayChange = usePermission('institution.change');
  // What was read when the person began: somebody else's later change must not be overwritten unseen.
  const [base, setBase] = useState(institution);
  const [draft, setDraft] = useState(() => draftOf(institution));
  const save = useAct('changeInstitution', {
    onSuccess: async (saved) => {
      setBase(saved);
      setDraft(draftOf(saved));
      toast({ text: t('common:status.saved') });
      await client.invalidateQueries(meQuery);
    },
  });
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  const fault = (path: string) => (isProblem(save.error) ? save.error.faultAt(path) : undefined);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const contact = (field: keyof Draft['contact']) => ({
    label: t(`studio:institution.contact-${field}`),
    value: draft.contact[field] ?? '',
    onChange: (value: string) => set({ contact: { ...draft.contact, [field]: value } }),
    error: fault(`/contact/${field}`),
    optional: true,
  });
  return (
    <Form
      onSubmit={() => {
        save.mutate({ body: draft, ifMatch: base.revision });
      }}
    >
      <fieldset className="stack stack--loose" disabled={!mayChange}>
        {!mayChange && <p className="muted">{t('studio:settings.read-only')}</p>}
        <VariantFields
          label={t('studio:institution.names')}
          value={draft.names}
          onChange={(names) => set({ names })}
          faultOf={(one) => fault(`/names/${one}`)}
        />
        <VariantFields
          label={t('studio:institution.short-names')}
          value={draft.shortNames}
          onChange={(shortNames) => set({ shortNames })}
        />
        <VariantFields
          label={t('studio:institution.descriptions')}
          hint={t('studio:institution.descriptions-hint')}
          value={draft.descriptions}
          onChange={(descriptions) => set({ descriptions })}
          multiline
        />
        <ColourField value={draft.colour} onChange={(colour) => set({ colour })} error={fault('/colour')} />
        <LogoField
          mediaId={draft.logoMediaId}
          current={base}
          onChange={(logoMediaId) => set({ logoMediaId })}
        />
        <div className="stack">
          <h2>{t('studio:institution.contact')}</h2>
          <div className="field-row">
            <TextField {...contact('email')} type="email" />
            <TextField {...contact('phone')} type="tel" />
          </div>
          <div className="field-row">
            <TextField {...contact('web')} type="url" />
            <TextField {...contact('address')} />
          </div>
        </div>
        <SelectField
          label={t('studio:institution.time-zone')}
          hint={t('studio:institution.time-zone-hint')}
          value={draft.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          options={zones(draft.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <LateField
          value={draft.askLateAfterHours}
          onChange={(askLateAfterHours) => set({ askLateAfterHours })}
        />
        <p className="muted">
          {t('studio:institution.public-page')}{' '}
          <a href={`/i/${institution.slug}`}>{`${location.origin}/i/${institution.slug}`}</a>
        </p>
      </fieldset>
      {mayChange && (
        <SaveBar
          dirty={dirty}
          isPending={save.isPending}
          problem={save.error}
          onDiscard={() => {
            setBase(institution);
            setDraft(draftOf(institution));
            save.reset();
          }}
          key={here()}
        />
      )}
    </Form>
  );
}
