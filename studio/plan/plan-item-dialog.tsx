import type { Objective, PlanItem, PlanItemInput, Variant } from '#/contract/index.ts';
import { OFFICIAL_VARIANTS, variantName, VARIANTS } from '#/language/index.ts';
import { isProblem, useAct, useRead } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { toast } from '../shared/toast.ts';
import { VariantFields } from '../shared/variant-fields.tsx';
import { textFor, useT, useVariant } from '../words/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { useEdited } from '../shared/use-edited.ts';

type PlanItemDialogProps = {
  /** A new one where not given. */
  item?: PlanItem;
  objectives: Objective[];
  /** Not offered, but for the one that the item serves already. */
  archivedObjectives: Objective[];
  onClose: () => void;
};

const draftOf = ({ titles, objectiveId, campaignId, theme, dueOn, variants }: PlanItem): PlanItemInput => ({
  titles,
  objectiveId,
  campaignId,
  theme,
  dueOn,
  variants,
});

export function PlanItemDialog({ item, objectives, archivedObjectives, onClose }: PlanItemDialogProps) {
  const t = useT();
  const { draft, revision, change, meet, ...edited } = useEdited(item, draftOf, {
    titles: {},
    objectiveId: objectives[0]?.id ?? null,
    campaignId: null,
    theme: '',
    dueOn: '',
    variants: [...OFFICIAL_VARIANTS],
  });
  const onSuccess = () => {
    toast({ text: t(item ? 'common:status.saved' : 'studio:plan.item-added') });
    onClose();
  };
  const create = useAct('createPlanItem', { changes: ['listPlanItems'], onSuccess });
  const changes = ['listPlanItems', 'getPlanItem'] as const;
  const save = useAct('changePlanItem', { changes, onSuccess, onError: meet });
  const act = item ? save : create;
  const fault = (path: string) => (isProblem(act.error) ? act.error.faultAt(path) : undefined);
  const submit = () =>
    item
      ? save.mutate({ params: { planItemId: item.id }, body: draft, ifMatch: revision })
      : create.mutate({ body: draft });
  return (
    <EditDialog
      edited={edited}
      isThere={item !== undefined}
      titles={{ add: t('studio:plan.add-item'), edit: t('studio:plan.edit-item') }}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <VariantFields
        label={t('studio:plan.item')}
        value={draft.titles}
        onChange={(titles) => change({ titles })}
      />
      <div className="field-row">
        <TextField
          label={t('studio:plan.due')}
          type="date"
          value={draft.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          error={fault('/dueOn')}
          required
        />
        <TextField
          label={t('studio:plan.theme')}
          value={draft.theme}
          onChange={(theme) => change({ theme })}
          error={fault('/theme')}
          maxLength={80}
          optional
        />
      </div>
      <ObjectiveField
        objectives={[...objectives, ...archivedObjectives.filter(({ id }) => id === draft.objectiveId)]}
        value={draft.objectiveId}
        onChange={(objectiveId) => change({ objectiveId })}
      />
      <CampaignField value={draft.campaignId ?? null} onChange={(campaignId) => change({ campaignId })} />
      <VariantChoices variants={draft.variants} onChange={(variants) => change({ variants })} />
    </EditDialog>
  );
}

type ObjectiveFieldProps = {
  objectives: Objective[];
  value: string | null;
  onChange: (value: string | null) => void;
};

function ObjectiveField({ objectives, value, onChange }: ObjectiveFieldProps) {
  const t = useT();
  const variant = useVariant();
  return (
    <SelectField
      label={t('studio:plan.objective')}
      value={value ?? ''}
      onChange={(id) => onChange(id || null)}
      options={[
        { value: '', label: t('studio:plan.no-objective') },
        ...objectives.map(({ id, titles }) => ({ value: id, label: textFor(titles, variant) })),
      ]}
    />
  );
}

type CampaignFieldProps = { value: string | null; onChange: (value: string | null) => void };

function CampaignField({ value, onChange }: CampaignFieldProps) {
  const t = useT();
  const variant = useVariant();
  const offered = useRead('listCampaigns', { query: {} }).data?.items ?? [];
  const archived = useRead('listCampaigns', { query: { archived: 'yes' } }).data?.items ?? [];
  const campaigns = [...offered, ...archived.filter(({ id }) => id === value)];
  if (campaigns.length === 0) return null;
  return (
    <SelectField
      label={t('studio:campaign.one')}
      value={value ?? ''}
      onChange={(id) => onChange(id || null)}
      options={[
        { value: '', label: t('studio:campaign.no') },
        ...campaigns.map(({ id, names }) => ({ value: id, label: textFor(names, variant) })),
      ]}
    />
  );
}

type VariantChoicesProps = { variants: readonly Variant[]; onChange: (variants: Variant[]) => void };

function VariantChoices({ variants, onChange }: VariantChoicesProps) {
  const t = useT();
  const toggle = (one: Variant) =>
    onChange(VARIANTS.filter((each) => (each === one ? !variants.includes(one) : variants.includes(each))));
  return (
    <fieldset className="choices choices--inline">
      <legend className="choices__legend">{t('studio:plan.variants-asked')}</legend>
      {VARIANTS.map((one) => (
        <label key={one} className="check">
          <input type="checkbox" checked={variants.includes(one)} onChange={() => toggle(one)} />
          {variantName(one)}
        </label>
      ))}
    </fieldset>
  );
}
