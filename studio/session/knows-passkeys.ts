/** False on an address without https as well. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined';

/** Whether the browser can offer them in the list of a field. */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);
