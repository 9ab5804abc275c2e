import { z } from 'zod';
import { Id, Variant, pageOf } from '../common.ts';
import { CaptionFile, ListedMedia, Media, MediaDetails, MediaQuery, UploadedMedia } from '../media.ts';
import { operation } from '../operation.ts';
import { MediaUses } from '../posts.ts';
import { I, inInstitution, list, one } from './path.ts';

const inVariant = z.object({ institutionId: Id, mediaId: Id, variant: Variant });
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];

export const mediaOperations = {
  listMedia: operation({
    method: 'GET',
    path: `${I}/media`,
    summary: 'Pictures, newest first',
    audience: 'member',
    params: inInstitution,
    query: MediaQuery,
    response: pageOf(ListedMedia),
  }),
  uploadMedia: operation({
    method: 'POST',
    path: `${I}/media`,
    summary: 'Upload a picture or a video (raw body)',
    audience: 'member',
    params: inInstitution,
    query: z.object({ fileName: z.string().max(200) }),
    upload: [...PICTURES, 'video/mp4', 'video/webm'],
    response: UploadedMedia,
  }),
  describeMedia: operation({
    method: 'PUT',
    path: `${I}/media/{mediaId}/details`,
    summary: 'Say by what right a picture is shown, and words to find it by',
    audience: 'member',
    params: one('mediaId'),
    body: MediaDetails,
    response: Media,
    ifMatch: true,
  }),
  listAlikeMedia: operation({
    method: 'GET',
    path: `${I}/media/{mediaId}/alike`,
    summary: 'Pictures that look like one, nearest first',
    audience: 'member',
    params: one('mediaId'),
    response: list(Media),
  }),
  listMediaTags: operation({
    method: 'GET',
    path: `${I}/media-tags`,
    summary: 'Words that pictures are tagged with, the most used first',
    audience: 'member',
    params: inInstitution,
    response: list(z.string()),
  }),
  listMediaUses: operation({
    method: 'GET',
    path: `${I}/media/{mediaId}/uses`,
    summary: 'The posts that show a picture',
    audience: 'member',
    params: one('mediaId'),
    response: MediaUses,
  }),
  removeMedia: operation({
    method: 'DELETE',
    path: `${I}/media/{mediaId}`,
    summary: 'Take a picture that no post uses out of the library',
    audience: 'member',
    params: one('mediaId'),
    response: null,
  }),
  setPoster: operation({
    method: 'PUT',
    path: `${I}/media/{mediaId}/poster`,
    summary: 'Set the still picture of a video (raw body)',
    audience: 'member',
    params: one('mediaId'),
    upload: PICTURES,
    response: Media,
  }),
  captionVideo: operation({
    method: 'PUT',
    path: `${I}/media/{mediaId}/captions/{variant}`,
    summary: 'Captions of a video in one variant, WebVTT or SubRip',
    audience: 'member',
    params: inVariant,
    body: CaptionFile,
    response: Media,
  }),
  removeCaptions: operation({
    method: 'DELETE',
    path: `${I}/media/{mediaId}/captions/{variant}`,
    summary: 'Take the captions of one variant away',
    audience: 'member',
    params: inVariant,
    response: Media,
  }),
};
