import { useCallback, useEffect, useRef, useState } from 'react';
import type { Media } from '#/contract/index.ts';
import { OfflineProblem } from '../../api/index.ts';
import { useInstitution } from '../../session/institution.ts';
import { withPoster } from '../../media/video/with-poster.ts';
import { remember, renew } from './use-media.ts';
import { TAKEN, upload } from './upload.ts';

export type Uploading = {
  key: string;
  file: File;
  share: number;
  /** What stands in the way; `kind` where the file is no picture that we know. */
  fault: { kind: 'not-a-picture' } | { kind: 'problem'; error: unknown } | null;
};

/** Pictures on their way. Those that found no line are sent again by themselves when it is back. */
export function useUploads(onUploaded: (media: Media) => void) {
  const { id: institutionId } = useInstitution();
  const [list, setList] = useState<readonly Uploading[]>([]);
  const [abort] = useState(() => new AbortController());
  const done = useRef(onUploaded);
  useEffect(() => {
    done.current = onUploaded;
  }, [onUploaded]);

  const change = useCallback(
    (key: string, next: Partial<Uploading>) =>
      setList((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one))),
    [],
  );
  const drop = useCallback((key: string) => setList((all) => all.filter((one) => one.key !== key)), []);

  const send = useCallback(
    async ({ key, file }: Pick<Uploading, 'key' | 'file'>) => {
      change(key, { fault: null, share: 0 });
      try {
        const onProgress = (share: number) => change(key, { share });
        const media = await upload({ institutionId, file, key, onProgress, signal: abort.signal });
        remember([media]);
        done.current(media);
        drop(key);
        renew(await withPoster(institutionId, media));
      } catch (error) {
        if (!abort.signal.aborted) change(key, { fault: { kind: 'problem', error } });
      }
    },
    [institutionId, abort, change, drop],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const fresh = files.map((file): Uploading => {
        const fault = TAKEN.includes(file.type) ? null : ({ kind: 'not-a-picture' } as const);
        return { key: crypto.randomUUID(), file, share: 0, fault };
      });
      setList((all) => [...all, ...fresh]);
      // One after the other: on a slow line the first is there soon, and their order is kept.
      void fresh
        .filter(({ fault }) => !fault)
        .reduce((before, one) => before.then(() => send(one)), Promise.resolve());
    },
    [send],
  );

  useEffect(() => {
    const again = () => {
      for (const one of list)
        if (one.fault?.kind === 'problem' && one.fault.error instanceof OfflineProblem) void send(one);
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [list, send]);

  return { list, add, retry: send, drop };
}
