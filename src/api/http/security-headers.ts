import type { MiddlewareHandler } from 'hono';

const STRICT = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer that does not bring stricter ones of its own. No inline script or style anywhere. */
export function securityHeaders(options: { https: boolean }): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    };
    set('Content-Security-Policy', STRICT);
    set('X-Content-Type-Options', 'nosniff');
    set('Referrer-Policy', 'strict-origin-when-cross-origin');
    set('Cross-Origin-Opener-Policy', 'same-origin');
    set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (options.https) set('Strict-Transport-Security', 'max-age=31536000');
  };
}
