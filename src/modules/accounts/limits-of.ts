import type { Limits, Manifest } from '#/connectors/contract.ts';
import type { AccountRow } from './queries.ts';

/**
 * The limits of an account as the network told them last. What it did not tell then, because this Glasnik did not ask
 * yet, is as the manifest has it; so is the shape of pictures, which are cut by the manifest.
 */
export function limitsOf({ limits: told }: Pick<AccountRow, 'limits'>, { limits }: Manifest): Limits {
  if (!told) return limits;
  return {
    ...limits,
    ...told,
    images: { ...limits.images, ...told.images, ratio: limits.images.ratio },
    video: limits.video && { ...limits.video, ...told.video },
  };
}
