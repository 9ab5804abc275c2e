import { textFor, useT, useVariant, type T } from '../words/index.ts';
import { useHouse, usePlanItem } from './composer-context.tsx';
import type { LinkChoice } from '#/contract/index.ts';
import type { Target } from './draft.ts';
import { useMedia } from './images/use-media.ts';

/** A field's value in words, for choosing between two of them. */
export function useFieldValue(): (path: string, value: unknown) => string {
  const t = useT();
  const variant = useVariant();
  const { facts, planItems } = useHouse();
  const own = usePlanItem();
  const media = useMedia([]);
  const none = t('studio:composer.clash.nothing');
  const targetName = ({ accountId, variant: goes }: Target) => {
    const account = facts.flatMap(({ accounts }) => accounts).find(({ id }) => id === accountId);
    return `${account?.handle ?? accountId} (${goes})`;
  };
  return (path, value) => {
    if (value === null || value === undefined || value === '') return none;
    if (typeof value === 'boolean')
      return t(value ? 'studio:composer.cyrillic.made' : 'studio:composer.cyrillic.written');
    if (path === 'links') return linksInWords(value as LinkChoice, t);
    if (path === 'planItemId') {
      const item = planItems.find(({ id }) => id === value) ?? (own?.id === value ? own : undefined);
      return item ? textFor(item.titles, variant) : none;
    }
    if (path === 'due') return (value as { local: string }).local.replace('T', ' ');
    if (path === 'targets') return (value as Target[]).map(targetName).join(', ') || none;
    if (path === 'images')
      return (value as string[]).map((id) => media.get(id)?.fileName ?? id).join(', ') || none;
    return typeof value === 'string' ? value : none;
  };
}

function linksInWords({ tag, shorten, plain }: LinkChoice, t: T): string {
  return [
    t(tag ? 'studio:composer.links.tagged' : 'studio:composer.links.untagged'),
    t(shorten ? 'studio:composer.links.shortened' : 'studio:composer.links.long'),
    ...(plain.length > 0 ? [t('studio:composer.links.plain', { links: plain.join(', ') })] : []),
  ].join('; ');
}
