/**
 * Every page and mail in every state that the sandbox’s gallery lists, in every language and every brand, light and dark.
 * A test for each page; its states are shown one after another in a page of the browser that a worker keeps. What does
 * not depend on colours is looked at once for both themes. Pictures are in gallery/ afterwards: in English every state at phone and
 * desk width, and every page of each brand in a language that it has words in.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { assertAccessible } from '../portal/axe';
import { addressOf, byPage, type Cell, cellsOf, nameOf, type State, type Theme } from '../portal/gallery';
import { assertFits, assertFitsSpacedOut, assertTargets, assertTheme } from '../portal/looks';
import { toSuccess } from '../portal/journey';
import { LOOKED_AT, NEEDS_SANDBOX } from '../portal/reporter';
import { DESK, listen, NARROW, SharedPage } from '../portal/shared-page';
import { sharedGallery, sharedPortal } from '../portal/start';
import { expect, test as base } from '../portal/test';
import { RULES } from '../portal/written-page';

const PICTURES = resolve(__dirname, '../gallery');
const PHONE = { width: 390, height: 844 };
const THEMES = ['light', 'dark'] as const;
/** In which language a brand's pictures are taken. */
const ITS_LANGUAGE: Record<string, string> = { harbour: 'es', noor: 'ar' };

const test = base.extend<object, { shared: SharedPage }>({
  shared: [
    async ({ browser }, use) => {
      const shared = await SharedPage.open(browser, sharedPortal().baseURL);
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
});

const shown = sharedGallery();

// Whatever the address says must win against what the browser prefers.
const preferred = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

if (!shown) {
  test('every page can be read by everybody', () => test.skip(true, NEEDS_SANDBOX));
} else {
  for (const [name, states] of byPage(shown)) {
    const cells = cellsOf(shown, states);

    test(`${name} can be read by everybody, in every language and brand, on every screen, and loads nothing foreign`, async ({ shared }) => {
      test.setTimeout(60_000 + 3_000 * cells.length);
      const found: string[] = [];
      for (const cell of cells) {
        const wanted = picturesOf(cell, cell.state === states[0]!.state);
        found.push(...(await shared.look(cell, { atDesk: cell.language === 'en', stays: wanted.length > 0 })));
        if (wanted.length > 0) await take(shared, cell, wanted);
      }
      test.info().annotations.push({ type: LOOKED_AT, description: String(THEMES.length * cells.length) });
      expect(found).toEqual([]);
    });
  }

  test('a page in the page that all share is as its address shows it, light and dark', async ({ shared }) => {
    test.setTimeout(300_000);
    const real = await shared.page.context().newPage();
    for (const [at, [, [state]]] of byPage(shown).entries()) {
      for (const [nth, brand] of shown.brands.entries()) {
        const cell = { ...state!, brand, language: shown.languages[(at + nth) % shown.languages.length]! };
        await shared.show(cell);
        const addresses = await shared.page.evaluate(() => window.looks.addresses());
        const theme = THEMES[(at + nth) % 2]!;
        await shared.dress(theme);
        // A page that is built as one before it, in ways of colour that have passed, is not asked all of axe: as if it were.
        expect(await shared.page.evaluate((rules) => window.looks.axe(rules), RULES.every), `${nameOf(cell)}, ${theme}`).toEqual([]);
        await real.goto(addressOf(cell, theme));
        const [here, there] = [await shared.page.evaluate(everything), await real.evaluate(everything)];
        expect(here.elements, `${nameOf(cell)}, ${theme}`).toEqual(there.elements);
        expect(here.html, `${nameOf(cell)}, ${theme}`).toBe(there.html);
        expect(addresses, `what ${nameOf(cell)}, ${theme}, loads`).toEqual(expect.arrayContaining(there.loaded));
      }
    }
    await real.close();
  });

  test('the list of all pages can be read by everybody, and its links lead on in the language, the colours and the brand chosen', async ({ page, baseURL }) => {
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
    await page.getByRole('link', { name: 'Noor', exact: true }).click();
    await expect(page).toHaveURL('/_demo/gallery/?lang=es&theme=light&brand=noor');
    await states.first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.locator('link[rel="stylesheet"][href^="/brand/noor/"]')).toHaveCount(1);
    await assertTheme(page, 'light', 'the page that was chosen');
    expect(loaded).toEqual([]);
  });

  test('a page that is asked for in dark looks as in a browser that prefers dark', async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(PHONE);
    const looks = async (url: string, colorScheme: Theme) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      return (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString('base64');
    };
    // Ours on every page; the others, whose colours are no page's own matter, on one page after another.
    const others = shown.brands.filter((brand) => brand !== null);
    for (const [at, [, [state]]] of (byPage(shown) as [string, [State]][]).entries()) {
      for (const brand of [null, ...(at % 4 === 0 ? others : [])]) {
        for (const theme of THEMES) {
          const asked = addressOf({ ...state, brand, language: 'en' }, theme);
          const picture = await looks(asked, preferred(theme));
          expect(picture === (await looks(asked.replace(/&theme=\w+/, ''), theme)), asked).toBe(true);
        }
      }
    }
  });
}

/** Runs in a page: all that it shows, and what came to it. Forms are sealed anew each time. */
function everything() {
  const elements = Array.from(document.querySelectorAll('*'), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, borderTopColor, font } = getComputedStyle(element);
    const source = element instanceof HTMLImageElement ? element.currentSrc : '';
    return [element.localName, x, y, width, height, color, backgroundColor, borderTopColor, font, source, element === document.activeElement].join(' ');
  });
  const html = document.documentElement.outerHTML.replace(/(name="csrf_token" value=")[^"]*/g, '$1');
  return { elements, html, loaded: performance.getEntriesByType('resource').map(({ name }) => name) };
}

type Picture = [size: typeof DESK, theme: Theme];

function picturesOf({ brand, language }: Cell, isFirst: boolean): Picture[] {
  if (!brand && language === 'en') return [[DESK, 'light'], [PHONE, 'light'], [PHONE, 'dark']];
  if (brand && language === ITS_LANGUAGE[brand] && isFirst) return [[PHONE, 'light'], [PHONE, 'dark']];
  return [];
}

/** Of the page that was looked at last. */
async function take(shared: SharedPage, cell: Cell, wanted: Picture[]): Promise<void> {
  const { page } = shared;
  await page.evaluate(() => window.looks.unfold(false));
  for (const [size, theme] of wanted) {
    await page.setViewportSize(size);
    await shared.dress(theme);
    await shoot(page, `${cell.page}-${cell.state}-${size.width}-${theme}.${cell.language}${cell.brand ? `.${cell.brand}` : ''}`);
  }
  await page.setViewportSize(NARROW);
}

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true, animations: 'disabled' });
}

test('the success page can be printed', async ({ at, page, clinic }) => {
  await toSuccess(at, await clinic.invite());
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'success-print.en');
});
