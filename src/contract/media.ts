import { z } from 'zod';
import { Id, Instant, IsoDate, PageQuery, Variant } from './common.ts';

export const LICENCES = [
  'unsaid',
  'own',
  'cc0',
  'cc-by',
  'cc-by-sa',
  'cc-by-nc',
  'cc-by-nd',
  'bought',
  'given',
] as const;

/** By what right it is shown, and of whom it shows by whose leave. Days at the institution, both the last ones. */
export const MediaRights = z.object({
  licence: z.enum(LICENCES),
  author: z.string().max(200),
  source: z.string().max(500),
  until: IsoDate.nullable(),
  shows: z.string().max(500),
  consent: z.enum(['none', 'given', 'withdrawn']),
  consentUntil: IsoDate.nullable(),
});
export type MediaRights = z.infer<typeof MediaRights>;
export const MediaDetails = z.object({
  rights: MediaRights,
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
});
export type MediaDetails = z.infer<typeof MediaDetails>;

export const Media = z.object({
  id: Id,
  mime: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  fileName: z.string(),
  /** The file as it is kept, and a small rendition for lists. */
  url: z.string(),
  thumbnailUrl: z.string(),
  uploadedAt: Instant,
  kind: z.enum(['image', 'video']),
  /** Of a video, in milliseconds. */
  durationMs: z.number().nullable(),
  /** False for a video of which there is no frame yet: `thumbnailUrl` is nothing then. */
  hasPoster: z.boolean(),
  captions: z.array(z.object({ variant: Variant, cues: z.number(), fileName: z.string(), url: z.string() })),
  rights: MediaRights,
  tags: z.array(z.string()),
  /** Of what is said of its rights. */
  revision: z.number().int(),
});
export type Media = z.infer<typeof Media>;

/** In a post, whose readers do not all see the library: rights and tags, which name people, are null to those. */
export const PostMedia = Media.extend({
  rights: MediaRights.nullable(),
  tags: z.array(z.string()).nullable(),
});
export type PostMedia = z.infer<typeof PostMedia>;

/** `known`: the very same file was there already, and nothing was kept. */
export const UploadedMedia = Media.extend({ known: z.boolean() });

export const ListedMedia = Media.extend({
  /** Variants in which an open post shows it without saying what is in it. */
  wordless: z.array(Variant),
});
export type ListedMedia = z.infer<typeof ListedMedia>;

/** A file of captions as text: WebVTT or SubRip. */
export const CaptionFile = z.object({ fileName: z.string().max(200), text: z.string().max(900_000) });

export const MediaQuery = PageQuery.extend({
  search: z.string().max(200).optional(),
  tag: z.string().max(40).optional(),
  /** Only those that an open post shows without saying what is in them. */
  wordless: z.enum(['yes']).optional(),
});
