import type { GlossaryEntry } from '#/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';

/**
 * Puts a decision into the institution's glossary, so that no post asks about that word again; from an editor it is a
 * proposal, and the word is asked about until somebody has accepted it.
 */
export function useTeach() {
  const t = useT();
  return useAct('teachWord', {
    changes: ['getInstitution', 'listGlossary'],
    onSuccess: ({ state }) =>
      toast({
        text: t(state === 'proposed' ? 'studio:composer.flags.proposed' : 'studio:composer.flags.taught'),
      }),
  });
}

export const taught = (entry: GlossaryEntry) => ({ body: { entry, note: '' } });
