import { z } from 'zod';
import { PageQuery, pageOf } from '../common.ts';
import { Media } from '../media.ts';
import { operation } from '../operation.ts';
import { I, inInstitution } from './path.ts';

export const mediaOperations = {
  listMedia: operation({
    method: 'GET',
    path: `${I}/media`,
    summary: 'Pictures, newest first',
    audience: 'member',
    params: inInstitution,
    query: PageQuery,
    response: pageOf(Media),
  }),
  uploadMedia: operation({
    method: 'POST',
    path: `${I}/media`,
    summary: 'Upload a picture (raw body)',
    audience: 'member',
    params: inInstitution,
    query: z.object({ fileName: z.string().max(200) }),
    upload: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
    response: Media,
  }),
};
