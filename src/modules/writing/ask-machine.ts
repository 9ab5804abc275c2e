import { z } from 'zod';
import type { Db } from '#/db/database.ts';
import type { Clock } from '#/kernel/clock.ts';
import { Problem } from '#/kernel/errors.ts';
import { newId } from '#/kernel/ids.ts';
import { FetchFault, type SafeFetch } from '#/kernel/safe-fetch.ts';
import { cleanText } from '#/language/index.ts';
import { permit, type Actor } from '#/modules/people/index.ts';
import { record } from '#/modules/records/index.ts';
import * as queries from './machine-queries.ts';
import { messageFor, type MachineAsk } from './machine-tasks.ts';
import { readSettingsRow } from './queries.ts';

/** Where a machine answers by the protocol of OpenAI's chat completions. Set by the operator, or there is none. */
export type Machine = { url: string; model: string; key: { reveal(): string } | null };
/** `machineFetch` reaches the machine, be it on this host, and is no way for anybody else to get there. */
export type MachineDeps = { db: Db; clock: Clock; machineFetch: SafeFetch; machine: Machine | null };

export type MachineSuggestion = { id: string; sent: string; answer: string; host: string; model: string };

/** Milliseconds: a slow model on a small machine may think for a minute. */
export const PATIENCE_MS = 90_000;
const Answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

export const hostOf = (machine: Machine): string => new URL(machine.url).host;

/** What would be sent, and where to. Sends nothing. @throws Problem `machine.off` */
export async function previewMachine(
  deps: MachineDeps,
  actor: Actor,
  ask: MachineAsk,
): Promise<{ message: string; host: string; model: string }> {
  permit(actor, 'machine.ask');
  const machine = await requireMachine(deps, actor);
  return { message: messageFor(ask), host: hostOf(machine), model: machine.model };
}

/**
 * Sends exactly what the person has seen, and keeps what came back as an offer. Nothing of the post changes.
 * @param seen the message of the preview; another one is refused, because nobody has seen it
 * @throws Problem `machine.off`, `machine.not-seen`, `machine.no-answer`, `machine.refused`
 */
export async function askMachine(
  deps: MachineDeps,
  actor: Actor,
  ask: MachineAsk,
  seen: string,
): Promise<MachineSuggestion> {
  permit(actor, 'machine.ask');
  const machine = await requireMachine(deps, actor);
  const sent = messageFor(ask);
  if (sent !== seen) throw new Problem('conflict', 'machine.not-seen');
  const answer = cleanText(await complete(deps.machineFetch, machine, sent)).text.trim();
  if (answer === '')
    throw new Problem('unavailable', 'machine.no-answer', { params: { host: hostOf(machine) } });
  const now = deps.clock.now();
  const id = newId();
  const offer = { id, sent, answer, host: hostOf(machine), model: machine.model };
  await deps.db.within(actor, async (tx) => {
    await queries.insertSuggestion(tx, { ...offer, actor, ask, now });
    await record(tx, actor, now, {
      kind: 'machine.asked',
      subjectType: 'machine-suggestion',
      subjectId: id,
      detail: {
        task: ask.task,
        variant: ask.variant,
        host: offer.host,
        model: offer.model,
        characters: sent.length,
      },
    });
  });
  return offer;
}

/** What the person made of it. @throws Problem `machine.not-found`, `machine.settled` */
export async function settleMachine(
  deps: Pick<MachineDeps, 'db' | 'clock'>,
  actor: Actor,
  id: string,
  taken: boolean,
): Promise<void> {
  permit(actor, 'machine.ask');
  const now = deps.clock.now();
  await deps.db.within(actor, async (tx) => {
    const row = await queries.readSuggestion(tx, id);
    if (!row || row.person_id !== actor.personId) throw new Problem('not-found', 'machine.not-found');
    if (row.outcome !== 'offered') throw new Problem('conflict', 'machine.settled');
    await queries.settleSuggestion(tx, id, taken ? 'taken' : 'left', now);
    await record(tx, actor, now, {
      kind: taken ? 'machine.taken' : 'machine.left',
      subjectType: 'machine-suggestion',
      subjectId: id,
    });
  });
}

/** Twice a yes: the operator has named a machine, and the institution lets it help. */
async function requireMachine(deps: MachineDeps, actor: Actor): Promise<Machine> {
  const { machine_help: on } = await deps.db.within(actor, readSettingsRow);
  if (!deps.machine || !on) throw new Problem('conflict', 'machine.off');
  return deps.machine;
}

async function complete(fetch: SafeFetch, machine: Machine, content: string): Promise<string> {
  const params = { host: hostOf(machine) };
  let answer: Response;
  try {
    answer = await fetch(`${machine.url}/chat/completions`, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        ...(machine.key ? { authorization: `Bearer ${machine.key.reveal()}` } : {}),
      },
      body: JSON.stringify({ model: machine.model, messages: [{ role: 'user', content }], stream: false }),
    });
  } catch (cause) {
    if (!(cause instanceof FetchFault)) throw cause;
    throw new Problem('unavailable', 'machine.no-answer', { params, cause });
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Problem('unavailable', 'machine.refused', { params: { ...params, status: answer.status } });
  }
  const parsed = Answer.safeParse(await answer.json().catch(() => null));
  if (!parsed.success) throw new Problem('unavailable', 'machine.no-answer', { params, cause: parsed.error });
  return parsed.data.choices[0]?.message.content ?? '';
}
