import { z } from 'zod';
import { Id, Instant } from './common.ts';

export const Slot = z.object({
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  /** On the institution's clock. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type Slot = z.infer<typeof Slot>;

export const SlotTimetableInput = z.object({
  slots: z.array(Slot).max(84),
  /** True: none on the institution's days off. */
  skipDaysOff: z.boolean(),
});

export const SlotTimetable = SlotTimetableInput.extend({
  accountId: Id,
  /** Send it back as `If-Match`; 0 where there is none yet. */
  revision: z.number(),
});
export type SlotTimetable = z.infer<typeof SlotTimetable>;

export const NextSlotQuery = z.object({
  /** Ids with commas between them. */
  accountIds: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,49}$/),
  /** The post that shall have it. */
  postId: Id.optional(),
  holder: Id.optional(),
});
/** Null where no slot is free within a year, or no account has any. */
export const NextSlot = z.object({ dueAt: Instant.nullable() });

export const SlotTaking = z.object({
  accountIds: z.array(Id).min(1).max(50),
  postId: Id.nullable(),
  /** Any id of the caller's: who takes another slot with it lets the first one go. */
  holder: Id,
});
/** Nobody else gets it before `heldUntil`; from then on the post that is saved with it holds it. */
export const TakenSlot = z.object({ dueAt: Instant, heldUntil: Instant });

export const FreeSlotQuery = z.object({ from: Instant, to: Instant });
export const FreeSlot = z.object({ dueAt: Instant, accountIds: z.array(Id) });
export type FreeSlot = z.infer<typeof FreeSlot>;
