// Just enough of WebAssembly's binary format to tell code from data: a module is eight bytes and then sections, each an
// id, a length in LEB128 and its bytes. https://webassembly.github.io/spec/core/binary/modules.html

const HEADER = 8;
const DATA = 11;

/** The sections of a module, as `{ id, start, end }`; `start` is where the section's id stands. */
export function sections(bytes) {
  if (bytes.length < HEADER || bytes.readUInt32BE(0) !== 0x0061736d) throw new Error('not a WebAssembly module');
  const found = [];
  let at = HEADER;
  while (at < bytes.length) {
    const start = at;
    const id = bytes[at++];
    let length = 0;
    let shift = 0;
    let byte;
    do {
      if (at >= bytes.length) throw new Error('a section is cut short');
      byte = bytes[at++];
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    at += length;
    if (at > bytes.length) throw new Error('a section is cut short');
    found.push({ id, start, end: at });
  }
  return found;
}

/** The module without its data segments: what is code and what describes code. */
export function withoutData(bytes) {
  const kept = sections(bytes).filter((section) => section.id !== DATA);
  return Buffer.concat([bytes.subarray(0, HEADER), ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}
