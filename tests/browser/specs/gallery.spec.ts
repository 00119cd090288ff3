/**
 * Every page in every state: pictures in gallery/ (phone and desk width, light and dark) and the HTML in gallery/html/
 * for the Nu HTML checker (nu.mjs).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { floodOfCodes } from '../portal/forms';
import { toSuccess } from '../portal/journey';
import { LATER_STATES, STATES, type See } from '../portal/states';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';

const GALLERY = resolve(__dirname, '../gallery');
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

test.describe.configure({ timeout: 300_000 });

function keeper(language: string): See {
  return async (state, shown, { status } = {}) => {
    const { page } = shown;
    await shown.assertLoaded(status === undefined ? {} : { status });
    await mkdir(`${GALLERY}/html`, { recursive: true });
    const html = await lastVisit(page)!.html;
    expect(html, 'the page as it was sent').toContain('<main');
    await writeFile(`${GALLERY}/html/${state}.${language}.html`, html);

    const usual = page.viewportSize()!;
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        // In another language the words are what is to be seen.
        if (language !== 'en' && (width !== 390 || colorScheme !== 'light')) continue;
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${GALLERY}/${state}-${width}-${colorScheme}.${language}.png`, fullPage: true, animations: 'disabled' });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(usual);
  };
}

for (const [language, locale] of [['en', 'en-GB'], ['es', 'es-ES']] as const) {
  test.describe(language, () => {
    test.use({ locale });

    for (const [name, walk] of Object.entries(STATES)) {
      test(name, async ({ at, portal }) => walk(at, portal, keeper(language)));
    }

    test.describe('later', () => {
      test.use({ ownSandbox: {} });
      for (const [name, walk] of Object.entries(LATER_STATES)) {
        test(name, async ({ at, portal }) => walk(at, portal, keeper(language)));
      }
    });

    test.describe('with the limits of production', () => {
      test.use({ ownSandbox: { limits: 'production' } });

      test('too many requests', async ({ at }) => {
        await floodOfCodes(at);
        await keeper(language)('too-many-requests', at.tooManyRequests);
      });
    });
  });
}

test.describe('on paper', () => {
  test('success', async ({ at, page, clinic }) => {
    await toSuccess(at, await clinic.invite());
    await page.emulateMedia({ media: 'print' });
    await mkdir(GALLERY, { recursive: true });
    await page.screenshot({ path: `${GALLERY}/success-print.en.png`, fullPage: true });
  });
});

test('the pages for developers', async ({ page, portal }) => {
  await mkdir(`${GALLERY}/html`, { recursive: true });
  for (const [name, path] of [['desk', '/_demo/'], ['docs', '/api/docs']]) {
    if (name === 'desk' && portal.sandbox === null) continue;
    const response = await page.goto(path!);
    await writeFile(`${GALLERY}/html/${name}.en.html`, await response!.text());
  }
});
