// Contrast as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio

/** The three channels of `#rrggbb`, `#rgb`, `rgb(…)` or `color(srgb …)`, from 0 to 255. */
export function channels(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  }
  const numbers = colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  return colour.startsWith('color(') ? numbers.map((part) => part * 255) : numbers;
}

function luminance(colour) {
  const [r, g, b] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far two opaque colours are apart, from 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Every visible text of a page with its colour and the first opaque ground behind it. Disabled controls are exempt. */
export async function textPairs(page) {
  const pairs = await page.evaluate(() => {
    const opaque = (colour) => colour.startsWith('rgb(') || /^color\(srgb [^/]+\)$/.test(colour);
    const ground = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (opaque(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const faded = (node) => {
      for (let at = node; at; at = at.parentElement) if (getComputedStyle(at).opacity !== '1') return true;
      return false;
    };
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode.parentElement;
      const text = walk.currentNode.textContent.trim();
      if (text === '' || !node.checkVisibility({ visibilityProperty: true }) || node.closest('script, :disabled')) continue;
      const box = node.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      found.push({ text: text.slice(0, 20), colour: getComputedStyle(node).color, ground: ground(node), faded: faded(node) });
    }
    for (const field of document.querySelectorAll('textarea, input:not([type=checkbox]), select')) {
      if (!field.checkVisibility() || field.disabled) continue;
      found.push({ text: `#${field.id}`, colour: getComputedStyle(field).color, ground: ground(field), faded: faded(field) });
      const { color } = getComputedStyle(field, '::placeholder');
      if (field.placeholder) found.push({ text: `#${field.id}::placeholder`, colour: color, ground: ground(field), faded: false });
    }
    return found;
  });
  return pairs.map((pair) => ({ ...pair, ratio: pair.faded ? 0 : Number(contrast(pair.colour, pair.ground).toFixed(2)) }));
}
