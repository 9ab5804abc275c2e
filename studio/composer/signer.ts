import type { Approval } from '#/contract/index.ts';
import type { T } from '../words/index.ts';

/** Who approved, and for whom they signed where the signature was lent. */
export function signerOf({ by, onBehalfOf }: Pick<Approval, 'by' | 'onBehalfOf'>, t: T): string {
  const person = by?.name ?? t('studio:composer.somebody');
  return onBehalfOf ? t('studio:composer.signer-for', { person, principal: onBehalfOf.name }) : person;
}
