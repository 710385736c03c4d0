// Serves the built page as a static host does: plain files, no fallbacks, under a path of its own, so that an address
// that only works at the root of a host fails here.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

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

/** Serves `folder`; gives `{ url, origin, asked, close }`, where `asked` lists the paths that were asked for. */
export async function serve(folder) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    asked.push(pathname);
    const inner = pathname.startsWith(BASE) ? decodeURIComponent(pathname.slice(BASE.length)) : null;
    const file = inner === null ? null : path.join(folder, inner === '' ? 'index.html' : inner);
    const size = file && !inner.includes('..') && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!size) {
      response.writeHead(404).end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { url: origin + BASE, origin, base: BASE, asked, close };
}
