import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { OEM, createWorker } from 'tesseract.js';
import type { Db } from '#/db/database.ts';
import type { Logger } from '#/kernel/logger.ts';
import type { FileStore } from './file-store.ts';
import { keepReadText, readMediaRow } from './queries.ts';

export type ReadingDeps = { db: Db; log: Logger; files: FileStore; folder: string };

/** Both scripts of our languages; Bosnian has every Latin letter that Croatian and Serbian have. */
const LANGUAGES = ['bos', 'srp'] as const;
/** Percent. Below it the reader guesses: patterns and faces become letters. */
const SURE = 70;
/** Larger reads no better and takes seconds more. */
const LONGEST_SIDE = 2000;
const BATCH = 20;

/**
 * Reads the words in pictures that nobody has read yet, once each. The reader is loaded for a batch and ended with it:
 * it holds a hundred megabytes. A picture that cannot be read has no words. @returns how many were read
 */
export async function readPictures(deps: ReadingDeps): Promise<number> {
  const { rows } = await sql<{ institution_id: string; id: string }>`
    select institution_id, id from unread_pictures(${BATCH})`.execute(deps.db.open);
  if (rows.length === 0) return 0;
  const reader = await openReader(deps.folder);
  try {
    for (const { institution_id: institutionId, id } of rows) {
      const media = await deps.db.within({ institutionId }, (tx) => readMediaRow(tx, id));
      if (!media) continue;
      const text = await deps.files
        .read(media.sha256, 'original')
        .then((bytes) => reader.read(bytes))
        .catch((error: unknown) => {
          deps.log.warn({ err: error, mediaId: id }, 'could not read a picture');
          return '';
        });
      await deps.db.within({ institutionId }, (tx) => keepReadText(tx, id, text));
    }
  } finally {
    await reader.close();
  }
  return rows.length;
}

type Reader = { read(bytes: Uint8Array): Promise<string>; close(): Promise<void> };

async function openReader(folder: string): Promise<Reader> {
  const worker = await createWorker([...LANGUAGES].join('+'), OEM.LSTM_ONLY, {
    langPath: await languageFolder(folder),
    cacheMethod: 'none',
    gzip: true,
  });
  return {
    read: async (bytes) => {
      const picture = await sharp(bytes)
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .png()
        .toBuffer();
      const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
      return (data.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs)
        .flatMap(({ lines }) => lines)
        .map(({ words }) =>
          words.flatMap(({ text, confidence }) => (confidence >= SURE ? text : [])).join(' '),
        )
        .filter((line) => /\p{L}{3}/u.test(line))
        .join('\n');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The reader takes all its languages from one folder; npm brings each in its own. */
async function languageFolder(folder: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const target = join(folder, 'reading');
  await mkdir(target, { recursive: true });
  for (const code of LANGUAGES) {
    const file = `${code}.traineddata.gz`;
    await copyFile(require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${file}`), join(target, file));
  }
  return target;
}
