// The provider of the tests (tests/provider): a real HTTP server that does what the name of the model says.

import path from 'node:path';
import { start } from './program.mjs';

const PROGRAM = process.env.TEST_PROVIDER ?? path.resolve('target/debug/test-provider');

/** Starts the provider on a free port. */
export async function startProvider() {
  const { url, stop } = await start(PROGRAM, ['--port', '0'], /listening on (http:\/\/\S+)/);
  return {
    url,
    origin: url,
    /** Everything that was asked, in order; `asks` only what asks for a poem. */
    requests: async () => (await fetch(`${url}/__requests`)).json(),
    asks: async () => (await (await fetch(`${url}/__requests`)).json()).filter((r) => r.method === 'POST'),
    reset: () => fetch(`${url}/__reset`, { method: 'POST' }),
    stop,
  };
}
