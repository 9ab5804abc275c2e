import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Whether the browser knows of a line at all. True does not promise that the server answers. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Says that the line is down and that nothing is lost; asks again for what is shown when it is back. */
export function ConnectionNotice() {
  const t = useT();
  const online = useOnline();
  const client = useQueryClient();
  useEffect(() => {
    if (!online) return () => void client.invalidateQueries({ refetchType: 'active' });
    return undefined;
  }, [online, client]);
  return (
    <div role="status">
      {!online && (
        <div className="banner banner--warning shell__offline">
          <Icon name="warning" />
          <p className="banner__body">{t('studio:shell.offline')}</p>
        </div>
      )}
    </div>
  );
}
