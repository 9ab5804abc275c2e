import { useQueryClient } from '@tanstack/react-query';
import { call, refresh } from '../api/index.ts';
import { useInstitution } from '../session/institution.ts';
import { toast, wordsOf } from '../shared/index.ts';
import { useT } from '../words/index.ts';

export type PlanThing = { kind: 'objective' | 'plan-item' | 'campaign'; id: string; title: string };

/** Archives and takes out again; the notice offers the way back. */
export function useArchive(): (thing: PlanThing, archived: boolean) => Promise<void> {
  const t = useT();
  const client = useQueryClient();
  const { id: institutionId } = useInstitution();
  const send = ({ kind, id }: PlanThing, archived: boolean) => {
    switch (kind) {
      case 'objective':
        return call(archived ? 'archiveObjective' : 'restoreObjective', {
          params: { institutionId, objectiveId: id },
        });
      case 'campaign':
        return call(archived ? 'archiveCampaign' : 'restoreCampaign', {
          params: { institutionId, campaignId: id },
        });
      default:
        return call(archived ? 'archivePlanItem' : 'restorePlanItem', {
          params: { institutionId, planItemId: id },
        });
    }
  };
  const put = async (thing: PlanThing, archived: boolean): Promise<boolean> => {
    try {
      await send(thing, archived);
    } catch (error) {
      const { cause, next } = wordsOf(error, t);
      toast({ text: `${cause} ${next}`, tone: 'danger' });
      return false;
    } finally {
      await refresh(client, institutionId, [
        'listObjectives',
        'listPlanItems',
        'getPlanItem',
        'listCampaigns',
      ]);
    }
    return true;
  };
  const say = ({ title }: PlanThing, archived: boolean) =>
    t(archived ? 'studio:plan.archived' : 'studio:plan.restored', { title });
  return async (thing, archived) => {
    if (!(await put(thing, archived))) return;
    const goBack = async () => {
      if (await put(thing, !archived)) toast({ text: say(thing, !archived) });
    };
    toast({ text: say(thing, archived), undo: () => void goBack() });
  };
}
