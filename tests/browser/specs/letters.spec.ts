/** Letters on paper: one sheet in every language, and a picture that leads to the question. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

import { assertAccessible } from '../portal/axe';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { sharedGallery, sharedPortal } from '../portal/start';
import { expect, test } from '../portal/test';

const PICTURES = resolve(__dirname, '../gallery');
const shown = sharedGallery();

interface Wanted {
  language?: string;
  large_print?: boolean;
  spelled?: boolean;
}

async function printed(page: Page, code: string, wanted: Wanted): Promise<void> {
  const { baseURL, apiKey } = sharedPortal();
  const response = await fetch(`${baseURL}/api/v1/letters`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identity_code: code, ...wanted }),
  });
  expect(response.status).toBe(200);
  await page.setContent(await response.text());
  await page.emulateMedia({ media: 'print' });
}

/** How many sheets of paper it takes. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page[^s]/g)!.length;
}

async function readPicture(page: Page): Promise<string | undefined> {
  await page.setViewportSize({ width: 794, height: 1123 });
  const { data, width, height } = PNG.sync.read(await page.screenshot({ scale: 'device' }));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

if (!shown) {
  test('letters', () => test.skip(true, NEEDS_SANDBOX));
} else {
  for (const language of shown.languages) {
    test(`a letter in ${language} is one sheet, also in large type, and anybody can read it`, async ({ page, clinic }) => {
      const letter = await clinic.invite();
      await mkdir(PICTURES, { recursive: true });
      for (const large_print of [false, true]) {
        const what = `the letter in ${language}${large_print ? ', large' : ''}`;
        await printed(page, letter.code, { language, large_print });
        for (const format of ['A4', 'Letter'] as const) expect(await sheets(page, format), `${what} on ${format}`).toBe(1);
        await assertAccessible(page, what);
        const smallest = await page.evaluate(() =>
          Math.min(...Array.from(document.querySelectorAll('body *:not(svg, svg *)'), (one) => parseFloat(getComputedStyle(one).fontSize))),
        );
        // 16 points are 21.3 CSS pixels.
        expect(smallest, `the smallest type of ${what}`).toBeGreaterThanOrEqual(large_print ? 21.3 : 16);
        await page.setViewportSize({ width: 794, height: 1123 });
        await page.screenshot({ path: `${PICTURES}/letter-${large_print ? 'large' : 'plain'}.${language}.png`, fullPage: true });
      }
    });
  }

  test('the picture on the printed page is read by a camera and leads to the question', async ({ page, at, clinic }) => {
    const letter = await clinic.invite();
    await printed(page, letter.code, { spelled: true });
    expect(await sheets(page, 'A4')).toBe(1);
    const read = await readPicture(page);
    expect(read).toBe(letter.link);
    await page.emulateMedia({ media: null });
    await page.goto(read!);
    await at.question.assertLoaded();
  });

  test('the short address on it opens the clinic’s own entry, where the code is typed', async ({ page, at, clinic }) => {
    const letter = await clinic.invite();
    await page.goto('/at/fabrikam');
    await at.code.assertLoaded();
    await expect(page.locator('header')).toContainText('Fabrikam Clinic');
    await at.code.code.fill(letter.code);
    await at.code.press(at.code.continueButton);
    await at.question.assertLoaded();
  });
}
