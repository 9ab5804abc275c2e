type Fields = Record<string, unknown>;

/** Puts what was typed over what somebody else left: what the person did not touch becomes theirs, text by text. */
export function rebase<Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Draft {
  return rebaseFields(base as Fields, mine as Fields, theirs as Fields) as Draft;
}

function rebaseFields(base: Fields, mine: Fields, theirs: Fields): Fields {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const entries = [...names].map(
    (name) => [name, rebaseField(base[name], mine[name], theirs[name])] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function rebaseField(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isFields(mine) && isFields(theirs)) return rebaseFields(isFields(base) ? base : {}, mine, theirs);
  return isSame(base, mine) ? theirs : mine;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that was never written and an empty one are the same. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
