// Draws the icons of the installed page from public/icon.svg into public/app/.
//
//   node tools/icons.mjs
//
// It needs Chromium (CHROME names another one). What it writes is checked in.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/e2e/harness/browser.mjs';

const PUBLIC = fileURLToPath(new URL('../public/', import.meta.url));
const svg = readFileSync(path.join(PUBLIC, 'icon.svg'), 'utf8');
/** The ground to the very edge, where a system cuts the shape itself: what is drawn stays in the inner four fifths. */
const whole = svg
  .replace(/ rx="\d+"/, '')
  .replace(/(<rect [^>]*>)(.*)(<\/svg>)/, '$1<g transform="translate(6.4 6.4) scale(.8)">$2</g>$3');

const ICONS = {
  'icon-192.png': [svg, 192],
  'icon-512.png': [svg, 512],
  'maskable-512.png': [whole, 512],
  'touch-180.png': [whole, 180],
};

const browser = await launch();
try {
  for (const [name, [picture, size]] of Object.entries(ICONS)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${picture}`);
    await page.screenshot({ path: path.join(PUBLIC, 'app', name), omitBackground: true });
    await page.close();
    console.log(name);
  }
} finally {
  await browser.close();
}
