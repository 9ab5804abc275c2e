import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { operations } from '#/contract/index.ts';
import { addressOf } from './call.ts';
import { refresh } from './hooks.ts';

/** Changes come in bursts (a post, its deliveries, an act): one refresh for all of them. */
const GATHER = 250;

/** Keeps what is on screen true: the server tells that something changed, and what is shown is asked for again. */
export function useEvents(institutionId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!institutionId) return undefined;
    const source = new EventSource(addressOf(operations.streamEvents, { params: { institutionId } }));
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void refresh(client, institutionId);
      }, GATHER);
    };
    let opened = false;
    source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
      // What happened while the line was down, or while the page was read and there was no line yet.
      if (opened || Number(data) < performance.now()) changed();
      opened = true;
    });
    source.addEventListener('message', changed);
    return () => {
      clearTimeout(gathering);
      source.close();
    };
  }, [client, institutionId]);
}
