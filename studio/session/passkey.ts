import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { ask, auth } from '../api/auth.ts';
import { ApiProblem } from '../api/problems.ts';
import { expectSession } from './sign-in.ts';

/**
 * Signs in with a passkey. `quietly` waits until one is picked from the list that the e-mail field offers.
 * @throws ApiProblem `passkey-cancelled` where the person or the device broke it off
 */
export async function signInWithPasskey({ quietly = false } = {}): Promise<void> {
  const options = await ask('passkey/generate-authenticate-options');
  const response = await ceremony(() =>
    startAuthentication({
      optionsJSON: { ...options, userVerification: 'required' },
      useBrowserAutofill: quietly,
      verifyBrowserAutofillInput: false,
    }),
  );
  await auth('passkey/verify-authentication', { response });
  await expectSession();
}

/** Ends an offer that waits. */
export const cancelPasskey = (): void => WebAuthnAbortService.cancelCeremony();

/** @throws ApiProblem `passkey-cancelled`, or `passkey-known` where this device has one already */
export async function addPasskey(name: string): Promise<void> {
  const options = await ask('passkey/generate-register-options');
  const response = await ceremony(() => startRegistration({ optionsJSON: options }));
  await auth('passkey/verify-registration', { response, name });
}

/** The browser's own errors as ours: it tells little on purpose, so that a page cannot probe a device. */
async function ceremony<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof WebAuthnError ? error.code : '';
    const known = code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    throw Object.assign(
      new ApiProblem({ status: 400, code: known ? 'passkey-known' : 'passkey-cancelled' }),
      { cause: error },
    );
  }
}
