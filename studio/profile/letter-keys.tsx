import { setLetterKeys, useLetterKeys } from '../shell/letter-keys.ts';
import { useT } from '../words/index.ts';

/** Keys that act by themselves disturb whoever speaks to the computer or presses by accident. */
export function LetterKeys() {
  const t = useT();
  const on = useLetterKeys();
  return (
    <section className="card stack stack--tight" aria-labelledby="letter-keys">
      <h2 id="letter-keys" className="card__title">
        {t('studio:shortcuts.title')}
      </h2>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={on}
          checked={on}
          onChange={(event) => setLetterKeys(event.target.checked)}
          aria-describedby="letter-keys-note"
        />
        <strong>{t('studio:shortcuts.switch')}</strong>
      </label>
      <p className="muted" id="letter-keys-note">
        {t('studio:shortcuts.switch-note')}
      </p>
    </section>
  );
}
