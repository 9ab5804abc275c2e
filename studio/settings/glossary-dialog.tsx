import { useState } from 'react';
import type { GlossaryItem } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { KINDS, NOTHING, TERM_VARIANTS, entryOf, typedOf, wordOf, type Typed } from './glossary-words.ts';

/** One decision about a word: new, or changed. From an editor it is a proposal. */
export function GlossaryDialog({ item, onClose }: { item: GlossaryItem | null; onClose: () => void }) {
  const t = useT();
  const decides = usePermission('glossary.decide');
  const [typed, setTyped] = useState<Typed>(item ? typedOf(item) : NOTHING);
  const done = {
    onSuccess: ({ state }: GlossaryItem) => {
      toast({ text: t(state === 'proposed' ? 'writing:glossary.proposed-done' : 'writing:glossary.saved') });
      onClose();
    },
  };
  const teach = useAct('teachWord', done);
  const change = useAct('changeGlossaryEntry', done);
  const act = item ? change : teach;
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const body = { entry: entryOf(typed), note: typed.note };
  const title = item
    ? t('writing:glossary.edit-of', { word: wordOf(item.entry) })
    : t(decides ? 'writing:glossary.add' : 'writing:glossary.propose');
  return (
    <FormDialog
      title={title}
      action={item ? t('common:action.save') : title}
      isPending={act.isPending}
      problem={act.error}
      onSubmit={() => (item ? change.mutate({ params: { entryId: item.id }, body }) : teach.mutate({ body }))}
      onClose={onClose}
    >
      <SelectField
        label={t('writing:glossary.kind')}
        hint={t(`writing:glossary.hint-${typed.kind}`)}
        value={typed.kind}
        onChange={(kind) => set({ kind: KINDS.find((one) => one === kind) ?? 'lock' })}
        options={KINDS.map((kind) => ({ value: kind, label: t(`writing:glossary.kind-${kind}`) }))}
      />
      <Words typed={typed} set={set} />
      <TextField
        label={t('writing:glossary.word-note')}
        optional
        value={typed.note}
        onChange={(note) => set({ note })}
        maxLength={500}
      />
    </FormDialog>
  );
}

function Words({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  const t = useT();
  if (typed.kind === 'term')
    return TERM_VARIANTS.map((variant) => (
      <TextField
        key={variant}
        label={variantName(variant)}
        lang={languageTag(variant)}
        value={typed.texts[variant] ?? ''}
        onChange={(text) => set({ texts: { ...typed.texts, [variant]: text } })}
        maxLength={100}
      />
    ));
  return (
    <>
      <TextField
        label={t('writing:glossary.latin')}
        lang="sr-Latn"
        required
        value={typed.latin}
        onChange={(latin) => set({ latin })}
        maxLength={100}
      />
      {typed.kind === 'fixed' && (
        <TextField
          label={t('writing:glossary.cyrillic')}
          lang="sr-Cyrl"
          required
          value={typed.cyrillic}
          onChange={(cyrillic) => set({ cyrillic })}
          maxLength={100}
        />
      )}
    </>
  );
}
