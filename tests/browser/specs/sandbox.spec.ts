/** The pages for developers: the sandbox's own, which plays the clinic's side, and the API's documentation. */
import { assertAccessible } from '../portal/axe';
import { expect, needsSandbox, test } from '../portal/test';

const PAGES = [['/_demo/', 'the sandbox’s page'], ['/api/docs', 'the API’s page']] as const;

for (const [name, viewport] of [['desk', { width: 1280, height: 900 }], ['phone', { width: 320, height: 640 }]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      for (const [path, what] of PAGES) {
        test(`${what} keeps nobody out`, async ({ page, portal }) => {
          needsSandbox(portal);
          expect((await page.goto(path))!.status()).toBe(200);
          await expect(page.locator('h1')).toHaveCount(1);
          await expect(page.locator('main')).toBeVisible();
          await assertAccessible(page, what);
          expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(viewport.width);
        });
      }
    });
  }
}

test('its letters lead to the question', async ({ at, page, portal }) => {
  needsSandbox(portal);
  await page.goto('/_demo/');
  const link = page.locator('a[href*="packageid"]').first();
  await page.goto((await link.getAttribute('href'))!);
  await at.question.assertLoaded();
});

test('the clock moves forward and refuses nonsense', async ({ portal }) => {
  needsSandbox(portal);
  for (const body of ['{"advance_seconds": -1}', '{"advance_seconds": "x"}', '{}', 'nonsense', '']) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${portal.baseURL}/_demo/clock`, { method: 'POST', headers, body });
    expect(response.status, body).toBe(400);
  }
  const get = await fetch(`${portal.baseURL}/_demo/clock`);
  expect([404, 405]).toContain(get.status);
});
