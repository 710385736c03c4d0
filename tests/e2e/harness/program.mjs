// Programs of the workspace that a test starts and that print their address.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a program and waits for a line that holds its address; gives that back, a way to end it, and what it has said,
 * on both streams.
 */
export async function start(program, options, pattern) {
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    console.error(line);
  });
  const url = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const match = pattern.exec(line);
      if (match) resolve(match[1]);
    });
  });
  child.removeAllListeners('exit');
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill();
    });
  return { url, said, stop };
}
