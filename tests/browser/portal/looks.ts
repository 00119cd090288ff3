/** What must be true of any page however it was come by. The looks themselves are in in-page.ts. */
import { expect } from '@playwright/test';

import { inPage, type Looks } from './in-page';

const KB = 1024;

/** A page of any browser that runs what it is sent. */
export interface Evaluating {
  evaluate(source: string): Promise<unknown>;
}

async function look(page: Evaluating, name: keyof Looks, ...given: unknown[]): Promise<string[]> {
  return (await page.evaluate(`(${inPage})().${name}(...${JSON.stringify(given)})`)) as string[];
}

/** WCAG 1.4.10: nothing scrolls sideways, sticks out or is cut off. */
export async function assertFits(page: Evaluating, what: string): Promise<void> {
  expect(await look(page, 'fits'), what).toEqual([]);
}

/** WCAG 1.4.12: the same with the spacing that a reader may set. */
export async function assertFitsSpacedOut(page: Evaluating, what: string): Promise<void> {
  expect(await look(page, 'fitsSpacedOut'), `${what} with text spacing`).toEqual([]);
}

/** WCAG 2.5.8: 24 by 24 px, but for links in a sentence. */
export async function assertTargets(page: Evaluating, what: string): Promise<void> {
  expect(await look(page, 'targets'), `targets of ${what} that are too small`).toEqual([]);
}

/** WCAG 2.4.3: the keyboard goes as the eye does, from the top to the bottom. */
export async function assertOrder(page: Evaluating, what: string): Promise<void> {
  expect(await look(page, 'order'), `the order of ${what}`).toEqual([]);
}

/** Light or dark indeed, and the browser's own controls with it. */
export async function assertTheme(page: Evaluating, theme: 'light' | 'dark', what: string): Promise<void> {
  expect(await look(page, 'theme', theme), what).toEqual([]);
}

/** It is this page, in this language, with one heading that is seen, and its pictures are there. */
export async function assertIdentity(page: Evaluating, name: string, language: string, what: string): Promise<void> {
  expect(await look(page, 'identity', name, language), what).toEqual([]);
}

/** The HTML is under 14 KB and all that the page loads under 60 KB, uncompressed: it opens on a bad connection too. */
export const LIGHT = { html: 14 * KB, all: 60 * KB };
/** With a brand's pictures and font. */
export const LIGHT_IN_A_BRAND = { html: 14 * KB, all: 150 * KB };

export async function assertLight(page: Evaluating, what: string): Promise<void> {
  const weigh = `(() => {
    const page = performance.getEntriesByType('navigation')[0].decodedBodySize;
    return [page, performance.getEntriesByType('resource').reduce((bytes, one) => bytes + one.decodedBodySize, page)];
  })()`;
  const [html, all] = (await page.evaluate(weigh)) as [number, number];
  expect(html, `the HTML of ${what}`).toBeGreaterThan(500);
  expect(html, `the HTML of ${what}`).toBeLessThan(LIGHT.html);
  expect(all, `all that ${what} loads`).toBeGreaterThan(html);
  expect(all, `all that ${what} loads`).toBeLessThan(LIGHT.all);
}
