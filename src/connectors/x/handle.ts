import { field, textField } from '../_kit/reasons.ts';
import type { Handle, Json } from '../contract.ts';

/** One part of a post as `publish` will send it. */
export type Part = { text: string; media: string[] };
export type Prepared = {
  parts: Part[];
  /** The account's newest post before anything was sent: whatever of ours came of it is newer. */
  since: string | null;
  preparedAt: string;
};

export const asHandle = ({ parts, since, preparedAt }: Prepared): Handle => ({
  parts: parts.map(({ text, media }) => ({ text, media })),
  since,
  preparedAt,
});

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const parts = field(handle, 'parts');
  if (!Array.isArray(parts) || parts.length === 0) throw new Error('a handle of X without parts');
  return {
    parts: parts.map((part) => ({ text: textField(part, 'text') ?? '', media: texts(field(part, 'media')) })),
    since: textField(handle, 'since') ?? null,
    preparedAt: textField(handle, 'preparedAt') ?? '',
  };
}

const texts = (json: Json | undefined): string[] =>
  Array.isArray(json) ? json.filter((it): it is string => typeof it === 'string') : [];
