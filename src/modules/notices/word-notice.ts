import {
  createTranslator,
  loadWords,
  type Translate,
  type Translator,
  type Variant,
} from '#/language/index.ts';
import type { NoticeRow } from './queries.ts';

/** The sentence of a notice in a reader's language. */
export function wordNotice(t: Translate, notice: Pick<NoticeRow, 'kind' | 'params'>): string {
  const { title, by, ...params } = notice.params;
  const text = t(`notices:kind.${notice.kind}.text`, {
    ...params,
    // A step of the way to a post is named in the reader's language.
    ...(params.deadline ? { step: t(`common:deadline.${params.deadline}`) } : {}),
    title: title || t('notices:untitled'),
  });
  return by ? t('notices:by', { text, by }) : text;
}

const translators = new Map<Variant, Promise<Translator>>();

/** The words of notices alone, for whoever writes to people without being asked. */
export function noticeWords(variant: Variant): Promise<Translator> {
  const known = translators.get(variant);
  if (known) return known;
  const made = loadWords(variant, ['notices', 'common']).then((words) => createTranslator(variant, words));
  translators.set(variant, made);
  return made;
}
