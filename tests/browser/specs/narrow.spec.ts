/** 320 px wide, wide letter spacing, fingers. */
import type { Page } from '@playwright/test';

import { LATER_STATES, STATES, type See } from '../portal/states';
import { expect, test } from '../portal/test';

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

const see: See = async (state, page, { status } = {}) => {
  await page.assertLoaded(status === undefined ? {} : { status });
  await assertFits(page.page, state);
  expect(await smallTargets(page.page), `targets of ${state} that are too small`).toEqual([]);
  const restore = await spaceOut(page.page);
  await assertFits(page.page, `${state} with text spacing`);
  await restore();
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

/** WCAG 1.4.10 and 1.4.12: nothing scrolls sideways, sticks out or is cut off. */
async function assertFits(page: Page, what: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    // Words for screen readers alone.
    const clipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || getComputedStyle(element).clip !== 'auto' || clipped(element.parentElement));
    const root = document.scrollingElement!;
    if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY, position } = getComputedStyle(element);
      if (clipped(element) || !element.checkVisibility() || element.closest('svg')) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && position !== 'absolute' && box.right > innerWidth + 1) found.push(`sticks out: ${element.outerHTML.slice(0, 100)}`);
      const isField = element instanceof HTMLInputElement;
      const cutsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cutsY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      if (!isField && (cutsX || cutsY)) found.push(`cuts off: ${element.outerHTML.slice(0, 100)}`);
    }
    return found;
  });
  expect(faults, what).toEqual([]);
}

/** WCAG 2.5.8: 24 by 24 px, but for links in a sentence. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary')) {
      if (!target.checkVisibility() || target.classList.contains('skip') || target.ariaHidden === 'true') continue;
      const label = target instanceof HTMLInputElement ? target.labels?.[0] : null;
      const whole = label?.contains(target) ? label : target;
      const box = whole.getBoundingClientRect();
      const inSentence = getComputedStyle(whole).display === 'inline' && whole.parentElement!.textContent!.trim() !== whole.textContent!.trim();
      if (!inSentence && (box.width < 24 || box.height < 24)) {
        found.push(`${Math.round(box.width)} × ${Math.round(box.height)}: ${target.outerHTML.slice(0, 100)}`);
      }
    }
    return found;
  });
}

/** What WCAG 1.4.12 lets a reader set. */
async function spaceOut(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  return () => page.evaluate(() => void document.adoptedStyleSheets.pop());
}
