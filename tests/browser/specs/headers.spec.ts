/** What goes with every page: headers, weight, silence in the console (which every test listens to). */
import { toSuccess } from '../portal/journey';
import { WALKS } from '../portal/walks';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';

const KB = 1024;

for (const [name, walk] of Object.entries(WALKS)) {
  test(name, async ({ at, page, portal }) => {
    const loaded = new Map<string, number>();
    page.on('response', async (response) => {
      if (response.request().isNavigationRequest() || response.status() !== 200) return;
      const body = await response.body().catch(() => null);
      if (body) loaded.set(response.url(), body.length);
    });

    await walk(at, portal, async (state, shown) => {
      await expect(shown.main).toBeVisible();
      await page.waitForLoadState('load');
      const { headers, html } = lastVisit(page)!;
      assertPolicy(headers['content-security-policy'], state);
      expect(headers['x-content-type-options'], state).toBe('nosniff');
      expect(headers['referrer-policy'], state).toBe('no-referrer');
      expect(headers['cache-control'], state).toContain('no-store');
      expect(headers['content-type'], state).toMatch(/^text\/html; ?charset=utf-8$/i);
      expect(headers['x-powered-by'], state).toBeUndefined();
      if (portal.baseURL.startsWith('https:')) expect(headers['strict-transport-security'], state).toMatch(/max-age=\d{8}/);

      const text = await html;
      expect(text, `${state} has no inline script or style`).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
      const page_weight = Buffer.byteLength(text);
      expect(page_weight, `HTML of ${state}`).toBeLessThan(14 * KB);
      const files = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
      const weight = page_weight + [...new Set(files)].reduce((sum, file) => sum + (loaded.get(file) ?? 0), 0);
      expect(weight, `all that ${state} loads`).toBeLessThan(60 * KB);
      for (const file of files) expect(new URL(file).origin, `${state} loads only what is ours`).toBe(new URL(portal.baseURL).origin);
    });
  });
}

function assertPolicy(policy: string | undefined, state: string): void {
  expect(policy, `content security policy of ${state}`).toBeTruthy();
  const rules = new Map(
    policy!.split(';').map((rule) => {
      const [name, ...values] = rule.trim().split(/\s+/);
      return [name!, values.join(' ')];
    }),
  );
  expect(policy, state).not.toContain('unsafe');
  expect(policy, state).not.toMatch(/(^|\s)\*(\s|;|$)/);
  expect(rules.get('default-src'), state).toMatch(/^'(self|none)'$/);
  expect(rules.get('frame-ancestors'), state).toBe("'none'");
  expect(rules.get('base-uri'), state).toMatch(/^'(self|none)'$/);
  expect(rules.get('form-action'), state).toMatch(/^'self'/);
  expect(rules.get('object-src') ?? rules.get('default-src'), state).toBe("'none'");
}

test('files are kept for good, and named after what is in them', async ({ at, page }) => {
  await at.code.open();
  const files = await page.locator('link[rel="stylesheet"], link[rel="icon"], script[src]').evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src')!),
  );
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const file of files) {
    const response = await page.request.get(file);
    expect(response.status(), file).toBe(200);
    expect(response.headers()['cache-control'], file).toMatch(/immutable/);
    expect(response.headers()['x-content-type-options'], file).toBe('nosniff');
  }
  expect((await page.request.get('/static/no-such-file.css')).status()).toBe(404);
});

test('redirects keep nothing either', async ({ page, clinic }) => {
  const letter = await clinic.invite();
  const response = await page.request.get(letter.link, { maxRedirects: 0 });
  expect(response.status()).toBe(303);
  expect(response.headers()['cache-control']).toContain('no-store');
  expect(response.headers()['referrer-policy']).toBe('no-referrer');
  expect(response.headers()['location']).not.toContain(letter.code.slice(0, 4));
});

test('the probes answer', async ({ page }) => {
  expect((await page.request.get('/healthz')).status()).toBe(200);
  expect((await page.request.get('/readyz')).status()).toBe(200);
});

test('success is worth printing', async ({ at, page, clinic }) => {
  await toSuccess(at, await clinic.invite());
  await page.emulateMedia({ media: 'print' });
  await expect(at.success.message).toBeVisible();
  await expect(at.success.recordName).toBeVisible();
  await expect(at.success.signOutButton, 'what cannot be pressed on paper is not printed').toBeHidden();
  await expect(page.locator('footer form')).toBeHidden();
});
