import { FIRST_COMMENT } from '#/language/checks/index.ts';
import { isVariant, variantName } from '#/language/index.ts';
import { useT } from '../words/index.ts';
import { useDraft, useHouse } from './composer-context.tsx';

/** The name of a field by its path in a merge: `texts/bs` is "Tekst, bosanski". */
export function useFieldName(): (path: string) => string {
  const t = useT();
  const { facts } = useHouse();
  const images = useDraft((draft) => draft.images);
  return (path) => {
    const [kind = '', key = '', last = ''] = path.split('/');
    const variant = [key, last].find(isVariant);
    const named = variant ? variantName(variant) : '';
    if (kind === 'texts') return t('studio:composer.field.text', { variant: named });
    if (kind === 'overrides' && key === FIRST_COMMENT)
      return t('studio:composer.field.comment', { variant: named });
    if (kind === 'overrides') {
      const network = facts.find((one) => one.network === key)?.name ?? key;
      return t('studio:composer.field.own', { network, variant: named });
    }
    if (kind === 'alt') {
      const number = images.findIndex(({ mediaId }) => mediaId === key) + 1;
      return t('studio:composer.field.alt', { number, variant: named });
    }
    return t(`studio:composer.field.${kind}`);
  };
}
