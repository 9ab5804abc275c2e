import type { Variant } from '#/contract/index.ts';
import { languageTag, variantName } from '#/language/index.ts';
import { Icon, Menu, MenuItem, toast } from '../../shared/index.ts';
import { Help } from '../../shared/help.tsx';
import { useT } from '../../words/index.ts';
import {
  useComposer,
  useDraft,
  useEdit,
  useFrameStands,
  useHouse,
  useReadOnly,
  useWanted,
} from '../composer-context.tsx';
import { toCyrillic } from '../cyrillic.ts';
import { linkCyrillic, removeVariant, unlinkCyrillic } from '../edits.ts';
import { ReadinessMark } from './variant-tabs.tsx';

/** The variant's name, whether the plan asks for it, and what can be done with it as a whole. */
export function ColumnHead({ variant, nameId }: { variant: Variant; nameId: string }) {
  const t = useT();
  const wanted = useWanted().includes(variant);
  const readOnly = useReadOnly();
  return (
    <div className="variant__head">
      <h3 className="variant__name" id={nameId} lang={languageTag(variant)}>
        <ReadinessMark variant={variant} />
        {variantName(variant)}
      </h3>
      {variant === 'sr-Cyrl' && <Help topic="cyrillic" />}
      {wanted && (
        <span className="badge badge--accent" title={t('studio:composer.wanted-note')}>
          <Icon name="objective" />
          {t('studio:composer.wanted')}
        </span>
      )}
      {!readOnly && <VariantMenu variant={variant} />}
    </div>
  );
}

function VariantMenu({ variant }: { variant: Variant }) {
  const t = useT();
  const edit = useEdit();
  const composer = useComposer();
  const { glossary } = useHouse();
  const follows = useDraft((draft) => draft.cyrillicFollows);
  const stands = useFrameStands();
  // Its accounts would go with it.
  const keeps = useDraft((draft) => draft.targets.some((target) => target.variant === variant)) && stands;
  const change = (act: () => void, text: string) => {
    const before = composer.getState().draft;
    act();
    toast({ text, undo: () => composer.edit(() => before) });
  };
  return (
    <Menu
      className="button button--quiet button--small button--icon variant__menu"
      trigger={<Icon name="more" />}
      label={t('studio:composer.variant-menu', { variant: variantName(variant) })}
    >
      {variant === 'sr-Cyrl' && follows && (
        <MenuItem onAction={() => edit(unlinkCyrillic((latin) => toCyrillic(latin, glossary).text))}>
          <Icon name="edit" />
          {t('studio:composer.cyrillic.unlink')}
        </MenuItem>
      )}
      {variant === 'sr-Cyrl' && !follows && (
        <MenuItem onAction={() => change(() => edit(linkCyrillic()), t('studio:composer.cyrillic.linked'))}>
          <Icon name="script-switch" />
          {t('studio:composer.cyrillic.link')}
        </MenuItem>
      )}
      {!keeps && (
        <MenuItem
          danger
          onAction={() =>
            change(
              () => edit(removeVariant(variant)),
              t('studio:composer.variant-removed', { variant: variantName(variant) }),
            )
          }
        >
          <Icon name="trash" />
          {t('studio:composer.remove-variant')}
        </MenuItem>
      )}
    </Menu>
  );
}
