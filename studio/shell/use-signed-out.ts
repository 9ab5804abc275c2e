import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { onSignedOut } from '../api/query-client.ts';

/** Whether the session ran out under an open page: a dialog asks to sign in again, so that nothing typed is lost. */
export function useSignedOut(): [boolean, () => void] {
  const [out, setOut] = useState(false);
  const client = useQueryClient();
  useEffect(() => onSignedOut(() => setOut(true)), []);
  const again = useCallback(() => {
    setOut(false);
    void client.invalidateQueries();
  }, [client]);
  return [out, again];
}
