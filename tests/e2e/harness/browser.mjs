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

/** Starts it, without its sandbox where that is not to be had: as root, in a container. `putsAside` is whether it keeps a page
 *  that is left, and brings it back as it was: Playwright has that off. */
export function launch(more = [], { putsAside = false } = {}) {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    chromiumSandbox: !root && !process.env.CI,
    args: [...SWITCHES, ...more],
    ignoreDefaultArgs: putsAside ? ['--disable-back-forward-cache'] : [],
  });
}
