import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMe } from '../session/me.ts';
import { readMark } from './mark.ts';

/** Once for each opening of the studio, and only for who has notices on in this browser. */
export function useKeptPush(): void {
  const { id } = useMe();
  const client = useQueryClient();
  useEffect(() => {
    if (readMark()?.personId !== id) return;
    // Without an answer it is tried when the studio is opened next.
    void import('./keep-push.ts')
      .then(({ keepPush }) => keepPush(id))
      .then(async (anew) => {
        if (anew) await client.invalidateQueries({ predicate: isOfPush });
      })
      .catch(() => undefined);
  }, [id, client]);
}

const isOfPush = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
  queryKey[0] === 'push' || queryKey[2] === 'listPushDevices';
