// The content security policy of the page, as a <meta>, for a static host cannot be told to send headers.
//
// It is the promise about keys and text in a form that the browser keeps: no script but our own, nothing loaded from
// anywhere else. `connect-src` allows any https host and this machine, since people may name their own provider.
// Trunk starts the page by an inline script whose text changes with every build, so the script is named by its hash.

import { createHash } from 'node:crypto';

/** The one policy of Trusted Types: that of `offline/register.js`, which vouches for the address of the service worker. No
 *  other text becomes markup or an address of code, whoever wrote it. */
const TRUSTED = 'yinchuang-worker';

/** The texts of the inline scripts of a page. */
export function inlineScripts(html) {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi);
  return [...scripts].filter(([, attributes]) => !/\bsrc\s*=/i.test(attributes)).map(([, , text]) => text);
}

/** The source expression that allows a script of this text. */
export function hashOf(script) {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}

/** The policy for a page with these inline scripts. */
export function policyFor(scripts) {
  const hashes = scripts.map(hashOf).join(' ');
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval' ${hashes}`.trimEnd(),
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `connect-src 'self' https: http://127.0.0.1:* http://localhost:*`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${TRUSTED}`,
  ].join('; ');
}

/** What the policy would silently forbid: said at build time instead. */
export function forbidden(html) {
  const markup = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script\s*>/gi, '$1');
  const found = [];
  if (/<style\b/i.test(markup)) found.push('an inline <style>');
  if (/<[a-z][^>]*\sstyle\s*=/i.test(markup)) found.push('a style attribute');
  if (/<[a-z][^>]*\son[a-z]+\s*=/i.test(markup)) found.push('an inline event handler');
  if (/<base\b/i.test(markup)) found.push('a <base>');
  return found;
}

/**
 * The page without what only makes browsers complain: they do not check the integrity of a preloaded module (Trunk writes
 * one there) and say so in the console at every visit.
 */
export function withoutIdleIntegrity(html) {
  return html.replace(/<link\b[^>]*>/gi, (tag) =>
    /\bas="?fetch\b/i.test(tag) ? tag.replace(/\sintegrity=(?:"[^"]*"|[^\s>]+)/i, '') : tag,
  );
}

/** The page with the policy as the first thing in its head. A minified page may have left out `<head>` or `<html>`. */
export function withPolicy(html) {
  const problems = forbidden(html);
  if (problems.length > 0) throw new Error(`the policy forbids what the page has: ${problems.join(', ')}`);
  const policy = policyFor(inlineScripts(html));
  const tags =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` + `<meta name="referrer" content="no-referrer">`;
  for (const opening of [/<head\b[^>]*>/i, /<html\b[^>]*>/i, /<!doctype\b[^>]*>/i]) {
    const match = opening.exec(html);
    if (match) {
      const place = match.index + match[0].length;
      return html.slice(0, place) + tags + html.slice(place);
    }
  }
  throw new Error('the page has no doctype');
}
