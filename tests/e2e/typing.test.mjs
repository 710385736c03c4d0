// Writing with keys and with input methods. Nothing may be written into the field while something is composed in it, and
// what was composed is taken exactly once, however the browser ends a composition.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk } from './harness/desk.mjs';
import { cells, clear, expectKept, expectLines, lines, row, written } from './harness/sheet.mjs';
import { eventually } from './harness/wait.mjs';

const it = desk();

/** Notes every writing into the field by the page, from before its first script. */
async function spyOnWrites(context) {
  await context.addInitScript(() => {
    const { prototype } = HTMLTextAreaElement;
    const own = Object.getOwnPropertyDescriptor(prototype, 'value');
    window.writes = [];
    // The tests write by the browser's own way, past this.
    window.typeInto = (field, text) => own.set.call(field, text);
    Object.defineProperty(prototype, 'value', {
      ...own,
      set(text) {
        if (this.id === 'poem') window.writes.push(text);
        own.set.call(this, text);
      },
    });
    for (const name of ['setRangeText', 'setSelectionRange']) {
      const method = prototype[name];
      prototype[name] = function (...args) {
        if (this.id === 'poem') window.writes.push(`${name}(${args})`);
        return method.apply(this, args);
      };
    }
  });
}

/** The page with an empty field and the spy in place. */
async function openEmpty() {
  const visit = await it.open();
  await spyOnWrites(visit.context);
  await visit.page.reload();
  await clear(visit.page);
  await visit.page.evaluate(() => window.writes.splice(0));
  return visit;
}

const writes = (page) => page.evaluate(() => window.writes);

test('the marks follow every character that is typed', async () => {
  const { page } = await openEmpty();
  const poem = '白日依山尽，黄河入海流。';
  let soFar = '';
  for (const character of poem) {
    await page.keyboard.insertText(character);
    soFar += character;
    const expected = soFar.replaceAll(/[，。]/g, '').match(/.{1,5}/g);
    await expectLines(page, expected);
  }
  assert.equal(await written(page), poem);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expectLines(page, ['白日依山尽', '黄河入海']);
  assert.deepEqual(await writes(page), [], 'the page wrote nothing into the field');
});

test('caret, selection and undo are the browser’s', async () => {
  const { page } = await openEmpty();
  await page.keyboard.insertText('白日依山尽');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.insertText('春');
  await expectLines(page, ['白日依春山尽']);
  const caret = await page.locator('#poem').evaluate((field) => [field.selectionStart, field.selectionEnd]);
  assert.deepEqual(caret, [4, 4]);
  await page.keyboard.press('ControlOrMeta+z');
  await expectLines(page, ['白日依山尽']);
  assert.equal(await written(page), '白日依山尽');
});

test('a composition of the browser is left alone and taken once', async () => {
  const { page, context } = await openEmpty();
  const cdp = await context.newCDPSession(page);
  const compose = (text) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.keyboard.insertText('春眠');
  await expectLines(page, ['春眠']);

  for (const letters of ['b', 'bu', "bu'j", "bu'jue'x", "bu'jue'xiao"]) {
    await compose(letters);
    assert.equal(await written(page), `春眠${letters}`, 'the letters stand in the field');
    assert.deepEqual(await lines(page), ['春眠'], 'and not on the sheet');
  }
  // Time for anything that was put off.
  await page.waitForTimeout(700);
  assert.equal(await written(page), "春眠bu'jue'xiao");
  assert.deepEqual(await lines(page), ['春眠']);
  assert.deepEqual(await writes(page), [], 'nothing was written into the field meanwhile');

  await cdp.send('Input.insertText', { text: '不觉晓' });
  await expectLines(page, ['春眠不觉晓']);
  assert.equal(await written(page), '春眠不觉晓', 'once, and without the letters');
  await expectKept(page, '春眠不觉晓');
  assert.deepEqual(await writes(page), []);
});

test('a composition that is given up leaves nothing behind', async () => {
  const { page, context } = await openEmpty();
  const cdp = await context.newCDPSession(page);
  await page.keyboard.insertText('春');
  await expectLines(page, ['春']);
  await cdp.send('Input.imeSetComposition', { text: 'mian', selectionStart: 4, selectionEnd: 4 });
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await page.keyboard.insertText('眠');
  await expectLines(page, ['春眠']);
  assert.equal(await written(page), '春眠');
  assert.deepEqual(await writes(page), []);
});

test('a composition in the middle of a poem marks its own line and no other', async () => {
  const { page, context } = await openEmpty();
  const cdp = await context.newCDPSession(page);
  await page.keyboard.insertText('白日依山尽，黄河入流。');
  await expectLines(page, ['白日依山尽', '黄河入流']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await cdp.send('Input.imeSetComposition', { text: 'hai', selectionStart: 3, selectionEnd: 3 });
  await cdp.send('Input.insertText', { text: '海' });
  await expectLines(page, ['白日依山尽', '黄河入海流']);
  assert.deepEqual(await row(page, 'class'), ['OOLLO', 'LLOOL']);
  assert.equal(await written(page), '白日依山尽，黄河入海流。');
});

/** Plays the events of an input method in the page, as browsers have been seen to send them. */
function play(page, steps) {
  return page.evaluate((list) => {
    const field = document.getElementById('poem');
    for (const [name, text, isComposing] of list) {
      if (text !== undefined) window.typeInto(field, text);
      const event =
        name === 'input'
          ? new InputEvent('input', { bubbles: true, isComposing, inputType: 'insertCompositionText' })
          : new CompositionEvent(name, { bubbles: true });
      field.dispatchEvent(event);
    }
  }, steps);
}

const ORDERS = {
  'the end, then an input': [['compositionend', '明月'], ['input', '明月', false]],
  'an input, then the end': [['input', '明月', true], ['compositionend', '明月']],
  'an input that is over, then the end': [['input', '明月', false], ['compositionend', '明月']],
  'the end alone': [['compositionend', '明月']],
  'no end, but an input that is over': [['input', '明月', false]],
  'the end twice': [['compositionend', '明月'], ['compositionend', '明月'], ['input', '明月', false]],
};

for (const [order, ending] of Object.entries(ORDERS)) {
  test(`a composition that ends with ${order} is taken exactly once`, async () => {
    const { page } = await openEmpty();
    await page.evaluate(() => {
      window.redrawn = 0;
      const seen = new MutationObserver((changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes]);
        window.redrawn += added.filter((node) => node.textContent.includes('明月')).length;
      });
      seen.observe(document.getElementById('marked'), { childList: true, subtree: true });
    });
    await play(page, [
      ['compositionstart'],
      ['compositionupdate', 'm'],
      ['input', 'm', true],
      ['compositionupdate', "ming'yue"],
      ['input', "ming'yue", true],
    ]);
    await page.waitForTimeout(100);
    assert.deepEqual(await lines(page), [], 'letters are not verse');
    await play(page, ending);
    await expectLines(page, ['明月']);
    await page.waitForTimeout(400);
    assert.deepEqual(await lines(page), ['明月']);
    assert.equal(await written(page), '明月');
    assert.equal(await page.evaluate(() => window.redrawn), 1, 'drawn once');
    assert.deepEqual(await writes(page), []);
    await expectKept(page, '明月');
    // And writing goes on.
    await play(page, [['input', '明月光', false]]);
    await expectLines(page, ['明月光']);
  });
}

test('a composition whose end is lost is released when the field is left', async () => {
  const { page } = await openEmpty();
  await play(page, [['compositionstart'], ['input', '明月', true]]);
  await page.waitForTimeout(100);
  assert.deepEqual(await lines(page), []);
  await page.locator('#poem').blur();
  await expectLines(page, ['明月']);
});

test('Enter while composing chooses a candidate and does nothing else', async () => {
  const { page, context } = await openEmpty();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'chun', selectionStart: 4, selectionEnd: 4 });
  await page.locator('#poem').evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  await page.waitForTimeout(200);
  assert.deepEqual((await cells(page)).length, 0);
  await cdp.send('Input.insertText', { text: '春' });
  await eventually(async () => assert.equal(await written(page), '春'));
  await expectLines(page, ['春']);
});
