// The database of the drafts, seen from a page.

import assert from 'node:assert/strict';
import { eventually } from './wait.mjs';

/** What the works below have: `open()` gives the database, `done(request)` waits. */
const TOOLS = `
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = () => done(indexedDB.open('yinchuang'));`;

/** Does something in a page. It goes there as text, for a page that forbids `eval` lets no function be put together. */
const inside = (page, work, given = null) =>
  page.evaluate(`(() => {${TOOLS} return (${work})(open, done, ${JSON.stringify(given)}); })()`);

/** The database as it is: its version, and its stores' records. */
export const database = (page) =>
  inside(page, async (open, done) => {
    const found = (await indexedDB.databases()).find(({ name }) => name === 'yinchuang');
    if (!found) return { heads: [], bodies: [] };
    const base = await open();
    const read = (store) => done(base.transaction(store).objectStore(store).getAll());
    const all = { version: base.version, heads: await read('heads'), bodies: await read('bodies') };
    base.close();
    return all;
  });

/** The texts of the drafts in the database. */
export const kept = async (page) => (await database(page)).heads.map((head) => JSON.parse(head).draft.text);

/** Waits until the database has a draft with this text. */
export const expectBase = (page, text) =>
  eventually(async () => {
    const texts = await kept(page);
    assert.ok(texts.includes(text), `${text} in ${JSON.stringify(texts)}`);
  });

/** Puts a text under a key of a store. */
export const putRecord = (page, store, key, text) =>
  inside(
    page,
    async (open, done, [store, key, text]) => {
      const base = await open();
      await done(base.transaction(store, 'readwrite').objectStore(store).put(text, key));
      base.close();
    },
    [store, key, text],
  );

/** Puts drafts under their ids: `drafts` is a list of heads and bodies. */
export const putDrafts = (page, drafts) =>
  inside(
    page,
    async (open, done, drafts) => {
      const base = await open();
      const running = base.transaction(['heads', 'bodies'], 'readwrite');
      for (const { head, body } of drafts) {
        running.objectStore('heads').put(JSON.stringify(head), head.id);
        running.objectStore('bodies').put(JSON.stringify(body), head.id);
      }
      await new Promise((resolve) => (running.oncomplete = resolve));
      base.close();
    },
    drafts,
  );

/** Deletes the database from a page of the same origin; says what came of it. */
export const deleteBase = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.deleteDatabase('yinchuang');
        asked.onsuccess = () => resolve('deleted');
        asked.onblocked = () => resolve('blocked');
        asked.onerror = () => resolve('failed');
      }),
  );

/** Has no page open the database until this one is closed: it holds a connection that a deletion waits for. */
export const block = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open('yinchuang', 1);
        asked.onupgradeneeded = () => ['heads', 'bodies'].forEach((store) => asked.result.createObjectStore(store));
        asked.onsuccess = () => {
          window.held = asked.result;
          indexedDB.deleteDatabase('yinchuang').onblocked = resolve;
        };
      }),
  );

/** Has the database busy for some milliseconds: all who read and write wait. Comes back when it is. */
export const hold = (page, milliseconds) =>
  inside(
    page,
    async (open, done, milliseconds) => {
      const base = await open();
      const store = base.transaction(['heads', 'bodies'], 'readwrite').objectStore('heads');
      const end = performance.now() + milliseconds;
      await done(store.get('nothing'));
      const spin = () => {
        store.get('nothing').onsuccess = () => (performance.now() < end ? spin() : base.close());
      };
      spin();
    },
    milliseconds,
  );
