import type { Campaign, CampaignInput } from '#/contract/index.ts';
import { isProblem, useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { toast } from '../shared/toast.ts';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT } from '../words/index.ts';
import { EditDialog } from './edit-dialog.tsx';
import { useEdited } from '../shared/use-edited.ts';

type CampaignDialogProps = { /** A new one where not given. */ campaign?: Campaign; onClose: () => void };

const draftOf = ({ names, startsOn, endsOn, colour }: Campaign): CampaignInput => ({
  names,
  startsOn,
  endsOn,
  colour,
});
const EMPTY: CampaignInput = { names: {}, startsOn: '', endsOn: '', colour: '#7a3b1d' };

export function CampaignDialog({ campaign, onClose }: CampaignDialogProps) {
  const t = useT();
  const { draft, revision, change, meet, ...edited } = useEdited(campaign, draftOf, EMPTY);
  const onSuccess = () => {
    toast({ text: t(campaign ? 'common:status.saved' : 'studio:campaign.added') });
    onClose();
  };
  const changes = ['listCampaigns'] as const;
  const create = useAct('createCampaign', { changes, onSuccess });
  const save = useAct('changeCampaign', { changes, onSuccess, onError: meet });
  const act = campaign ? save : create;
  const fault = (path: string) => (isProblem(act.error) ? act.error.faultAt(path) : undefined);
  const submit = () =>
    campaign
      ? save.mutate({ params: { campaignId: campaign.id }, body: draft, ifMatch: revision })
      : create.mutate({ body: draft });
  return (
    <EditDialog
      edited={edited}
      isThere={campaign !== undefined}
      titles={{ add: t('studio:campaign.add'), edit: t('studio:campaign.edit') }}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <VariantFields
        label={t('studio:campaign.name')}
        value={draft.names}
        onChange={(names) => change({ names })}
      />
      <div className="field-row">
        <TextField
          label={t('studio:campaign.from')}
          type="date"
          value={draft.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          error={fault('/startsOn')}
          required
        />
        <TextField
          label={t('studio:campaign.to')}
          type="date"
          value={draft.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={fault('/endsOn')}
          required
        />
        <TextField
          label={t('studio:campaign.colour')}
          type="color"
          value={draft.colour}
          onChange={(colour) => change({ colour })}
          error={fault('/colour')}
        />
      </div>
    </EditDialog>
  );
}
