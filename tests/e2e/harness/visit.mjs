// One person's visit: a browser profile with the page open, and everything on the way that should not have happened.

import { ready } from './sheet.mjs';

// What the browser says of every page that Trunk builds: it preloads the module with its hash, and the hash is
// checked where the module is fetched.
const OF_THE_BUILD = /`integrity` attribute is currently ignored for preload destinations/;
// What Playwright says where a test wants no service worker.
const OF_THE_HARNESS = /Service Worker registration blocked by Playwright/;

// What the browser says of a part that was on its way when the page was left; where nothing of it had come yet, that it
// cannot be fetched, as it says of a part that is not there.
const OF_LEAVING = /WebAssembly compilation aborted: Network error: Response body loading was aborted/;
const PERHAPS_OF_LEAVING = /^TypeError: Failed to fetch\n\s+at .*\/yinchuang-[0-9a-f]{16}\.js/;

export class Visit {
  constructor(context, site, provider) {
    this.context = context;
    this.site = site;
    this.provider = provider;
    this.forgive();
    /** Every text that the console got, and every address that was asked for. */
    this.said = [];
    this.asked = [];
    /** Console errors that a test expects, as patterns: the browser reports each refused request itself. */
    this.expected = [];
  }

  /** Console errors, uncaught errors, requests to others, failed loads of the page's own files. */
  get problems() {
    return [...this.sure, ...this.doubtful.map(({ text }) => text)];
  }

  /** Forgets the problems until now, which a test has looked at. */
  forgive() {
    this.sure = [];
    this.doubtful = [];
  }

  /** Opens the page in a new tab, which becomes `this.page`. */
  async openTab(hash = '') {
    this.page = await this.context.newPage();
    this.#watch(this.page);
    await this.page.goto(this.site.url + hash);
    await ready(this.page);
    return this.page;
  }

  #watch(page) {
    page.on('console', (message) => {
      this.said.push(message.text());
      if (message.type() === 'error' || message.type() === 'warning') this.#problem(message.text(), page);
    });
    // A page that has gone, or has given way to the next, was being left when it said that.
    const forget = () => {
      this.doubtful = this.doubtful.filter((doubt) => doubt.page !== page);
    };
    page.on('domcontentloaded', forget);
    page.on('close', forget);
    page.on('pageerror', (error) => this.#problem(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      this.asked.push(url);
      const { protocol, origin } = new URL(url);
      if (['data:', 'blob:'].includes(protocol)) return;
      if (![this.site.origin, this.provider.origin].includes(origin)) this.#problem(`asked ${url}`);
    });
    page.on('response', (response) => {
      const own = new URL(response.url()).origin === this.site.origin;
      if (own && response.status() >= 400) this.#problem(`${response.status()} for ${response.url()}`);
    });
  }

  #problem(text, page) {
    if (OF_THE_BUILD.test(text) || OF_THE_HARNESS.test(text) || OF_LEAVING.test(text)) return;
    if (this.expected.some((pattern) => pattern.test(text))) return;
    if (page && PERHAPS_OF_LEAVING.test(text)) this.doubtful.push({ page, text });
    else this.sure.push(text);
  }

  close() {
    return this.context.close();
  }
}
