import { useEffect, useEffectEvent } from 'react';
import { isProblem } from '../api/problems.ts';
import { offersPasskeys } from './knows-passkeys.ts';

/** Shorter than the server's patience with a ceremony (five minutes), so that an open page can always sign in. */
const RENEW_MS = 4 * 60_000;

type Outcome = { onSignedIn: () => void; onProblem: (problem: unknown) => void };

/** Has the browser offer passkeys in the list of the e-mail field, where it can. */
export function useOfferedPasskey(outcome: Outcome): void {
  const signedIn = useEffectEvent(outcome.onSignedIn);
  const failed = useEffectEvent(outcome.onProblem);
  useEffect(() => {
    let over = false;
    let cancel = () => {};
    const offer = async () => {
      if (!(await offersPasskeys())) return;
      const passkeys = await import('./passkey.ts');
      if (over) return;
      cancel = passkeys.cancelPasskey;
      try {
        await passkeys.signInWithPasskey({ quietly: true });
        if (!over) signedIn();
      } catch (error) {
        // Nobody asked for this offer: that it ended unused, or never began, is no news.
        if (!over && isProblem(error) && error.code !== 'passkey-cancelled') failed(error);
      }
    };
    void offer();
    const timer = setInterval(() => void offer(), RENEW_MS);
    return () => {
      over = true;
      clearInterval(timer);
      cancel();
    };
  }, []);
}
