import { languageTag, variantName, VARIANTS, type Variant } from '#/language/index.ts';
import { useAct } from '../api/hooks.ts';
import { Icon } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { useSetVariant, useT, useVariant } from '../words/index.ts';

/** Every language under its own name. The choice is kept in the browser and with the person. */
export function LanguageMenu() {
  const t = useT();
  const current = useVariant();
  const setVariant = useSetVariant();
  const changeMe = useAct('changeMe');
  const choose = async (variant: Variant) => {
    await setVariant(variant);
    changeMe.mutate({ body: { language: variant } });
  };
  return (
    <Menu
      className="button button--quiet shell__language"
      label={t('studio:shell.language', { name: variantName(current) })}
      trigger={
        <>
          <Icon name="globe" />
          <span className="shell__language-code" aria-hidden="true">
            {t(`studio:variant-short.${current}`)}
          </span>
        </>
      }
    >
      {VARIANTS.map((variant) => (
        <MenuItem
          key={variant}
          textValue={variantName(variant)}
          aria-current={variant === current ? true : undefined}
          onAction={() => void choose(variant)}
        >
          <span lang={languageTag(variant)}>{variantName(variant)}</span>
          {variant === current && <Icon name="check" />}
        </MenuItem>
      ))}
    </Menu>
  );
}
