type Offered = { settings: readonly { prefill?: 'own-code' | undefined }[] };

/**
 * Networks as they are offered. Whoever has no account yet begins where nothing reaches the public: on the network
 * that is this Glasnik's own, which fills in its own code.
 */
export const inOrder = <Network extends Offered>(
  networks: readonly Network[],
  isNew: boolean,
): readonly Network[] =>
  isNew ? networks.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))) : networks;

const isOwn = ({ settings }: Offered): boolean => settings.some(({ prefill }) => prefill === 'own-code');
