/** A page's HTML is under 14 KB and all that it loads under 60 KB, uncompressed: it opens on a bad connection too. */
import { LATER_STATES, STATES, type See } from '../portal/states';
import { expect, test } from '../portal/test';

const KB = 1024;

const see: See = async (state, shown, { status } = {}) => {
  await shown.assertLoaded(status === undefined ? {} : { status });
  await shown.page.waitForLoadState('load');
  const { html, all } = await shown.page.evaluate(() => {
    const page = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const sum = loaded.reduce((bytes, one) => bytes + one.decodedBodySize, page.decodedBodySize);
    return { html: page.decodedBodySize, all: sum };
  });
  expect(html, `the HTML of ${state}`).toBeGreaterThan(500);
  expect(html, `the HTML of ${state}`).toBeLessThan(14 * KB);
  expect(all, `all that ${state} loads`).toBeGreaterThan(html);
  expect(all, `all that ${state} loads`).toBeLessThan(60 * KB);
};

for (const [name, walk] of Object.entries(STATES)) {
  test(name, async ({ at, portal }) => walk(at, portal, see));
}

test.describe('later', () => {
  test.use({ ownSandbox: {} });
  for (const [name, walk] of Object.entries(LATER_STATES)) {
    test(name, async ({ at, portal }) => walk(at, portal, see));
  }
});
