import fastifyStatic from '@fastify/static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const oneYear = 'public, max-age=31536000, immutable';

/** A name that carries a hash of its content never changes its content. */
export const isHashed = (path: string): boolean => /[.-][0-9a-f]{8,}\.[a-z0-9.]+$/.test(basename(path));

/**
 * What the pages may load: themselves, and nothing from elsewhere. Scripts written into the page itself are
 * named by their hash. Older Safari does not count a socket to the same host as "self", so it is spelled out.
 */
export function contentSecurityPolicy(html: string, host: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    // Taro's web components bring their styles with them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Serves the built web app beside the API. Pages and the service worker are asked for anew each time. */
export async function serveWeb(app: FastifyInstance, root: string): Promise<void> {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  app.addHook('onSend', (request, reply, payload, done) => {
    if (
      String(reply.getHeader('content-type')).startsWith('text/html') &&
      !reply.hasHeader('content-security-policy')
    )
      reply.header('content-security-policy', contentSecurityPolicy(html, request.host));
    done(null, payload);
  });
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', isHashed(path) ? oneYear : 'no-cache');
    },
  });
}
