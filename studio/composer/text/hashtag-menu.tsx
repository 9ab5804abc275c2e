import { useNavigate } from 'react-router';
import type { HashtagSet } from '#/contract/index.ts';
import { useRead } from '../../api/index.ts';
import { useHere } from '../../session/institution.ts';
import { Icon, Menu, MenuItem, toast } from '../../shared/index.ts';
import { useT } from '../../words/index.ts';
import { useComposer, useEdit } from '../composer-context.tsx';
import { addHashtags } from './add-hashtags.ts';

/** Puts the hashtags of a set at the end of every text, each variant its own, with one press. */
export default function HashtagMenu() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const composer = useComposer();
  const edit = useEdit();
  const sets = useRead('listHashtagSets', {}, { staleTime: 60_000 });
  const put = (set: HashtagSet) => {
    const before = composer.getState().draft;
    edit(addHashtags(set.tags));
    if (composer.getState().draft === before)
      return toast({ text: t('studio:hashtags.there-already'), tone: 'info' });
    toast({ text: t('studio:hashtags.put', { name: set.name }), undo: () => composer.edit(() => before) });
  };
  const items = sets.data?.items ?? [];
  return (
    <Menu
      className="button button--small button--quiet"
      trigger={
        <>
          <span aria-hidden="true">#</span>
          {t('studio:hashtags.title')}
        </>
      }
    >
      {items.map((set) => (
        <MenuItem key={set.id} onAction={() => put(set)}>
          {set.name}
        </MenuItem>
      ))}
      <MenuItem onAction={() => void navigate(here('settings/glossary'))}>
        <Icon name="settings" />
        {t(items.length === 0 ? 'studio:hashtags.make-first' : 'studio:hashtags.manage')}
      </MenuItem>
    </Menu>
  );
}
