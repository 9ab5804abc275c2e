import { useState } from 'react';
import type { HashtagSet } from '#/contract/index.ts';
import { languageTag, variantName, VARIANTS, type Variant } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';

/** A set: its name, and its hashtags in each variant, with spaces between them. */
export function HashtagSetDialog({ set, onClose }: { set: HashtagSet | null; onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState(set?.name ?? '');
  const [typed, setTyped] = useState<Partial<Record<Variant, string>>>(() =>
    Object.fromEntries(
      Object.entries(set?.tags ?? {}).map(([variant, tags]) => [
        variant,
        tags.map((tag) => `#${tag}`).join(' '),
      ]),
    ),
  );
  const done = {
    changes: ['listHashtagSets'] as const,
    onSuccess: () => {
      toast({ text: t('studio:hashtags.saved') });
      onClose();
    },
  };
  const keep = useAct('keepHashtagSet', done);
  const change = useAct('changeHashtagSet', done);
  const act = set ? change : keep;
  const body = {
    name,
    tags: Object.fromEntries(
      VARIANTS.map((variant) => [variant, (typed[variant] ?? '').split(/[\s,;]+/).filter(Boolean)]),
    ),
  };
  return (
    <FormDialog
      title={set ? t('studio:hashtags.edit', { name: set.name }) : t('studio:hashtags.add')}
      action={t('common:action.save')}
      isPending={act.isPending}
      problem={act.error}
      onSubmit={() =>
        set
          ? change.mutate({ params: { setId: set.id }, body, ifMatch: set.revision })
          : keep.mutate({ body })
      }
      onClose={onClose}
    >
      <TextField label={t('studio:hashtags.name')} value={name} onChange={setName} required maxLength={80} />
      <p className="field__hint">{t('studio:hashtags.hint')}</p>
      {VARIANTS.map((variant) => (
        <TextField
          key={variant}
          label={variantName(variant)}
          lang={languageTag(variant)}
          optional
          spellCheck={false}
          value={typed[variant] ?? ''}
          onChange={(text) => setTyped({ ...typed, [variant]: text })}
        />
      ))}
    </FormDialog>
  );
}
