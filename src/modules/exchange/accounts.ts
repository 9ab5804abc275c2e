import { foldForSearch, type Variant } from '#/language/index.ts';
import type { AccountRow } from '#/modules/accounts/index.ts';
import { listOf, variantOf } from './cells.ts';
import type { Translators } from './columns.ts';

type Account = Pick<AccountRow, 'id' | 'network' | 'handle' | 'display_name' | 'variant' | 'state'>;
export type Target = { accountId: string; variant: Variant };

const fold = (text: string): string => foldForSearch(text).replace(/\s+/g, '').replaceAll('@', '');
const labelOf = ({ network, handle }: Account): string => `${network}: ${handle}`;

export const offersOf = (accounts: readonly Account[]): string[] =>
  accounts.filter(({ state }) => state !== 'retired').map(labelOf);

/** Where a post goes, as one cell; the variant stands there where it is not that of the account. */
export const nameTargets = (accounts: readonly Account[], targets: readonly Target[]): string =>
  targets
    .flatMap(({ accountId, variant }) => {
      const account = accounts.find(({ id }) => id === accountId);
      if (!account) return [];
      return [labelOf(account) + (variant === account.variant ? '' : ` [${variant}]`)];
    })
    .join('; ');

export type TargetFault = { code: string; params: Record<string, string> };

/** Reads such a cell. An account is named by network and handle, or by what only it is called. */
export function readTargets(
  translators: Translators,
  accounts: readonly Account[],
  text: string,
): { targets: Target[]; faults: TargetFault[] } {
  const targets: Target[] = [];
  const faults: TargetFault[] = [];
  for (const part of listOf(text)) {
    const [, name = part, inBrackets] = /^(.*?)\s*(?:\[([^\]]*)\])?$/.exec(part) ?? [];
    const variant = inBrackets === undefined ? null : variantOf(translators, inBrackets);
    const [account, ...more] = called(accounts, name);
    if (variant === undefined)
      faults.push({ code: 'import.variant-unknown', params: { text: inBrackets ?? '' } });
    else if (!account) faults.push({ code: 'import.account-unknown', params: { text: name } });
    else if (more.length > 0) faults.push({ code: 'import.account-several', params: { text: name } });
    else targets.push({ accountId: account.id, variant: variant ?? account.variant });
  }
  return { targets, faults };
}

function called(accounts: readonly Account[], name: string): Account[] {
  const wanted = fold(name);
  const whole = accounts.filter((account) => fold(labelOf(account)) === wanted);
  if (whole.length > 0) return whole;
  return accounts.filter(
    ({ handle, display_name: shown, state }) =>
      state !== 'retired' && (fold(handle) === wanted || fold(shown) === wanted),
  );
}
