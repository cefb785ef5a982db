import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyReply {
    /** The nonce that inline styles of this answer carry. */
    nonce: string;
  }
}

/** Headers of every answer. Scripts come from our own origin only; styles need the nonce of their page. */
export function addSecurityHeaders(app: FastifyInstance, publicUrl: string): void {
  app.decorateReply('nonce', '');
  app.addHook('onRequest', async (_request, reply) => {
    reply.nonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-security-policy': [
        "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${reply.nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
        "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
      ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  });
}
