// The page without a network: a service worker that keeps the page's own files.
//
// The build puts three constants before this text: FIRST, what is fetched in advance, and LATER, what is kept once somebody
// has asked for it, each as { address: hash }, with an empty hash where the name of the file holds one; and START, the
// script that index.html of this version names.
//
// Everything is kept under its address and its hash in one cache, so that a file that two versions share is fetched once
// and two tabs of different versions each find their own. Only files of these lists, and files of an earlier version that
// are kept still, are ever answered for: no other origin, no request to a provider, nothing that is not a GET.

const SCOPE = self.registration.scope;
// Pages of one account share the origin, and so its caches.
const NAME = `yinchuang ${SCOPE}`;
const HASHED = /-[0-9a-f]{16}(?:_bg)?\.\w+$/;

const describe = ([name, hash]) => {
  const address = new URL(name, SCOPE);
  return [address.pathname, { address: address.href, key: address.href + (hash && `?${hash}`), hash, page: name === './' }];
};
const first = new Map(Object.entries(FIRST).map(describe));
const files = new Map([...first, ...Object.entries(LATER).map(describe)]);

const open = () => caches.open(NAME);

/** Fetches a file and keeps it. A page of another version than these files, and a redirection, are refused. */
async function fetched(cache, file) {
  const response = await fetch(file.address, { cache: file.hash ? 'no-cache' : 'force-cache' });
  const fits = response.ok && !response.redirected && (!file.page || (await response.clone().text()).includes(START));
  if (!fits) throw new Error(`not as it was built: ${file.address}`);
  await cache.put(file.key, response.clone());
  return response;
}

/** One after the other: the person may need the network for something else. */
async function fetchFirst() {
  const cache = await open();
  for (const file of first.values()) {
    if (!(await cache.match(file.key))) await fetched(cache, file);
  }
}

/** What is kept of a file, or else the file. Where it cannot be kept, the request goes on as it would without a worker. */
async function answer(request, file) {
  const cache = await open();
  return (await cache.match(file.key)) ?? (await fetched(cache, file).catch(() => fetch(request)));
}

/** A part that a version before this one asks for in a tab that is open still. */
async function answerOld(request) {
  const cache = await open();
  return (await cache.match(request.url)) ?? fetch(request);
}

/** Removes what this version does not name, unless more than so many tabs are open: they may run the version before. */
async function tidy(most) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.filter((one) => one.url.startsWith(SCOPE)).length > most) return;
  const cache = await open();
  const wanted = new Set([...files.values()].map((file) => file.key));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

self.addEventListener('install', (event) => event.waitUntil(fetchFirst()));

// The first visit is taken over at once: its rooms come from here, whatever the server has by then. A later version waits
// until it is asked for, or until no tab is open.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), tidy(1)])));

self.addEventListener('message', (event) => {
  if (event.data === 'use') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') {
    const page = files.get(pathname.replace(/index\.html$/, ''));
    if (!page?.page) return;
    event.respondWith(answer(request, page));
    event.waitUntil(tidy(0));
    return;
  }
  const file = files.get(pathname);
  if (file && !file.page) event.respondWith(answer(request, file));
  else if (HASHED.test(pathname)) event.respondWith(answerOld(request));
});
