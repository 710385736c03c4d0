// The system's Chromium.

import { chromium } from 'playwright-core';

const SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts it, without its sandbox where that is not to be had: as root, in a container. */
export function launch(more = []) {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    chromiumSandbox: !root && !process.env.CI,
    args: [...SWITCHES, ...more],
  });
}
