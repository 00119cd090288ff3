/** The page of Chromium that a worker looks at the whole gallery with. */
import type { Browser, Page } from '@playwright/test';

import { type Cell, nameOf, type Theme } from './gallery';
import { RULES, type Spoil, WrittenPage } from './written-page';

export const DESK = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };
/** Where text of twice the size has as much room as on 320 px. */
const TWICE_AS_WIDE = { width: 640, height: 640 };
/** Pages are asked for in light from a browser that prefers dark: whatever the address says must win. */
const PREFERRED = 'dark';

export class SharedPage {
  private readonly written: WrittenPage;
  private readonly heard: string[];

  private constructor(
    readonly page: Page,
    baseURL: string,
  ) {
    this.written = new WrittenPage(page, baseURL);
    this.heard = listen(page, baseURL);
  }

  static async open(browser: Browser, baseURL: string): Promise<SharedPage> {
    const context = await browser.newContext({
      ...{ baseURL, locale: 'en-GB', timezoneId: 'UTC', colorScheme: PREFERRED },
      ...{ hasTouch: true, viewport: NARROW },
    });
    return new SharedPage(await context.newPage(), baseURL);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  show(cell: Cell): Promise<string[]> {
    return this.written.show(cell);
  }

  dress(theme: Theme): Promise<void> {
    return this.written.dress(theme);
  }

  /**
   * What is wrong with this page, in light and in dark, on a phone of 320 px; `atDesk` on a wide screen, too. It is shown
   * afterwards only if it `stays`. Each call from here costs as much as a look, so they are few.
   */
  async look(cell: Cell, { atDesk = false, stays = false, spoil }: { atDesk?: boolean; stays?: boolean; spoil?: Spoil } = {}): Promise<string[]> {
    await this.page.emulateMedia({ forcedColors: 'active' });
    const found = await this.written.show(cell, { forced: true, spoil });
    await this.page.emulateMedia({ forcedColors: null });
    found.push(...(await this.written.lookInside(cell, stays || atDesk)));
    if (atDesk) found.push(...(await this.lookAtDesk()));
    found.push(...this.heard.splice(0));
    return found.map((fault) => `${nameOf(cell)}: ${fault}`);
  }

  /** On wider screens: text of twice the size, and axe once more. The page is dark when this begins, and light afterwards. */
  private async lookAtDesk(): Promise<string[]> {
    await this.page.setViewportSize(TWICE_AS_WIDE);
    const large = await this.page.evaluate(() => window.looks.fitsTwiceAsLarge());
    await this.page.setViewportSize(DESK);
    const inDark = await this.page.evaluate((rules) => window.looks.axe(rules), RULES.ofColours);
    await this.dress('light');
    const inLight = await this.page.evaluate((rules) => window.looks.axe(rules), RULES.every);
    await this.page.setViewportSize(NARROW);
    const note = (how: string, found: string[]) => found.map((fault) => how + fault);
    return [...note('with text twice as large ', large), ...note('dark at desk width: ', inDark), ...note('at desk width: ', inLight)];
  }
}

/** What was asked of another server, what did not come, and what the console complained about. */
export function listen(page: Page, baseURL: string): string[] {
  const faults: string[] = [];
  const { origin } = new URL(baseURL);
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`foreign: ${request.url()}`);
  });
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error}`));
  return faults;
}
