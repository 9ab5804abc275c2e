import type { Tx } from '#/db/database.ts';
import { listAccounts } from '#/modules/accounts/index.ts';
import { findInstitution } from '#/modules/institutions/index.ts';
import { wantedVariants } from '#/modules/planning/index.ts';
import { checkPost, type TargetAccount } from '#/modules/posts/index.ts';
import { resolveLinks } from '#/modules/links/index.ts';
import { reviewHold } from '#/modules/review/index.ts';
import { deliveryHold } from '#/modules/publishing/index.ts';
import type { DemoDeps, Stage } from './load-deps.ts';

type Works = Pick<
  Stage['deps'],
  'deliveries' | 'outgoing' | 'readHouse' | 'checksOf' | 'reviews' | 'links' | 'mail'
>;

/**
 * What posts ask of other modules, as the API answers it, so that the demonstration passes the same checks. House
 * and accounts are read once: nobody writes a post before they are there.
 */
export function createWorks(
  deps: Pick<DemoDeps, 'publicUrl' | 'registry' | 'links'>,
  pictures: Stage['media'],
): Works {
  let house: ReturnType<Works['readHouse']> | undefined;
  let accounts: Promise<TargetAccount[]> | undefined;
  const wanted = new Map<string | null, ReturnType<typeof wantedVariants>>([[null, Promise.resolve([])]]);
  return {
    deliveries: deliveryHold,
    reviews: reviewHold,
    outgoing: { resolve: (tx, post, now) => resolveLinks(tx, post, deps.publicUrl, now) },
    links: deps.links,
    // People of a demonstration get no e-mail.
    mail: { canMail: false },
    readHouse: (tx, institutionId) => (house ??= readHouse(tx, institutionId)),
    checksOf: async (tx, post, now) => {
      const { plan_item_id: item, content } = post;
      if (!wanted.has(item)) wanted.set(item, wantedVariants(tx, item));
      return checkPost({
        content,
        wanted: (await wanted.get(item)) ?? [],
        accounts: await (accounts ??= readAccounts(tx, deps)),
        images: new Set(pictures.values()),
        now,
      });
    },
  };
}

const readHouse: Works['readHouse'] = async (tx, institutionId) => {
  const institution = await findInstitution(tx, institutionId);
  if (!institution) throw new Error('the institution is not there');
  return { timeZone: institution.time_zone, glossary: institution.glossary };
};

async function readAccounts(tx: Tx, { registry }: Pick<DemoDeps, 'registry'>): Promise<TargetAccount[]> {
  const rows = await listAccounts(tx);
  return rows.map(({ id, network, handle, state, limits }) => {
    const { manifest } = registry.get(network)!;
    const { text, images } = limits ?? manifest.limits;
    return {
      id,
      network,
      networkName: manifest.name,
      handle,
      connected: state === 'connected',
      threadMax: manifest.abilities.threadMax,
      text,
      images,
    };
  });
}
