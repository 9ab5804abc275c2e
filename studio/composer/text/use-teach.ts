import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GlossaryEntry } from '#/contract/index.ts';
import { call, refresh } from '../../api/index.ts';
import { toast } from '../../shared/index.ts';
import { useInstitution } from '../../session/institution.ts';
import { useT } from '../../words/index.ts';
import { isChanged } from '../server.ts';

const TRIES = 3;

/** Adds a decision to the institution's glossary: no post asks about that word again. */
export function useTeach() {
  const t = useT();
  const { id: institutionId } = useInstitution();
  const client = useQueryClient();
  return useMutation<void, Error, GlossaryEntry>({
    mutationFn: async (entry) => {
      for (let attempt = 1; ; attempt += 1) {
        const { glossary, revision } = await call('getInstitution', { params: { institutionId } });
        const body = { glossary: [...glossary, entry] };
        try {
          await call('changeInstitution', { params: { institutionId }, body, ifMatch: revision });
          return;
        } catch (error) {
          // A colleague taught it another word at this moment: theirs is kept, ours comes after it.
          if (attempt === TRIES || !isChanged(error)) throw error;
        }
      }
    },
    onSuccess: async () => {
      toast({ text: t('studio:composer.flags.taught') });
      await refresh(client, institutionId, ['getInstitution']);
    },
  });
}
