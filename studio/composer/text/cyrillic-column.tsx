import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { Flag, Transliteration } from '#/language/index.ts';
import { Icon } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { fieldId, useDraft, useEdit, useHouse, useReadOnly } from '../composer-context.tsx';
import { toCyrillic } from '../cyrillic.ts';
import { unlinkCyrillic } from '../edits.ts';
import { ColumnHead } from './column-head.tsx';
import { FlagList } from './flag-list.tsx';
import { NetworkLines } from './network-lines.tsx';

/** Cyrillic made from the Latin text while it is typed; words that a person should see are marked and listed. */
export const CyrillicColumn = memo(function CyrillicColumn() {
  const t = useT();
  const edit = useEdit();
  const { glossary } = useHouse();
  const readOnly = useReadOnly();
  const latin = useDeferredValue(useDraft((draft) => draft.texts['sr-Latn'] ?? ''));
  const made = useMemo(() => toCyrillic(latin, glossary), [latin, glossary]);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const flags = useMemo(() => firstOfEach(made.flags, seen), [made, seen]);
  const id = fieldId('/content/texts/sr-Cyrl');
  return (
    <section className="variant variant--made" aria-labelledby={`${id}-name`}>
      <ColumnHead variant="sr-Cyrl" nameId={`${id}-name`} />
      <div id={id} className="variant__made" lang="sr-Cyrl" tabIndex={-1}>
        {made.text === '' ? (
          <span className="muted">{t('studio:composer.cyrillic.empty')}</span>
        ) : (
          <Marked made={made} seen={seen} />
        )}
      </div>
      <p className="variant__note">
        <Icon name="script-switch" />
        {t('studio:composer.cyrillic.made')}
      </p>
      <FlagList flags={flags} made={made.text} onSeen={(word) => setSeen(new Set([...seen, word]))} />
      <NetworkLines variant="sr-Cyrl" common={made.text} made />
      {!readOnly && (
        <button
          type="button"
          className="button button--quiet button--small variant__copy"
          onClick={() => edit(unlinkCyrillic((text) => toCyrillic(text, glossary).text))}
        >
          <Icon name="edit" />
          {t('studio:composer.cyrillic.unlink')}
        </button>
      )}
    </section>
  );
});

/** Each word is asked about once, wherever it stands. */
function firstOfEach(flags: readonly Flag[], seen: ReadonlySet<string>): Flag[] {
  const words = new Map<string, Flag>();
  for (const flag of flags) if (!seen.has(flag.word) && !words.has(flag.word)) words.set(flag.word, flag);
  return [...words.values()];
}

function Marked({ made, seen }: { made: Transliteration; seen: ReadonlySet<string> }) {
  const t = useT();
  const pieces: React.ReactNode[] = [];
  let last = 0;
  for (const flag of made.flags) {
    if (seen.has(flag.word)) continue;
    pieces.push(made.text.slice(last, flag.start));
    pieces.push(
      <mark key={flag.start} title={t(`common:script-flag.${flag.reason}`)}>
        {made.text.slice(flag.start, flag.end)}
      </mark>,
    );
    last = flag.end;
  }
  return (
    <>
      {pieces}
      {made.text.slice(last)}
    </>
  );
}
