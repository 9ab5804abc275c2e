import { field, textField } from '../_kit/reasons.ts';
import type { Handle } from '../contract.ts';

export type Prepared = {
  /** The text of each part of the thread. */
  parts: string[];
  /** Of the first part, with its pictures; those of answers are made when the post before them has its id. */
  container: string;
  preparedAt: string;
  /** Posts that stood there before and say the same: none of them is ours. */
  before: string[];
};

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const container = textField(handle, 'container');
  const parts = textsIn(handle, 'parts');
  if (container === undefined || parts.length === 0)
    throw new Error('a handle of Threads without a container');
  return {
    parts,
    container,
    preparedAt: textField(handle, 'preparedAt') ?? '',
    before: textsIn(handle, 'before'),
  };
}

const textsIn = (handle: Handle, name: string): string[] => {
  const list = field(handle, name);
  return Array.isArray(list) ? list.map(String) : [];
};
