/**
 * Patients’ own ways to the pages, with what they really typed: each answers with its status, keeps nobody out, and
 * fits 320 px. The HTML as it was sent is in gallery/html/ for the Nu HTML checker (nu.mjs).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { floodOfCodes } from '../portal/forms';
import { assertFits, assertFitsSpacedOut, assertLight, assertTargets } from '../portal/looks';
import { sharedGallery } from '../portal/start';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';
import { LATER_WALKS, WALKS, type See } from '../portal/walks';

const HTML = resolve(__dirname, '../gallery/html');

test.describe.configure({ timeout: 300_000 });

function keeper(language: string): See {
  return async (state, shown, { status } = {}) => {
    const { page } = shown;
    await shown.assertLoaded(status === undefined ? {} : { status });
    const known = sharedGallery();
    if (known) expect(known.states.map((one) => one.page), 'the gallery has this page').toContain(shown.name);
    const html = await lastVisit(page)!.html;
    expect(html, 'the page as it was sent').toContain('<main');
    await mkdir(HTML, { recursive: true });
    await writeFile(`${HTML}/${state}.${language}.html`, html);
    await page.waitForLoadState('load');
    await assertLight(page, state);

    const usual = page.viewportSize()!;
    await page.setViewportSize({ width: 320, height: 640 });
    await assertFits(page, state);
    await assertTargets(page, state);
    await assertFitsSpacedOut(page, state);
    await page.setViewportSize(usual);
  };
}

for (const [language, locale] of [['en', 'en-GB'], ['es', 'es-ES']] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale, hasTouch: true });

    for (const [promise, walk] of Object.entries(WALKS)) {
      test(promise, async ({ at, portal }) => walk(at, portal, keeper(language)));
    }

    test.describe('later', () => {
      test.use({ ownSandbox: {} });
      for (const [promise, walk] of Object.entries(LATER_WALKS)) {
        test(promise, async ({ at, portal }) => walk(at, portal, keeper(language)));
      }
    });

    test.describe('with the limits of production', () => {
      test.use({ ownSandbox: { limits: 'production' } });

      test('who tries too many codes is asked to wait', async ({ at }) => {
        await floodOfCodes(at);
        await keeper(language)('too-many-requests', at.tooManyRequests);
      });
    });
  });
}

test('the pages for developers are there', async ({ page, portal }) => {
  await mkdir(HTML, { recursive: true });
  for (const [name, path] of [['desk', '/_demo/'], ['docs', '/api/docs']]) {
    if (name === 'desk' && portal.sandbox === null) continue;
    const response = await page.goto(path!);
    expect(response!.status(), path).toBe(200);
    await writeFile(`${HTML}/${name}.en.html`, await response!.text());
  }
});
