import { z } from 'zod';
import { Id } from './common.ts';

/** Only the address: the answer is the same whether anybody has it or not. */
export const ForgottenPassword = z.object({ email: z.email().max(254) });

/** What stands in the link. */
export const PasswordLink = z.object({
  personId: Id,
  /** Seconds since 1970. */
  until: z.number().int().min(0).max(99_999_999_999),
  stamp: z.string().min(1).max(40),
  signature: z.string().min(1).max(200),
});

export const ChosenPassword = PasswordLink.extend({ password: z.string().min(12).max(200) });

export const PasswordOwner = z.object({ email: z.string() });
