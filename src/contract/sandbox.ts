import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Faults of the practice network that a trainer can switch on. Kept equal to `connectors/sandbox/protocol.ts`. */
export const SANDBOX_FAULTS = [
  'lose-answer',
  'error-500',
  'rate-limit',
  'slow',
  'expire-token',
  'refuse-media',
] as const;
export const SandboxFault = z.enum(SANDBOX_FAULTS);

export const SandboxFaultState = z.object({ fault: SandboxFault, remaining: z.number() });
export const SandboxFaults = z.object({ items: z.array(SandboxFaultState) });
export const SetSandboxFault = z.object({ fault: SandboxFault, times: z.number().int().min(0).max(100) });

export const SandboxComment = z.object({ id: Id, author: z.string(), text: z.string(), at: Instant });
export const SandboxPost = z.object({
  id: Id,
  handle: z.string(),
  displayName: z.string(),
  text: z.string(),
  language: z.string(),
  media: z.array(z.object({ url: z.string(), alt: z.string(), width: z.number(), height: z.number() })),
  at: Instant,
  url: z.string(),
  comments: z.array(SandboxComment),
});
export type SandboxPost = z.infer<typeof SandboxPost>;
/** The code with which an account on the practice network is claimed from this institution. */
export const SandboxCode = z.object({ code: z.string() });
