import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Connector } from '#/connectors/contract.ts';
import { connectors } from '#/connectors/index.ts';
import { systemClock } from '#/kernel/clock.ts';
import { newId } from '#/kernel/ids.ts';
import { createFileStore } from '#/modules/media/index.ts';
import { settingsAt } from './at-fakes.ts';
import { keepAccount, makeScheduledPosts, type BulkDelivery } from './stage.ts';
import type { FakesProcess } from './start-fakes.ts';
import type { StormDatabase } from './storm-database.ts';

/** A delivery of the storm and what to look for on its fake. */
export type Fed = {
  id: string;
  network: string;
  /** Which of the network's fakes, and which institution. */
  fake: number;
  /** One for each sentence of its text; none for a text that the network refuses for good. */
  marks: readonly string[];
  /** The network can be asked after a doubt. */
  findable: boolean;
};

type FeedOptions = {
  database: StormDatabase;
  institutions: readonly string[];
  networks: readonly FakesProcess[];
  files: string;
  random: () => number;
  total: number;
};

/** What falls due after it was scheduled, within this time. */
const AHEAD_MS = 1200;

/** Accounts, a picture and a video, and deliveries in the order in which the storm schedules them. */
export async function prepareFeed(options: FeedOptions) {
  const { database, institutions, networks, random } = options;
  const pictures = await Promise.all(institutions.map((id) => keepPicture(options, id)));
  const videos = await Promise.all(institutions.map((id) => keepVideo(options, id)));
  const places = await Promise.all(
    networks.flatMap(({ network, fakes }) =>
      fakes.map(async (fake, index) => {
        const id = newId();
        const settings = settingsAt(fake.connected.settings, fake);
        await keepAccount(database.db, institutions[index]!, { ...fake.connected, id, network, settings });
        const connector = connectors.find(({ manifest }) => manifest.network === network)!;
        return { accountId: id, network, index, connector, refusedText: fake.refusedText };
      }),
    ),
  );
  const total = Math.ceil(options.total / places.length) * places.length;
  const fed: Fed[] = [];
  return {
    fed,
    /** Schedules until this share of all is scheduled; due within the next moment. */
    async schedule(share: number): Promise<void> {
      const now = systemClock.now();
      const chunk: { wanted: BulkDelivery; fed: Omit<Fed, 'id'> }[] = [];
      for (let no = fed.length; no < Math.round(total * share); no += 1) {
        const { accountId, network, index, connector, refusedText } = places[no % places.length]!;
        const { marks, text, withPicture } = messageOf(connector, no, refusedText, random);
        const { concurrency, abilities, limits } = connector.manifest;
        const mediaId = limits.video?.required ? videos[index]! : withPicture ? pictures[index]! : null;
        const wanted: BulkDelivery = {
          institutionId: institutions[index]!,
          accountId,
          lane: Math.floor(random() * concurrency),
          dueAt: now.add({ milliseconds: Math.floor(random() * AHEAD_MS) }).toString(),
          text,
          images: mediaId === null ? [] : [{ mediaId, alt: { bs: 'Most na Vrbasu' } }],
        };
        chunk.push({ wanted, fed: { network, fake: index, marks, findable: abilities.find } });
      }
      const ids = await makeScheduledPosts(
        database.owner,
        chunk.map(({ wanted }) => wanted),
      );
      for (const [at, id] of ids.entries()) fed.push({ ...chunk[at]!.fed, id });
    },
  };
}

/** One text in ten is a thread where the network has them, one in four has a picture, some are refused for good. */
function messageOf(
  { manifest: { limits, abilities } }: Connector,
  no: number,
  refusedText: string | null,
  random: () => number,
): { marks: string[]; text: string; withPicture: boolean } {
  const [kind, needsPicture] = [random(), (limits.images.min ?? 0) > 0];
  if (kind < 0.04 && refusedText !== null && !needsPicture) {
    return { marks: [], text: refusedText, withPicture: false };
  }
  const isThread = kind > 0.9 && abilities.threadMax > 1;
  const length = isThread ? limits.text.max * 1.8 : 1;
  const marks: string[] = [];
  const sentences: string[] = [];
  for (let size = 0; size < length; size += sentences.at(-1)!.length + 1) {
    const mark = `n${no}d${marks.length}x`;
    marks.push(mark);
    sentences.push(`Obavijest ${mark} govori o radovima na vodovodu i o vodi.`);
  }
  const withPicture = needsPicture || (limits.images.max > 0 && kind < 0.3);
  return { marks, text: sentences.join(' '), withPicture };
}

async function keepPicture(options: FeedOptions, institutionId: string): Promise<string> {
  const [width, height] = [320, 240];
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#1f4e79' } })
    .png()
    .toBuffer();
  return keepFile(options, institutionId, bytes, { kind: 'image', mime: 'image/png', durationMs: null });
}

/** Bytes that no fake looks into. */
const keepVideo = (options: FeedOptions, institutionId: string): Promise<string> =>
  keepFile(options, institutionId, Buffer.from(`video of ${institutionId}`), {
    kind: 'video',
    mime: 'video/mp4',
    durationMs: 5000,
  });

async function keepFile(
  { database, files }: FeedOptions,
  institutionId: string,
  bytes: Buffer,
  { kind, mime, durationMs }: { kind: string; mime: string; durationMs: number | null },
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await createFileStore(files).put(sha256, 'original', bytes);
  const id = newId();
  await database.owner.query(
    `insert into media (id, institution_id, sha256, mime, bytes, width, height, file_name, search, uploaded_at, kind,
       has_poster, duration_ms) values ($1, $2, $3, $4, $5, 320, 240, 'most', 'most', now(), $6, false, $7)`,
    [id, institutionId, sha256, mime, bytes.byteLength, kind, durationMs],
  );
  return id;
}
