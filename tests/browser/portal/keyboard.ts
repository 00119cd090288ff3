/** The portal with the keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the control has the focus. Wherever the focus stops on its way, it must be seen. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    await assertFocusSeen(page);
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The control is not reached with Tab');
}

async function assertFocusSeen(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const marked = (element: Element | null): boolean => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const what = focused.outerHTML.slice(0, 120);
    if (!marked(focused) && !marked(focused.closest('label'))) return `the focus is not seen on ${what}`;
    const box = focused.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return `the focus is out of sight on ${what}`;
    const top = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
    const own = top && (focused.contains(top) || top.contains(focused) || top.closest('label')?.contains(focused));
    return own ? null : `something covers ${what}`;
  });
  expect(fault).toBeNull();
}

/** Presses a key and waits for the page that follows. */
export async function pressed(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
}
