import { useState } from 'react';
import type { PostKind, Texts } from '#/contract/index.ts';
import { foldForSearch } from '#/language/index.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { VariantFields } from '../../shared/variant-fields.tsx';
import { useT } from '../../words/index.ts';

type KindDialogProps = {
  taken: readonly string[];
  onDone: (kind: PostKind) => void;
  onClose: () => void;
};

/** A kind of post of the institution's own, named in its variants. */
export function KindDialog({ taken, onDone, onClose }: KindDialogProps) {
  const t = useT();
  const [names, setNames] = useState<Texts>({});
  const first = Object.values(names).find((name) => name.trim() !== '');
  return (
    <FormDialog
      title={t('review:settings.add-kind')}
      action={t('review:settings.done')}
      isPending={false}
      problem={null}
      onSubmit={() => first && onDone({ key: keyOf(first, taken), names, pathId: null, archived: false })}
      onClose={onClose}
    >
      <VariantFields label={t('review:settings.kind-names')} value={names} onChange={setNames} />
    </FormDialog>
  );
}

/** A name for programs: the letters of the first name, and a number where it is taken. */
function keyOf(name: string, taken: readonly string[]): string {
  const plain = foldForSearch(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 36);
  const base = plain || 'kind';
  let key = base;
  for (let no = 2; taken.includes(key); no += 1) key = `${base}-${no}`;
  return key;
}
