// Quantiles, tables and the report file.

import { readFile, writeFile } from 'node:fs/promises';

export const REPORT = new URL('../../bench-report-browser.json', import.meta.url);

const tenths = (number) => Math.round(number * 10) / 10;

/** The value below which a share of the numbers is, by the nearest rank. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** What is told of a series of times in ms. */
export function quantiles(times) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => tenths(quantile(times, share)));
  return { keys: times.length, p50, p95, p99, most: tenths(Math.max(...times)) };
}

/** How much y grows for each x, by least squares. */
export function slope(points) {
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
}

/** Prints rows as a table in Markdown. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log([line(heads), `|${heads.map(() => '--:|').join('')}`, ...rows.map(line)].join('\n'));
}

/** Puts a part into the report file and leaves the others as they are. */
export async function report(name, part) {
  const old = await readFile(REPORT, 'utf8').then(JSON.parse, () => ({}));
  await writeFile(REPORT, `${JSON.stringify({ ...old, [name]: { at: new Date().toISOString(), ...part } }, null, 2)}\n`);
}
