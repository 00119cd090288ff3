/**
 * Every page in every state that the sandbox’s gallery lists, in every language, light and dark. One browser page looks at
 * all states of a page after another. What does not depend on colours is looked at once for both themes. Pictures are in
 * gallery/ afterwards: phone and desk width in English, light and dark; phone width in every other language.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { assertAccessible, assertContrast } from '../portal/axe';
import { byPage, type State, together } from '../portal/gallery';
import { assertFits, assertFitsSpacedOut, assertForcedColours, assertLight, assertOrder, assertTargets, assertTheme } from '../portal/looks';
import { toSuccess } from '../portal/journey';
import { LOOKED_AT, NEEDS_SANDBOX } from '../portal/reporter';
import { sharedGallery } from '../portal/start';
import { expect, test } from '../portal/test';

const PICTURES = resolve(__dirname, '../gallery');
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
const THEMES = ['light', 'dark'] as const;

type Theme = (typeof THEMES)[number];

const shown = sharedGallery();

test.describe.configure({ timeout: 300_000 });
// Whatever the address says must win against what the browser prefers.
const preferred = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

if (!shown) {
  test('every page can be read by everybody', () => test.skip(true, NEEDS_SANDBOX));
} else {
  for (const language of shown.languages) {
    test.describe(`in ${language}`, () => {
      test.use({ colorScheme: preferred('light'), hasTouch: true, viewport: NARROW });

      // In English a test for each page, so that a fault is found by its name; else as many as one browser page looks at.
      for (const [name, states] of language === 'en' ? byPage(shown) : together(shown, 40)) {
        test(`${name} can be read by everybody, on every screen, and loads nothing foreign`, async ({ page, baseURL }) => {
          const loaded = listen(page, baseURL!);
          for (const state of states) {
            const what = `${state.page}/${state.state} in ${language}`;
            await open(page, state, language, 'light');
            await look(page, state, what);
            await assertTheme(page, 'light', what);
            await picture(page, state, language, 'light');
            await darken(page, state, language);
            await assertTheme(page, 'dark', what);
            await assertContrast(page, `${what}, dark`);
            await picture(page, state, language, 'dark');
            expect(loaded.splice(0), `what ${what} loaded in vain or from elsewhere`).toEqual([]);
            for (const theme of THEMES) test.info().annotations.push({ type: LOOKED_AT, description: `${what}, ${theme}` });
          }
        });
      }
    });
  }

  test('the list of all pages can be read by everybody, and its links lead on in the language and the colours chosen', async ({ page, baseURL }) => {
    const loaded = listen(page, baseURL!);
    for (const theme of THEMES) {
      await page.goto(`/_demo/gallery/?lang=es&theme=${theme}`);
      await page.setViewportSize(DESK);
      await assertTheme(page, theme, 'the list');
      await assertAccessible(page, 'the list');
      await shoot(page, `list-1280-${theme}`);
      await page.setViewportSize(NARROW);
      await assertFits(page, 'the list');
      await assertTargets(page, 'the list');
      await assertFitsSpacedOut(page, 'the list');
      await page.setViewportSize(PHONE);
      await shoot(page, `list-390-${theme}`);
    }
    const states = page.locator('main section li a');
    await expect(states).toHaveCount(shown.states.length);
    for (const link of await states.all()) await expect(link).toHaveAttribute('href', /^\/_demo\/gallery\/[\w-]+\/[\w-]+\?lang=es&theme=dark$/);
    await expect(page.locator('nav a[aria-current="true"]')).toHaveText(['español', 'Dark', 'Ours'], { ignoreCase: true });
    await page.getByRole('link', { name: 'Light', exact: true }).click();
    await expect(page).toHaveURL('/_demo/gallery/?lang=es&theme=light');
    await states.first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await assertTheme(page, 'light', 'the page that was chosen');
    expect(loaded).toEqual([]);
  });

  test('a page that is asked for in dark looks as in a browser that prefers dark', async ({ page }) => {
    const looks = async (url: string, colorScheme: Theme) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      return (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString('base64');
    };
    for (const [, [{ url }]] of byPage(shown) as [string, [State]][]) {
      for (const theme of THEMES) {
        const asked = await looks(`${url}?theme=${theme}`, preferred(theme));
        expect(asked === (await looks(url, theme)), `${url} in ${theme}`).toBe(true);
      }
    }
  });
}

async function open(page: Page, state: State, language: string, theme: Theme): Promise<void> {
  const what = `${state.page}/${state.state} in ${language}, ${theme}`;
  const response = await page.goto(`${state.url}?lang=${language}&theme=${theme}`);
  expect(response!.status(), what).toBe(200);
  const { lang, main, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    main: document.querySelector('main')?.dataset.testid,
    headings: Array.from(document.querySelectorAll('h1'), (h1) => h1.checkVisibility()),
  }));
  expect({ lang, main, headings }, what).toEqual({ lang: language, main: `page-${state.page}`, headings: [true] });
}

/** What is the same in light and in dark. */
async function look(page: Page, state: State, what: string): Promise<void> {
  // A mail brings all that it shows.
  await assertLight(page, what, isMail(state));
  await unfold(page, true);
  await assertFits(page, what);
  await assertTargets(page, what);
  await assertOrder(page, what);
  await assertFitsSpacedOut(page, what);
  await assertAccessible(page, what);
  await assertForcedColours(page, what);
  await unfold(page, false);
}

async function unfold(page: Page, open: boolean): Promise<void> {
  await page.locator('main details').evaluateAll((all, how) => all.forEach((details) => ((details as HTMLDetailsElement).open = how)), open);
}

/** The same page as `theme=dark` shows it: the address sets this attribute, and nothing else. A mail has its own way. */
async function darken(page: Page, state: State, language: string): Promise<void> {
  if (isMail(state)) await open(page, state, language, 'dark');
  else {
    await page.evaluate(() => {
      // At once, as a page that comes dark: no colour fades into the other.
      const still = new CSSStyleSheet();
      still.replaceSync('*, *::before, *::after { transition: none !important }');
      document.adoptedStyleSheets.push(still);
      document.documentElement.dataset.theme = 'dark';
    });
  }
}

const isMail = (state: State): boolean => state.page.startsWith('mail-');

async function picture(page: Page, state: State, language: string, theme: Theme): Promise<void> {
  const sizes = language === 'en' ? [DESK, PHONE] : theme === 'light' ? [PHONE] : [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (size === DESK) await assertAccessible(page, `${state.page}/${state.state} at desk width`);
    await shoot(page, `${state.page}-${state.state}-${size.width}-${theme}.${language}`);
  }
  if (sizes.length > 0) await page.setViewportSize(NARROW);
}

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, animations: 'disabled' });
}

/** What was asked of another server, what did not come, and what the console complained about. */
function listen(page: Page, baseURL: string): string[] {
  const faults: string[] = [];
  const { origin } = new URL(baseURL);
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`foreign: ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error}`));
  return faults;
}

test('the success page can be printed', async ({ at, page, clinic }) => {
  await toSuccess(at, await clinic.invite());
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'success-print.en');
});
