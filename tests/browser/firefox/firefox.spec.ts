/**
 * The portal in Firefox ESR: the main journey, a brand's gallery, and one that is written from the right. Chromium sees every
 * cell of the gallery; here it is tried that nothing rests on that one browser.
 */
import { existsSync } from 'node:fs';

import { expect, test as base } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { Clinic } from '../portal/api';
import { everyRule, source } from '../portal/axe';
import { byPage, type Cell, nameOf, type State } from '../portal/gallery';
import { inPage } from '../portal/in-page';
import { assertFits, assertIdentity, assertOrder, assertTargets } from '../portal/looks';
import { somebody } from '../portal/person';
import { LOOKED_AT, NEEDS_SANDBOX } from '../portal/reporter';
import { sharedGallery, sharedPortal } from '../portal/start';
import { type Driven, WrittenPage } from '../portal/written-page';

const NARROW = { width: 320, height: 640 };

/** Milliseconds in which Firefox starts, and goes from page to page, on a machine that has much else to do. */
const PATIENCE = 120_000;

async function launch(preferences: Record<string, unknown> = {}): Promise<Browser> {
  const executablePath = process.env.FIREFOX || '/usr/bin/firefox-esr';
  if (!existsSync(executablePath)) {
    throw new Error(`There is no ${executablePath}. Debian: apt-get install firefox-esr. Elsewhere name it in FIREFOX.`);
  }
  return puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
    timeout: PATIENCE,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB, en', 'signon.rememberSignons': false, ...preferences },
  });
}

const test = base.extend<{ firefoxPage: Page }, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const firefox = await launch();
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  /** With cookies of its own. What its console complained about fails the test. */
  firefoxPage: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    const page = await narrow(await context.newPage());
    const complaints: string[] = [];
    // A mail names no icon; Firefox asks for one by itself, and is told that a mail loads nothing.
    const complain = (what: string) => what.includes('/favicon.ico because') || complaints.push(what);
    page.on('pageerror', (error) => complain(String(error)));
    page.on('console', (message) => message.type() === 'error' && complain(message.text()));
    await use(page);
    expect(complaints, 'what Firefox complained about').toEqual([]);
    await context.close();
  },
});

async function narrow(page: Page): Promise<Page> {
  await page.setViewport(NARROW);
  page.setDefaultNavigationTimeout(PATIENCE);
  return page;
}

/** This page is shown, in English, and nobody is kept out of it. */
async function assertShown(page: Page, name: string): Promise<void> {
  await assertIdentity(page, name, 'en', name);
  await assertFits(page, name);
  await assertTargets(page, name);
  await assertOrder(page, name);
  await page.evaluate(`${source}; null`);
  expect(await page.evaluate(`(${inPage})().axe(${JSON.stringify(everyRule)})`), `axe on ${name}`).toEqual([]);
}

/**
 * With the mouse, where the control stays. Firefox brings what was just typed into view when it next draws: a page that
 * moves between press and release has not been clicked. Puppeteer's own ways to find a control make functions of text in
 * the page, which our policy forbids.
 */
async function click(page: Page, selector: string): Promise<void> {
  const [x, y] = await page.evaluate(async (wanted) => {
    const control = document.querySelector(wanted)!;
    const middle = () => {
      const { left, top, width, height } = control.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    };
    const drawn = () => new Promise(requestAnimationFrame);
    for (;;) {
      control.scrollIntoView({ block: 'center' });
      const [x, y] = middle();
      await drawn();
      await drawn();
      const [laterX, laterY] = middle();
      if (x === laterX && y === laterY) return [x, y] as const;
    }
  }, selector);
  await page.mouse.click(x, y);
}

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), click(page, selector)]);
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) {
    await click(page, `#${id}`);
    await page.keyboard.type(value);
    expect(await page.evaluate((field) => (document.getElementById(field) as HTMLInputElement).value, id)).toBe(value);
  }
}

const CONTINUE = '[data-testid="continue"]';

test('a new patient connects: from the letter to the success page', async ({ firefoxPage: page }) => {
  const { baseURL, apiKey, sandbox } = sharedPortal();
  test.skip(sandbox === null, NEEDS_SANDBOX);
  const clinic = new Clinic(baseURL, apiKey);
  const letter = await clinic.invite();

  await page.goto(letter.link);
  await assertShown(page, 'question');
  await fill(page, { answer: 'not the answer' });
  await press(page, CONTINUE);
  await assertShown(page, 'question');
  expect((await clinic.status(letter)).attempts_left).toBe(2);
  await fill(page, { answer: letter.answer });
  await press(page, CONTINUE);

  await assertShown(page, 'sign-in');
  await press(page, '[data-testid="create-account"]');
  await assertShown(page, 'create-account');
  const person = somebody();
  await fill(page, { name: person.name, email: person.email, password: person.password });
  await press(page, CONTINUE);
  await assertShown(page, 'verify-email');
  const { items } = (await (await fetch(`${baseURL}/_demo/mail.json?to=${encodeURIComponent(person.email)}`)).json()) as { items: { codes: string[] }[] };
  await fill(page, { email_code: items[0]!.codes[0]! });
  await press(page, CONTINUE);

  await assertShown(page, 'record');
  await click(page, '[data-testid="record-option"]:has(input[value="new"])');
  await fill(page, { new_record_name: 'Emma' });
  await press(page, CONTINUE);
  await assertShown(page, 'authorize');
  await press(page, '[data-testid="allow"]');
  await assertShown(page, 'success');
  expect(await clinic.authorizations(letter)).toHaveLength(1);
});

const shown = sharedGallery();

if (!shown) {
  test('every page of a brand can be read by everybody', () => test.skip(true, NEEDS_SANDBOX));
} else {
  /** Brands with a language that they are made for, and whether each address is gone to. */
  const clinics = [
    { brand: 'noor', language: 'ar', goes: false },
    { brand: 'harbour', language: 'en', goes: true },
  ];
  for (const { brand, language, goes } of clinics) {
    test(`every page of ${brand} can be read by everybody in ${language}, light and dark`, async ({ firefoxPage: page }) => {
      const cells: Cell[] = shown.states.map((state) => ({ ...state, brand, language }));
      test.setTimeout(120_000 + 3_000 * cells.length);
      const written = new WrittenPage(page as Driven, sharedPortal().baseURL, goes);
      const found: string[] = [];
      for (const cell of cells) {
        const faults = [...(await written.show(cell)), ...(await written.lookInside(cell))];
        found.push(...faults.map((fault) => `${nameOf(cell)}: ${fault}`));
      }
      test.info().annotations.push({ type: LOOKED_AT, description: String(2 * cells.length) });
      expect(found).toEqual([]);
    });
  }

  // Over BiDi no page can be told that its colours are forced; a browser whose owner forces them can.
  test('every page has its edges where the colours are forced', async () => {
    const firefox = await launch({ 'browser.display.document_color_use': 2 });
    try {
      const page = await narrow(await firefox.newPage());
      const written = new WrittenPage(page as Driven, sharedPortal().baseURL);
      const found: string[] = [];
      for (const [, [state]] of byPage(shown) as [string, [State]][]) {
        const cell = { ...state, brand: 'noor', language: 'ar' };
        const faults = await written.show(cell, { forced: true });
        found.push(...faults.map((fault) => `${nameOf(cell)}: ${fault}`));
      }
      expect(found).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
}
