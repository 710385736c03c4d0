// node tests/size/table.mjs [DIST] prints what every file of the built page weighs.

import { measure, sums } from './measure.mjs';

const rows = measure(process.argv[2] ?? 'dist');
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(11);

console.log(`${'file'.padEnd(44)}${'raw'.padStart(11)}${'gzip'.padStart(11)}${'code'.padStart(11)}`);
/** The slices of letters are many and alike: one row for all of them. */
const isSlice = (row) => /^letters\/.*\.bin$/.test(row.name);
const slices = rows.filter(isSlice);
const all = (field) => slices.reduce((sum, row) => sum + row[field], 0);
const shown = rows.filter((row) => !isSlice(row));
if (slices.length) {
  const name = `${slices.length} slices of letters`;
  shown.push({ name, first: false, raw: all('raw'), total: all('total'), code: 0 });
}
for (const row of shown) {
  const name = row.first ? row.name : `${row.name} (later)`;
  console.log(`${name.padEnd(44)}${kb(row.raw)}${kb(row.total)}${kb(row.code)}`);
}
const { total, code } = sums(rows);
console.log(`${'first visit'.padEnd(55)}${kb(total)}${kb(code)}`);
