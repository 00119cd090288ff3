/** Looks for what keeps people out: WCAG 2.2 A and AA, and axe's best practices. */
import { readFileSync } from 'node:fs';

import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Words stand out from what they stand on: the one rule that depends on colours. */
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] };

export async function assertAccessible(page: Page, what: string): Promise<void> {
  tell(await run(page, options), what);
}

export async function assertContrast(page: Page, what: string): Promise<void> {
  tell(await run(page, contrast), what);
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
  return page.evaluate(
    (asked) => (window as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(asked),
    wanted as never,
  );
}
