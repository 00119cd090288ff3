/** Looks for what keeps people out: WCAG 2.2 A and AA, and axe's best practices. */
import { readFileSync } from 'node:fs';

import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/**
 * No page of ours has a font whose letters are pictures. axe draws the first texts of a page to find such a font, takes letters
 * that join for one, as Arabic ones do, and then measures no contrast in that font. So what it draws on says that every text is as
 * wide as its letters.
 */
const lettersAreLetters = `HTMLCanvasElement.prototype.getContext = () => ({
  canvas: {},
  measureText: (text) => ({ width: 10 * text.length }),
  fillText() {},
  clearRect() {},
  getImageData: (x, y, width, height) => ({ data: new Uint8ClampedArray(4 * Math.ceil(width) * Math.ceil(height)).fill(255) }),
});`;

/** axe itself, to be sent to a page. */
export const source = `${lettersAreLetters}\n${readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')}`;

export const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Words stand out from what they stand on, and links from the words beside them: the rules that depend on colours. */
export const rulesOfColours: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

export async function assertAccessible(page: Page, what: string): Promise<void> {
  tell(await run(page, everyRule), what);
}

function tell(found: AxeResults, what: string): void {
  const told = found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary}`),
  );
  expect(told, `axe on ${what}`).toEqual([]);
}

async function run(page: Page, wanted: RunOptions): Promise<AxeResults> {
  const withoutScripts = await page.evaluate(() => matchMedia('(scripting: none)').matches);
  if (!withoutScripts) return inside(page, wanted);

  // axe needs timers, which a browser without JavaScript does not have: it looks at a twin that shows the same page.
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  try {
    const twin = await context.newPage();
    const url = page.url();
    const body = await page.content();
    await twin.route('**/*.js', (route) => route.abort());
    await twin.route(
      (requested) => requested.href === url,
      (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    await twin.goto(url);
    return await inside(twin, wanted);
  } finally {
    await context.close();
  }
}

async function inside(page: Page, wanted: RunOptions): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate((asked) => window.axe.run(asked), wanted as never);
}
