import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Post } from '#/contract/index.ts';
import { keyOf, useRead } from '../api/index.ts';
import { useInstitutionId } from '../session/institution.ts';
import type { Composer } from './composer.ts';

const usePostOf = (composer: Composer): Post | null =>
  useSyncExternalStore(composer.subscribe, () => composer.getState().post);

/** Keeps the composer and what the rest of the studio knows of the post in step, both ways. */
export function usePostInStep(composer: Composer): Post | null {
  const client = useQueryClient();
  const institutionId = useInstitutionId();
  const post = usePostOf(composer);
  const postId = post?.id ?? '';
  const { data } = useRead('getPost', { params: { postId } }, { enabled: postId !== '' });
  useEffect(() => {
    if (data) composer.receive(data);
  }, [composer, data]);
  useEffect(() => {
    if (!post) return;
    const key = keyOf(institutionId, 'getPost', { params: { postId: post.id } });
    client.setQueryData<Post>(key, (known) => (known && known.version > post.version ? known : post));
  }, [client, institutionId, post]);
  return post;
}

/** Saves at once when the page is left or hidden, and when the line is back. */
export function useFlushing(composer: Composer): void {
  useEffect(() => {
    const flush = () => void composer.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', flush);
    addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', flush);
      removeEventListener('online', flush);
      flush();
    };
  }, [composer]);
}

/**
 * The view in the address, for sharing and going back, without a navigation: the router does not know the address
 * that a new post got (see open-post.tsx).
 */
export function useAddressed<Name extends string>(parameter: string): [Name | null, (name: Name) => void] {
  const [value, setValue] = useState(
    () => new URLSearchParams(window.location.search).get(parameter) as Name | null,
  );
  const set = useCallback(
    (name: Name) => {
      const address = new URL(window.location.href);
      address.searchParams.set(parameter, name);
      window.history.replaceState(window.history.state, '', address);
      setValue(name);
    },
    [parameter],
  );
  return [value, set];
}
