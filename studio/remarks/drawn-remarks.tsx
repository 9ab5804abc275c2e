import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { PostMedia, NetworkLook, RemarkThread, Variant } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { markUp, type TextPiece } from '../composer/mark-up.ts';
import { shortLink } from '../composer/preview/short-link.ts';
import { useT } from '../words/index.ts';
import { draw, marksWithin, pointInFrame, type Mark } from './draw.ts';
import { locate } from './locate.ts';
import { showThread } from './shown-thread.ts';

/** Open threads with the numbers that they have in the list beside the text. */
type Numbered = { thread: RemarkThread; number: number };
type Drawn = { text: string; marks: readonly Mark[]; threads: readonly Numbered[] };

/** What of a text can be pressed, and how long an address is shown: as a network does it, or all and whole. */
type Marks = Pick<NetworkLook, 'marks' | 'linkShown'>;
const ALL: Marks = { marks: ['link', 'mention', 'hashtag'], linkShown: null };

const Context = createContext<Drawn>({ text: '', marks: [], threads: [] });

type DrawnRemarksProps = {
  postId: string | undefined;
  /** The text that is shown within: the common one, or a network's own. */
  text: string;
  variant: Variant;
  network: string | null;
  children: ReactNode;
};

/** Draws the open remarks into what is shown within. As the text is changed each follows its words, or is not drawn. */
export function DrawnRemarks({ postId = '', text, variant, network, children }: DrawnRemarksProps) {
  const t = useT();
  const { data } = useRead('listRemarks', { params: { postId } }, { enabled: postId !== '' });
  const somebody = t('studio:composer.somebody');
  const drawn = useMemo(() => {
    const threads = (data?.items ?? [])
      .filter(({ resolved }) => !resolved)
      .map((thread, index) => ({ thread, number: index + 1 }));
    const marks = threads.flatMap(({ thread: { id, anchor, remarks }, number }): Mark[] => {
      if (anchor.kind !== 'text' || anchor.variant !== variant || anchor.network !== network) return [];
      const span = locate(text, anchor);
      return span ? [{ ...span, threadId: id, number, by: remarks[0]?.by?.name ?? somebody }] : [];
    });
    return { text, marks, threads };
  }, [data, text, variant, network, somebody]);
  return <Context value={drawn}>{children}</Context>;
}

/** The number that a part of a thread got when the text was cut. */
const PART = / \d+\/\d+$/;

/** The remarks that lie in a piece of the text, in places of that piece. */
export function useMarksIn(piece: string): Mark[] {
  const { text, marks } = use(Context);
  return useMemo(() => {
    if (marks.length === 0) return [];
    const whole = text.indexOf(piece);
    const bare = whole === -1 ? piece.replace(PART, '') : piece;
    const from = whole === -1 ? text.indexOf(bare) : whole;
    return from === -1 ? [] : marksWithin(marks, from, bare.length);
  }, [text, marks, piece]);
}

/** A text as it is shown, with links, hashtags and mentions coloured and remarks drawn in. */
export function MarkedUp({ text, look = ALL }: { text: string; look?: Marks }) {
  const marks = useMarksIn(text);
  return draw(markUp(text), marks).map(({ marks: of, pieces }, index) =>
    of.length === 0 ? (
      <Pieces key={index} pieces={pieces} look={look} />
    ) : (
      <Place key={index} marks={of} pieces={pieces} look={look} />
    ),
  );
}

type PiecesProps = { pieces: readonly TextPiece[]; look: Marks };

function Pieces({ pieces, look }: PiecesProps) {
  return pieces.map(({ kind, text }, index) =>
    kind === 'plain' || !look.marks.includes(kind) ? (
      <span key={index}>{shownAs(kind, text, look)}</span>
    ) : (
      <span key={index} className="preview__mark">
        {shownAs(kind, text, look)}
      </span>
    ),
  );
}

const shownAs = (kind: TextPiece['kind'], piece: string, { linkShown }: Marks): string =>
  kind === 'link' && linkShown !== null ? shortLink(piece, linkShown) : piece;

function Place({ marks, pieces, look }: PiecesProps & { marks: readonly Mark[] }) {
  const t = useT();
  const numbers = marks.map(({ number }) => number).join(', ');
  return (
    <a
      className="remarked"
      href={`#remark-${marks[0]?.threadId}`}
      data-remarks={marks.map(({ threadId }) => threadId).join(' ')}
      onClick={(event) => {
        event.preventDefault();
        showThread(marks[0]?.threadId ?? null);
      }}
    >
      <Pieces pieces={pieces} look={look} />
      <span className="remarked__no" aria-hidden="true">
        {numbers}
      </span>
      <span className="visually-hidden">
        {' ('}
        {t('review:remark.drawn', { number: numbers, name: marks[0]?.by ?? '' })})
      </span>
    </a>
  );
}

type PinsProps = { media: PostMedia; focus: { x: number; y: number } | null | undefined };

/** Pixels: half a pin, so that none is cut by the edge. */
const HALF_PIN = 14;
const inside = (share: number, side: number): number =>
  Math.min(Math.max(share * side, HALF_PIN), side - HALF_PIN);

/** The open remarks on a picture, each at its point. Stands beside the `img`, in a frame that is `position: relative`. */
export function Pins({ media, focus }: PinsProps) {
  const t = useT();
  const { threads } = use(Context);
  const [frame, setFrame] = useState<{ width: number; height: number } | null>(null);
  const measure = useCallback((place: HTMLSpanElement | null) => {
    const picture = place?.parentElement?.querySelector('img');
    if (!picture) return undefined;
    const observer = new ResizeObserver(() =>
      setFrame({ width: picture.clientWidth, height: picture.clientHeight }),
    );
    observer.observe(picture);
    return () => observer.disconnect();
  }, []);
  const here = threads.flatMap(({ thread, number }) =>
    thread.anchor.kind === 'image' && thread.anchor.mediaId === media.id
      ? [{ thread, number, at: thread.anchor }]
      : [],
  );
  if (here.length === 0) return null;
  return (
    <span className="pins" ref={measure}>
      {frame &&
        frame.width > 0 &&
        here.map(({ thread, number, at }) => {
          const point = pointInFrame(at, media, frame, focus ?? null);
          return (
            <button
              key={thread.id}
              type="button"
              className="pins__one"
              data-remarks={thread.id}
              style={{ left: inside(point.x, frame.width), top: inside(point.y, frame.height) }}
              aria-label={t('review:remark.drawn', {
                number,
                name: thread.remarks[0]?.by?.name ?? t('studio:composer.somebody'),
              })}
              onClick={() => showThread(thread.id)}
            >
              {number}
            </button>
          );
        })}
    </span>
  );
}
