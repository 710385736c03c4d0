// Another version of the built page: what a release puts in the place of this one.

import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWorker } from '../../../tools/offline.mjs';

/**
 * A copy of `dist` in which the style sheet and every part that is fetched later have other names, as after a change, and
 * the root element says `data-version`. Gives the folder, and a way to remove it.
 */
export async function release(dist, version) {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
  cpSync(dist, folder, { recursive: true });
  const names = readdirSync(folder);
  const script = names.find((name) => /^yinchuang-[0-9a-f]{16}\.js$/.test(name));
  const renamed = (name) => name.replace(/-[0-9a-f]{16}\./, `-${version.repeat(16).slice(0, 16)}.`);
  const moved = names.filter((name) => /^(?:style|split|chunk|yinchuang)\S*\.(?:css|wasm|js)$/.test(name) && !name.includes('_bg'));
  for (const name of moved) renameSync(path.join(folder, name), path.join(folder, renamed(name)));
  for (const name of ['index.html', renamed(script)]) {
    const file = path.join(folder, name);
    let text = readFileSync(file, 'utf8');
    for (const old of moved) text = text.replaceAll(old, renamed(old));
    // The script's text and the inline script's have changed, and with them what the policy and the integrity say.
    text = text.replace(/\sintegrity=[^\s>]+/g, '').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    writeFileSync(file, text.replace('<html ', `<html data-version=${version} `));
  }
  await writeWorker(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
