/** Every page in the dark colour scheme: axe measures the contrast. */
import { LATER_STATES, STATES, type See } from '../portal/states';
import { expect, test } from '../portal/test';

test.use({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });

const see: See = async (state, page, { status } = {}) => {
  await page.assertLoaded(status === undefined ? {} : { status });
  const [text, ground] = await page.page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  expect(text, `${state} is dark indeed`).not.toBe('rgb(0, 0, 0)');
  expect(ground, `${state} is dark indeed`).not.toBe('rgb(255, 255, 255)');
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
