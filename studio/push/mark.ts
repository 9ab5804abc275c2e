const KEY = 'glasnik-push';

/** Who turned it on in this browser, in which session, at which address: `keep-push.ts` asks whether that still holds. */
export type PushMark = { personId: string; sessionId: string; endpoint: string };

export function readMark(): PushMark | null {
  try {
    const mark = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<PushMark> | null;
    const { personId, sessionId, endpoint } = mark ?? {};
    return personId && sessionId && endpoint ? { personId, sessionId, endpoint } : null;
  } catch {
    return null;
  }
}

export function writeMark(mark: PushMark | null): void {
  try {
    if (mark) localStorage.setItem(KEY, JSON.stringify(mark));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed in this browser: it is turned on by hand after each sign-in.
  }
}
