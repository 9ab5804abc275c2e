import { useState } from 'react';
import type { Anchor, Post } from '#/contract/index.ts';
import { useAct } from '../api/index.ts';
import { SelectField, TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote, toast } from '../shared/index.ts';
import { useT } from '../words/index.ts';
import { anchorAt } from './locate.ts';
import { MentionField, mentionsIn, useMentionable } from './mention-field.tsx';
import { PicturePoint } from './picture-point.tsx';
import { nameOfPlace, placesOf, type Place } from './places.ts';
import type { Selected } from './use-selected.ts';

type NewRemarkProps = {
  post: Post;
  selected: Selected | null;
  /** Makes sure that the server has what stands here: a place is marked on a version. */
  onBefore: () => Promise<Post | null>;
  onDone: () => void;
};

const MIDDLE = { x: 0.5, y: 0.5 };
const GRID = [0.15, 0.5, 0.85];

/** Begins a thread: on the words that are marked, on words that are typed, on a point of a picture, or on all of it. */
export function NewRemark({ post, selected, onBefore, onDone }: NewRemarkProps) {
  const t = useT();
  const places = placesOf(post);
  const first = selected ? places.find((place) => isOf(place, selected)) : undefined;
  const [key, setKey] = useState(first?.key ?? 'post');
  const [quote, setQuote] = useState(
    first?.kind === 'text' && selected ? first.text.slice(selected.start, selected.end) : '',
  );
  const [point, setPoint] = useState(MIDDLE);
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const people = useMentionable(post.id);
  const start = useAct('startRemark', {
    changes: ['listRemarks'],
    onSuccess: () => {
      toast({ text: t('review:remark.done') });
      onDone();
    },
  });
  const place = places.find((one) => one.key === key) ?? places[0];
  const send = async () => {
    const current = await onBefore();
    const anchor = current && place && toAnchor(place, { quote, point, selected });
    if (!current || !anchor) return setFault(t('review:remark.quote-missing'));
    setFault('');
    const body = { version: current.version, anchor, text, mentions: mentionsIn(text, people) };
    start.mutate({ params: { postId: post.id }, body });
  };
  return (
    <Form
      className="stack stack--tight"
      onSubmit={() => {
        if (text.trim() !== '' && !start.isPending) void send();
      }}
    >
      <SelectField
        label={t('review:remark.place')}
        value={key}
        onChange={setKey}
        options={places.map((one) => ({ value: one.key, label: nameOfPlace(one, t) }))}
      />
      {place?.kind === 'text' && (
        <TextField
          label={t('review:remark.quote')}
          hint={t('review:remark.quote-hint')}
          value={quote}
          onChange={setQuote}
          error={fault || undefined}
        />
      )}
      {place?.kind === 'image' && (
        <>
          <PicturePoint
            mediaId={place.mediaId}
            at={point}
            label={t('review:remark.point')}
            onPoint={setPoint}
          />
          <SelectField
            label={t('review:remark.where')}
            value={`${nearest(point.y)} ${nearest(point.x)}`}
            onChange={(value) => {
              const [row = 1, column = 1] = value.split(' ').map(Number);
              setPoint({ x: GRID[column] ?? 0.5, y: GRID[row] ?? 0.5 });
            }}
            options={[0, 1, 2].flatMap((row) =>
              [0, 1, 2].map((column) => ({
                value: `${row} ${column}`,
                label: t(`review:remark.part-${row}-${column}`),
              })),
            )}
          />
        </>
      )}
      <MentionField
        people={people}
        label={t('review:remark.text')}
        hint={t('review:remark.text-hint')}
        value={text}
        onChange={setText}
      />
      <ProblemNote problem={start.error} />
      <div className="cluster">
        <button type="submit" className="button button--primary button--small" aria-busy={start.isPending}>
          {t('review:remark.send')}
        </button>
        <button type="button" className="button button--small" onClick={onDone}>
          {t('common:action.cancel')}
        </button>
      </div>
    </Form>
  );
}

const isOf = (place: Place, selected: Selected): boolean =>
  place.kind === 'text' && place.network === selected.network && place.variant === selected.variant;

const nearest = (value: number): number => (value < 1 / 3 ? 0 : value < 2 / 3 ? 1 : 2);

type Given = { quote: string; point: { x: number; y: number }; selected: Selected | null };

/** Null where the words that are typed do not stand in the text. */
function toAnchor(place: Place, { quote, point, selected }: Given): Anchor | null {
  if (place.kind === 'post') return { kind: 'post' };
  if (place.kind === 'image') return { kind: 'image', mediaId: place.mediaId, ...point };
  const { text, network, variant } = place;
  const marked = selected && isOf(place, selected) && text.slice(selected.start, selected.end) === quote;
  const start = marked ? selected.start : text.indexOf(quote);
  if (quote === '' || start === -1) return null;
  return anchorAt(text, { start, end: start + quote.length }, { network, variant });
}
