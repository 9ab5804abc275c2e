import { ClientFault, EXIT } from './io.ts';

export type Due = { local: string; hour?: 'earlier' | 'later' };

/** `2026-12-01 10:00` by the institution's clock. @throws ClientFault */
export function toDue(text: string): Due {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?: (earlier|later))?$/.exec(text.trim());
  const [, day = '', time = '', hour] = found ?? [];
  const local = `${day}T${time}`;
  if (!found || !isMoment(local)) throw new ClientFault(EXIT.usage, 'input.no-time', { text });
  return hour === 'earlier' || hour === 'later' ? { local, hour } : { local };
}

function isMoment(local: string): boolean {
  try {
    Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
