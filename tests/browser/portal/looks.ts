/** What must be true of a page however it was come by. */
import { expect, type Page } from '@playwright/test';

const KB = 1024;

/** WCAG 1.4.10 and 1.4.12: nothing scrolls sideways, sticks out or is cut off. */
export async function assertFits(page: Page, what: string): Promise<void> {
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

/** WCAG 1.4.12: the same with the spacing that a reader may set. */
export async function assertFitsSpacedOut(page: Page, what: string): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await assertFits(page, `${what} with text spacing`);
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
}

/** WCAG 2.5.8: 24 by 24 px, but for links in a sentence. */
export async function assertTargets(page: Page, what: string): Promise<void> {
  const small = await page.evaluate(() => {
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
  expect(small, `targets of ${what} that are too small`).toEqual([]);
}

/** WCAG 2.4.3: the keyboard goes as the eye does, from the top to the bottom. */
export async function assertOrder(page: Page, what: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const all = Array.from(document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'));
    for (const one of all) if (one.tabIndex > 0) found.push(`comes first: ${one.outerHTML.slice(0, 100)}`);
    const seen = all.filter((one) => one.tabIndex === 0 && one.checkVisibility() && !one.classList.contains('skip'));
    for (const [at, one] of seen.entries()) {
      const before = seen[at - 1];
      if (before && one.getBoundingClientRect().bottom < before.getBoundingClientRect().top) found.push(`comes late: ${one.outerHTML.slice(0, 100)}`);
    }
    return found;
  });
  expect(faults, `the order of ${what}`).toEqual([]);
}

/** The HTML is under 14 KB and all that the page loads under 60 KB, uncompressed: it opens on a bad connection too. */
export async function assertLight(page: Page, what: string, loadsNothing = false): Promise<void> {
  const { html, all } = await page.evaluate(() => {
    const document = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const sum = loaded.reduce((bytes, one) => bytes + one.decodedBodySize, document.decodedBodySize);
    return { html: document.decodedBodySize, all: sum };
  });
  expect(html, `the HTML of ${what}`).toBeGreaterThan(500);
  expect(html, `the HTML of ${what}`).toBeLessThan(14 * KB);
  if (loadsNothing) expect(all, `all that ${what} loads`).toBe(html);
  else expect(all, `all that ${what} loads`).toBeGreaterThan(html);
  expect(all, `all that ${what} loads`).toBeLessThan(60 * KB);
}

/** Light or dark indeed, and the browser's own controls with it. axe measures the contrast. */
export async function assertTheme(page: Page, theme: 'light' | 'dark', what: string): Promise<void> {
  const { text, ground, scheme } = await page.evaluate(() => {
    const brightness = (colour: string) => {
      const [r, g, b] = colour.match(/[\d.]+/g)!.map(Number);
      return (r! + g! + b!) / (3 * 255);
    };
    const { color, backgroundColor } = getComputedStyle(document.body);
    return {
      text: brightness(color),
      ground: brightness(backgroundColor),
      scheme: getComputedStyle(document.documentElement).colorScheme,
    };
  });
  const [dim, bright] = theme === 'dark' ? [ground, text] : [text, ground];
  expect(dim, `${what} is ${theme} indeed`).toBeLessThan(0.25);
  expect(bright, `${what} is ${theme} indeed`).toBeGreaterThan(0.75);
  expect(scheme.split(' '), `the browser’s own controls of ${what}`).toContain(theme);
}

/** In forced colours (Windows’ contrast themes) words stand out, and what can be pressed has an edge. */
export async function assertForcedColours(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    if (!matchMedia('(forced-colors: active)').matches) found.push('the colours are not forced');
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const heading of document.querySelectorAll('h1, h2')) {
      if (heading.checkVisibility() && getComputedStyle(heading).color === ground) found.push(`is not seen: ${heading.outerHTML.slice(0, 100)}`);
    }
    for (const edged of document.querySelectorAll<HTMLElement>('.button, .choice, input:not([type=hidden], [type=radio], [type=checkbox])')) {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(edged);
      if (edged.checkVisibility() && (parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === ground)) {
        found.push(`has no edge: ${edged.outerHTML.slice(0, 100)}`);
      }
    }
    return found;
  });
  await page.emulateMedia({ forcedColors: null });
  expect(faults, `${what} in forced colours`).toEqual([]);
}
