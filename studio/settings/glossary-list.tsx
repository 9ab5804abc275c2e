import { useState } from 'react';
import type { GlossaryItem, WordEntry } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { useAct } from '../api/index.ts';
import { useMe } from '../session/me.ts';
import { usePermission } from '../session/institution.ts';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { Icon } from '../shared/icon.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Time } from '../shared/time.tsx';
import { toast } from '../shared/toast.ts';
import { useT } from '../words/index.ts';
import { TERM_VARIANTS, wordOf } from './glossary-words.ts';

type Props = { item: GlossaryItem; onEdit: () => void };

/** One decision: its words, its rule, who taught it, and what may be done with it. */
export function GlossaryLine({ item, onEdit }: Props) {
  const t = useT();
  const word = wordOf(item.entry);
  const decides = usePermission('glossary.decide');
  const me = useMe();
  const touches = decides || (item.state === 'proposed' && item.proposedBy?.id === me.id);
  const [asking, setAsking] = useState<'decline' | 'remove' | null>(null);
  const accept = useAct('decideGlossaryEntry', {
    onSuccess: () => toast({ text: t('writing:glossary.saved') }),
  });
  const params = { entryId: item.id };
  return (
    <li className="card glossary__line">
      <div className="glossary__what">
        <p className="glossary__words">
          <EntryWords entry={item.entry} />
        </p>
        <p className="muted">
          {t(`writing:glossary.kind-${item.entry.kind}`)}
          {item.note && ` · ${item.note}`}
        </p>
        <Taught item={item} />
        <ProblemNote problem={accept.error} />
      </div>
      <div className="button-group glossary__acts">
        {item.state === 'proposed' && decides && (
          <>
            <button
              type="button"
              className="button button--small button--primary"
              aria-label={t('writing:glossary.accept-of', { word })}
              onClick={() => accept.mutate({ params, body: { accept: true } })}
            >
              {t('writing:glossary.accept')}
            </button>
            <button
              type="button"
              className="button button--small"
              aria-label={t('writing:glossary.decline-of', { word })}
              onClick={() => setAsking('decline')}
            >
              {t('writing:glossary.decline')}
            </button>
          </>
        )}
        {touches && (
          <>
            <button
              type="button"
              className="button button--small button--quiet button--icon"
              aria-label={t('writing:glossary.edit-of', { word })}
              onClick={onEdit}
            >
              <Icon name="edit" />
            </button>
            <button
              type="button"
              className="button button--small button--quiet button--icon button--danger"
              aria-label={t('writing:glossary.remove-of', { word })}
              onClick={() => setAsking('remove')}
            >
              <Icon name="trash" />
            </button>
          </>
        )}
      </div>
      {asking === 'decline' && <DeclineDialog item={item} onClose={() => setAsking(null)} />}
      {asking === 'remove' && <RemoveDialog item={item} onClose={() => setAsking(null)} />}
    </li>
  );
}

type AskProps = { item: GlossaryItem; onClose: () => void };

function DeclineDialog({ item, onClose }: AskProps) {
  const t = useT();
  const decline = useAct('decideGlossaryEntry', {
    onSuccess: () => {
      onClose();
      toast({ text: t('writing:glossary.declined') });
    },
  });
  return (
    <ConfirmDialog
      title={t('writing:glossary.decline-title', { word: wordOf(item.entry) })}
      action={t('writing:glossary.decline-act')}
      danger
      isOpen
      isPending={decline.isPending}
      problem={decline.error}
      onConfirm={() => decline.mutate({ params: { entryId: item.id }, body: { accept: false } })}
      onClose={onClose}
    >
      <p>
        {t('writing:glossary.decline-text', {
          who: item.proposedBy?.name ?? t('writing:glossary.taught-nobody'),
        })}
      </p>
    </ConfirmDialog>
  );
}

function RemoveDialog({ item, onClose }: AskProps) {
  const t = useT();
  const remove = useAct('removeGlossaryEntry', {
    onSuccess: () => {
      onClose();
      toast({ text: t('writing:glossary.removed') });
    },
  });
  return (
    <ConfirmDialog
      title={t('writing:glossary.remove-title', { word: wordOf(item.entry) })}
      action={t('writing:glossary.remove-act')}
      danger
      isOpen
      isPending={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate({ params: { entryId: item.id } })}
      onClose={onClose}
    >
      <p>{t(`writing:glossary.remove-${item.state === 'proposed' ? 'proposal' : 'text'}`)}</p>
    </ConfirmDialog>
  );
}

function Taught({ item }: { item: GlossaryItem }) {
  const t = useT();
  return (
    <p className="glossary__taught">
      <span className={item.state === 'proposed' ? 'badge badge--warning' : 'badge badge--success'}>
        <Icon name={item.state === 'proposed' ? 'clock' : 'circle-check'} />
        {t(`writing:glossary.${item.state}`)}
      </span>{' '}
      <span className="muted">
        {item.proposedBy
          ? t('writing:glossary.taught', { who: item.proposedBy.name })
          : t('writing:glossary.taught-nobody')}
        {item.decidedBy &&
          item.decidedBy.id !== item.proposedBy?.id &&
          `, ${t('writing:glossary.decided', { who: item.decidedBy.name })}`}
        {' · '}
        <Time at={item.decidedAt ?? item.proposedAt} />
      </span>
    </p>
  );
}

function EntryWords({ entry }: { entry: WordEntry }) {
  if (entry.kind === 'fixed')
    return (
      <>
        <span lang="sr-Latn">{entry.latin}</span> <Icon name="arrow-right" />{' '}
        <span lang="sr-Cyrl">{entry.cyrillic}</span>
      </>
    );
  if (entry.kind !== 'term') return <span lang="sr-Latn">{wordOf(entry)}</span>;
  return TERM_VARIANTS.filter((variant) => entry.texts[variant]).map((variant, at) => (
    <span key={variant}>
      {at > 0 && <span className="muted"> · </span>}
      <span lang={languageTag(variant)} title={variantName(variant)}>
        {entry.texts[variant]}
      </span>
    </span>
  ));
}
