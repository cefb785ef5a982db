import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/** Serves the built pages: assets with hashed names for ever, the page itself fresh, with the nonce of its styles. */
export async function servePages(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory, index: false, wildcard: false, serveDotFiles: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, max-age=300'),
  });
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  const send = (nonce: string): string => page.replaceAll('__CSP_NONCE__', nonce);
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(send(reply.nonce)));
  // Addresses of pages belong to the router in the browser; anything under /api or with a file ending is really missing.
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}(\?|$)/.test(request.url)) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(send(reply.nonce));
  });
}
