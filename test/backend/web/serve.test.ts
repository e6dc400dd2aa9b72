import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../../src/backend/http/server';
import { contentSecurityPolicy, isHashed, serveWeb } from '../../../src/backend/web/serve';

describe('the web app', () => {
  let root: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'linli-web-'));
    mkdirSync(join(root, 'js'));
    writeFileSync(
      join(root, 'index.html'),
      '<!doctype html><script>start()</script><script src="/js/app.js"></script>',
    );
    writeFileSync(join(root, 'js', 'app.0123abcd.js'), '1');
    writeFileSync(join(root, 'sw.js'), '1');
    writeFileSync(join(root, '.built'), 'secret');
    server = await createServer({ logger: false, trustProxy: false, version: '0' });
    await serveWeb(server, root);
  });
  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/?as=resident', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/js/app.0123abcd.js', 'public, max-age=31536000, immutable'],
  ])('%s is cached as %s', async (url, cached) => {
    const answer = await server.inject(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, cached]);
  });

  it('lets the page load from here alone', async () => {
    const policy = String(
      (await server.inject({ url: '/', headers: { host: 'linli.example:8710' } })).headers[
        'content-security-policy'
      ],
    );
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("connect-src 'self' ws://linli.example:8710 wss://linli.example:8710;");
    // sha256 of `start()`, the one script written into the page
    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy).not.toMatch(/https?:|script-src[^;]*unsafe/);
  });

  it('takes no words of its policy from the caller', () => {
    expect(contentSecurityPolicy('', "x; script-src 'unsafe-inline'")).not.toContain("script-src 'unsafe");
  });

  it('answers what is not there with a problem document, and nothing from outside its folder', async () => {
    for (const url of [
      '/nothing.js',
      '/js/app.fedcba98.js',
      '/../package.json',
      '/..%2fpackage.json',
      '/js/',
    ]) {
      const answer = await server.inject(url);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it('knows a hashed name', () => {
    expect(['app.0123abcd.js', '12.deadbeef.chunk.css', 'a-0123456789abcdef.woff2'].every(isHashed)).toBe(
      true,
    );
    expect(['index.html', 'sw.js', 'app.js', 'manifest.json'].some(isHashed)).toBe(false);
  });
});
