// The last touch to a release build: packed, then under its policy.
//
//   node tools/after-build.mjs FOLDER

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mergeStyles, shrinkModules } from './pack.mjs';
import { withPolicy, withoutIdleIntegrity } from './policy.mjs';

const folder = process.argv[2];
const file = path.join(folder, 'index.html');
let html = readFileSync(file, 'utf8');
html = mergeStyles(folder, html);
html = await shrinkModules(folder, html);
html = withPolicy(withoutIdleIntegrity(html));
writeFileSync(file, html);
console.log(`packed, and under its content security policy: ${file}`);
