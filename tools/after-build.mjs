// The last touch to a release build: packed, ready to work without a network, and under its policy.
//
//   node tools/after-build.mjs FOLDER

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withOffline, writeWorker } from './offline.mjs';
import { mergeStyles, shrinkModules } from './pack.mjs';
import { withPolicy, withoutIdleIntegrity } from './policy.mjs';

const folder = process.argv[2];
const file = path.join(folder, 'index.html');
let html = readFileSync(file, 'utf8');
html = mergeStyles(folder, html);
html = await shrinkModules(folder, html);
html = await withOffline(folder, html);
html = withPolicy(withoutIdleIntegrity(html));
writeFileSync(file, html);
await writeWorker(folder);
console.log(`packed, and under its content security policy: ${file}`);
