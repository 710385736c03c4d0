// Serves the built page as a static host does: plain files, no fallbacks, under a path of its own, so that an address
// that only works at the root of a host fails here.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const BASE = '/yinchuang/';

/** What GitHub Pages sends through gzip. */
const TEXTS = ['.html', '.js', '.css', '.wasm', '.svg', '.json', '.webmanifest'];

/**
 * Serves `folder` under `base`; gives `{ url, origin, base, asked, close }`, where `asked` lists the paths that were asked
 * for. Another `folder` may be put in its place later, as a release does, and the server may be `away` for a time.
 */
export async function serve(folder, { base = BASE, gzip = false } = {}) {
  const asked = [];
  const site = { base, asked, folder, away: false };
  const server = createServer((request, response) => {
    if (site.away) {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    asked.push(pathname);
    const inner = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : null;
    const file = inner === null ? null : path.join(site.folder, inner === '' ? 'index.html' : inner);
    const size = file && !inner.includes('..') && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!size) {
      response.writeHead(404).end('not found');
      return;
    }
    const type = path.extname(file);
    const packed = gzip && TEXTS.includes(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      ...(packed && { 'content-encoding': 'gzip' }),
    });
    const content = createReadStream(file);
    (packed ? content.pipe(createGzip()) : content).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  site.url = site.origin + base;
  site.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return site;
}
