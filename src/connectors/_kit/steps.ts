import { createHash } from 'node:crypto';
import type { ConnectorContext, Json, Message } from '../contract.ts';
import { field } from './reasons.ts';

export type Notes = { [name: string]: Json };

/**
 * How far the preparation of a message has come (ADR 0034), for uploads that must not begin anew after every kill. Notes of
 * another message, or of a version of it before a change, count as none.
 */
export function openNotes(
  context: ConnectorContext,
  { text, video }: Pick<Message, 'text' | 'video'>,
): { read: (name: string) => Json | undefined; keep: (notes: Notes) => Promise<void> } {
  const mark = createHash('sha256')
    .update(JSON.stringify([text, video?.mediaId]))
    .digest('base64url');
  const kept = context.steps?.kept ?? null;
  let notes: Notes = kept !== null && field(kept, 'mark') === mark ? kept : { mark };
  return {
    read: (name) => field(notes, name),
    keep: async (more) => {
      notes = { ...notes, ...more };
      await context.steps?.keep(notes);
    },
  };
}
