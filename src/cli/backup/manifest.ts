import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** A table as it was written: its columns in order, how many rows, and the hash over its bytes. */
const Table = z.object({
  schema: z.enum(['public', 'jobs']),
  name: Name,
  columns: z.array(Name).min(1),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: Hash,
});
export type TableEntry = z.infer<typeof Table>;

const Manifest = z.object({
  format: z.literal('glasnik-backup'),
  formatVersion: z.literal(1),
  glasnik: z.string(),
  madeAt: z.string(),
  postgres: z.string(),
  /** Names of the steps that made the schema, in order. */
  migrations: z.array(z.string().regex(/^\d{4}-[a-z0-9-]+$/)),
  /** Of the job library's own tables. */
  jobsVersion: z.number().int().nullable(),
  tables: z.array(Table),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: Hash })),
});
export type Manifest = z.infer<typeof Manifest>;
export type FileEntry = Manifest['files'][number];

export const parseManifest = (text: string): Manifest => Manifest.parse(JSON.parse(text));

/** Names of the entries in the archive. */
export const README_NAME = 'README.txt';
export const MANIFEST_NAME = 'manifest.json';
export const SEAL_NAME = 'seal.sha256';
export const partName = (table: Pick<TableEntry, 'schema' | 'name'>, part: number): string =>
  `tables/${table.schema}.${table.name}/${String(part).padStart(6, '0')}.copy`;
export const fileName = (path: string): string => `files/${path}`;

/** Files of the media library: the hash of the content and what kind it is. */
export const FILE_PATH = /^[0-9a-f]{2}\/[0-9a-f]{64}\.(original|thumbnail)$/;

export const README = `This is a back-up of Glasnik: all tables (PostgreSQL COPY, text) and all files of the media library.

It holds personal data: keep it as safe as the database itself.
It does NOT hold the secret key (secret.key in the data folder, or GLASNIK_SECRET_KEY). Keep that apart: without it
the connections to the networks and the second factors of sign-in cannot be opened.

Restore it with:  npm run -s glasnik -- restore <this file>
The file is sealed: its last entry is the SHA-256 of all bytes before it.
`;
