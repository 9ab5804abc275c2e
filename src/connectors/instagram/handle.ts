import { field, textField } from '../_kit/reasons.ts';
import type { Handle } from '../contract.ts';

export type Prepared = {
  text: string;
  container: string;
  preparedAt: string;
  /** Posts that stood there before and say the same: none of them is ours. */
  before: string[];
};

/** Throws where it is not one of ours: then the caller mixed up deliveries. */
export function preparedOf(handle: Handle): Prepared {
  const container = textField(handle, 'container');
  const text = textField(handle, 'text');
  if (container === undefined || text === undefined)
    throw new Error('a handle of Instagram without a container');
  const before = field(handle, 'before');
  return {
    text,
    container,
    preparedAt: textField(handle, 'preparedAt') ?? '',
    before: Array.isArray(before) ? before.map(String) : [],
  };
}
