import type { MouseEvent } from 'react';
import { useMedia } from '../composer/images/use-media.ts';

type Point = { x: number; y: number };
type PicturePointProps = { mediaId: string; at: Point; label: string; onPoint?: (point: Point) => void };

/** A picture with a point on it; pressing it elsewhere moves the point. With keys the fields beside it do the same. */
export function PicturePoint({ mediaId, at, label, onPoint }: PicturePointProps) {
  const media = useMedia([mediaId]).get(mediaId);
  if (!media) return <span className="skeleton skeleton--picture" />;
  const dot = (
    <span
      className="pin__dot"
      style={{ insetInlineStart: `${at.x * 100}%`, insetBlockStart: `${at.y * 100}%` }}
    />
  );
  if (!onPoint)
    return (
      <span className="pin">
        <img src={media.thumbnailUrl} alt={label} />
        {dot}
      </span>
    );
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A press by key has no place of its own.
    if (event.detail === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onPoint({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  return (
    <button type="button" className="pin" aria-label={label} onClick={press}>
      <img src={media.thumbnailUrl} alt="" />
      {dot}
    </button>
  );
}
