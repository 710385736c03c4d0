// Pictures of the built page, to be looked at: light and dark, wide and narrow, every view.
//
//   node tools/screenshots.mjs FOLDER     writes FOLDER/VIEW-THEME-WIDTH.png
//   node tools/screenshots.mjs --readme   writes docs/page.png, the picture of the README
//
// It needs dist/ (./dev build) and Chromium (CHROME names another one).

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../tests/e2e/harness/browser.mjs';
import { ready } from '../tests/e2e/harness/sheet.mjs';
import { serve } from '../tests/e2e/harness/site.mjs';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** 杜甫《登高》 with a wrong tone in its third line: 花 for 木. */
const FAULTY =
  '登高\n杜甫\n\n风急天高猿啸哀，\n渚清沙白鸟飞回。\n无边落花萧萧下，\n不尽长江滚滚来。\n万里悲秋常作客，\n百年多病独登台。\n艰难苦恨繁霜鬓，\n潦倒新停浊酒杯。';

/** 李白《夜宿山寺》: a rescue in its last line. */
const RESCUED = '夜宿山寺\n李白\n\n危楼高百尺，\n手可摘星辰。\n不敢高声语，\n恐惊天上人。';

/** What is done before each picture, by its name. */
const SCENES = {
  first: async () => {},
  faulty: async (page) => {
    await page.locator('#poem').fill(FAULTY);
    // On a narrow page the verdict is one line that opens.
    const handle = page.locator('#verdict-handle');
    if (await handle.isVisible()) await handle.click();
    await page.locator('#findings button').first().click();
  },
  pinyin: async (page) => {
    await page.locator('#poem').fill(RESCUED);
    await page.locator('#toggle-pinyin').check();
  },
  compose: async (page) => {
    await page.locator('nav a[href="#/compose"]').click();
    await page.locator('#brief-text').fill('为儿子四岁生日写一首，望他健康快乐');
  },
  settings: async (page) => {
    await page.locator('nav a[href="#/settings"]').click();
  },
};

async function open(browser, site, theme, viewport, scale = 1) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport, colorScheme: theme, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(site.url);
  await ready(page);
  return page;
}

/** Lets fonts and fades settle, and takes the focus off. */
async function settle(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
}

async function everyView(browser, site, folder) {
  mkdirSync(folder, { recursive: true });
  for (const theme of ['light', 'dark']) {
    for (const viewport of SIZES) {
      for (const [name, scene] of Object.entries(SCENES)) {
        const page = await open(browser, site, theme, viewport);
        await scene(page);
        await settle(page);
        const file = path.join(folder, `${name}-${theme}-${viewport.width}.png`);
        await page.screenshot({ path: file, fullPage: viewport.width < 600 });
        console.log(file);
        await page.context().close();
      }
    }
  }
}

async function readmePicture(browser, site) {
  mkdirSync('docs', { recursive: true });
  const page = await open(browser, site, 'light', { width: 1280, height: 900 });
  await SCENES.faulty(page);
  await settle(page);
  await page.screenshot({ path: 'docs/page.png' });
  console.log('docs/page.png');
}

const wish = process.argv[2];
if (!wish) {
  console.error('node tools/screenshots.mjs FOLDER | --readme');
  process.exit(2);
}
if (!existsSync('dist/index.html')) {
  console.error('there is no dist/: ./dev build first');
  process.exit(1);
}
const site = await serve(path.resolve('dist'));
const browser = await launch();
try {
  await (wish === '--readme' ? readmePicture(browser, site) : everyView(browser, site, wish));
} finally {
  await browser.close();
  await site.close();
}
