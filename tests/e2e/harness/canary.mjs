// Looking for a key: in everything that a page keeps, shows, says and sends.

import assert from 'node:assert/strict';

/** The headers in which a key may travel. */
const HEADERS = ['authorization', 'x-api-key', 'x-goog-api-key'];

/** Every guise in which a key could be told, whole or by its half. */
function guises(key) {
  const half = Math.ceil(key.length / 2);
  const coded = [key, `Bearer ${key}`].map((text) => Buffer.from(text).toString('base64').replaceAll('=', ''));
  const turned = [...key].reverse().join('');
  return [key, key.slice(0, half), key.slice(-half), encodeURIComponent(key), turned, ...coded];
}

/** Fails if one of the keys, or half of one, is in the thing. */
export function without(keys, thing, where) {
  const text = typeof thing === 'string' ? thing : JSON.stringify(thing);
  for (const key of keys) {
    for (const guise of guises(key)) assert.ok(!text.includes(guise), `${key} is in ${where}`);
  }
}

/** Listens to everything that pages of a context send. Must begin before the first page is opened. */
export function listen(context) {
  const sent = [];
  const downloads = [];
  context.on('request', (request) => sent.push(request));
  context.on('page', (page) => page.on('download', (download) => downloads.push(download.suggestedFilename())));
  return { sent, downloads };
}

/**
 * The headers of a request. A request of which no headers are left to see never went out; of one that a service
 * worker makes or answers the browser may never tell them all, and those that were set for it are taken.
 */
function headersOf(request) {
  const set = request.headers();
  const late = new Promise((resolve) => setTimeout(resolve, 3000, set));
  return Promise.race([request.allHeaders().catch(() => set), late]);
}

/** Fails if a key was sent but in its header to one of its own origins: `owners` is a list of [key, origin, header]. */
export async function expectSentOnlyTo(owners, sent) {
  const keys = [...new Set(owners.map(([key]) => key))];
  const seen = new Set();
  const told = new Map(await Promise.all(sent.map(async (request) => [request, await headersOf(request)])));
  for (const request of sent) {
    const url = request.url();
    without(keys, url, 'an address');
    without(keys, request.postDataBuffer()?.toString() ?? '', `the body of ${url}`);
    const headers = told.get(request);
    for (const [name, value] of Object.entries(headers)) {
      const owner = owners.find(
        ([key, origin, header]) =>
          origin === new URL(url).origin && header === name && value.replace(/^Bearer /, '') === key,
      );
      if (owner) seen.add(owner);
      else without(keys, value, `the header ${name} of ${url}`);
      assert.ok(!HEADERS.includes(name) || owner, `${name} goes to ${url}`);
    }
  }
  for (const owner of owners) assert.ok(seen.has(owner), `nothing was sent for ${owner}: the test tests nothing`);
}

/** What a page keeps and shows, but for the value of the field for the key. */
export function remains(page) {
  return page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Everything that a database holds.
    const records = async (name) => {
      const base = await done(indexedDB.open(name));
      const all = [...base.objectStoreNames].map((store) => done(base.transaction(store).objectStore(store).getAll()));
      const found = [name, await Promise.all(all)];
      base.close();
      return found;
    };
    const nodes = [...document.querySelectorAll('*')];
    const fields = nodes.filter((node) => 'value' in node && node.id !== 'api-key');
    // What the service worker keeps.
    const kept = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept.push(...requests.map(({ url }) => [name, url]));
    }
    return {
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await Promise.all((await indexedDB.databases()).map(({ name }) => records(name))),
      kept,
      dom: document.documentElement.outerHTML,
      text: document.documentElement.textContent,
      attributes: nodes.flatMap((node) => [...node.attributes].map((one) => one.value)),
      fields: fields.map((node) => String(node.value)),
      history: [JSON.stringify(history.state), location.href, document.title, document.cookie, document.referrer, window.name],
      resources: performance.getEntries().map((entry) => entry.name),
    };
  });
}
