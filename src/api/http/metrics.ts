import { timingSafeEqual } from 'node:crypto';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { addressOf } from './request.ts';

export type Metrics = { registry: Registry; observe: MiddlewareHandler };

export type BacklogReader = () => Promise<{ due: number; underWay: number; late: number }>;

/** What a watcher needs: requests by route, deliveries that wait, and the process itself. */
export function createMetrics(readBacklog: BacklogReader): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'glasnik_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const deliveries = new Gauge({
    name: 'glasnik_deliveries',
    help: 'Deliveries that are due, under way, or late by more than a minute',
    labelNames: ['state'] as const,
    async collect() {
      const backlog = await readBacklog();
      this.set({ state: 'due' }, backlog.due);
      this.set({ state: 'under_way' }, backlog.underWay);
      this.set({ state: 'late' }, backlog.late);
    },
    registers: [],
  });
  registry.registerMetric(deliveries);
  return {
    registry,
    observe: async (context, next) => {
      const end = requests.startTimer();
      await next();
      end({ method: context.req.method, route: routePath(context, -1), status: String(context.res.status) });
    },
  };
}

/** `/metrics` for whoever has the token; without a token, for this machine only. */
export function mountMetrics(
  app: Hono,
  deps: { metrics: Metrics; token: string | null; trustProxy: number },
): void {
  app.get('/metrics', async (context) => {
    if (!allowed(context, deps)) return context.text('Forbidden: set GLASNIK_METRICS_TOKEN', 403);
    const text = await deps.metrics.registry.metrics();
    return context.body(text, 200, { 'Content-Type': deps.metrics.registry.contentType });
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

function allowed(context: Context, deps: { token: string | null; trustProxy: number }): boolean {
  if (deps.token === null) return LOOPBACK.test(addressOf(context, deps.trustProxy));
  const given = Buffer.from(context.req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${deps.token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
