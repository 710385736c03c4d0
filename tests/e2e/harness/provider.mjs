// The provider of the tests (tests/provider): a real HTTP server that does what the name of the model says.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = process.env.TEST_PROVIDER ?? path.resolve('target/debug/test-provider');

/** Starts the provider on a free port. */
export async function startProvider() {
  const child = spawn(PROGRAM, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${PROGRAM} ended with ${code} before it listened`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /listening on (http:\/\/\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
  });
  child.removeAllListeners('exit');
  return {
    url,
    origin: url,
    /** Everything that was asked, in order; `asks` only what asks for a poem. */
    requests: async () => (await fetch(`${url}/__requests`)).json(),
    asks: async () => (await (await fetch(`${url}/__requests`)).json()).filter((r) => r.method === 'POST'),
    reset: () => fetch(`${url}/__reset`, { method: 'POST' }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill();
      }),
  };
}
