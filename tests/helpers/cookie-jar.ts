/** A browser without pages: follows redirects by hand and keeps cookies, as far as a sign-in needs it. */
export class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  cookie(url: string): string {
    const kept = this.#cookies.get(new URL(url).origin) ?? new Map<string, string>();
    return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = this.cookie(url);
    if (cookie && !headers.has('cookie')) headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const kept = this.#cookies.get(new URL(url).origin) ?? new Map<string, string>();
    this.#cookies.set(new URL(url).origin, kept);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/max-age=0/i.test(rest.join(';')) || value.join('=') === '') kept.delete(name);
      else kept.set(name, value.join('='));
    }
    return response;
  }

  /** Goes where it is sent until it arrives at a page of the studio, and answers its address. */
  async follow(url: string, until: RegExp = /\/studio(\/|$)/): Promise<URL> {
    let at = url;
    for (let step = 0; step < 15; step += 1) {
      if (until.test(at)) return new URL(at);
      const response = await this.go(at);
      const next = response.headers.get('location');
      if (!next) throw new Error(`stranded at ${at}: ${response.status} ${await response.text()}`);
      await response.body?.cancel();
      at = new URL(next, at).href;
    }
    throw new Error(`it never arrived: ${at}`);
  }
}
