import { expect, type Locator, type Page } from '@playwright/test';

import { assertAccessible } from '../portal/axe';
import { lastVisit } from '../portal/visits';

/** What every page of the portal has. A page object says where its controls are; what must be true of it, a test says. */
export abstract class PortalPage {
  /** Its `<main>` has `data-testid="page-NAME"`. */
  abstract readonly name: string;
  /** What the server answers with this page when nothing is wrong with a form on it. */
  protected readonly usualStatus: number = 200;

  constructor(readonly page: Page) {}

  get main(): Locator {
    return this.page.locator(`main[data-testid="page-${this.name}"]`);
  }
  get heading(): Locator {
    return this.page.locator('h1');
  }
  get notice(): Locator {
    return this.page.getByTestId('notice');
  }
  get errorSummary(): Locator {
    return this.page.getByTestId('error-summary');
  }
  get signOutButton(): Locator {
    return this.page.getByTestId('sign-out');
  }
  get languageButtons(): Locator {
    return this.page.getByTestId('language');
  }
  fieldError(field: string): Locator {
    return this.page.getByTestId(`field-error-${field}`);
  }

  /** This page and no other is shown, whole, with the status that belongs to it, and nobody is kept out of it. */
  async assertLoaded({ status = this.usualStatus } = {}): Promise<void> {
    await expect(this.page.locator('main')).toHaveAttribute('data-testid', `page-${this.name}`);
    expect(lastVisit(this.page)?.status, `status of ${this.name}`).toBe(status);
    await expect(this.heading).toHaveCount(1);
    await expect(this.heading).toBeVisible();
    const words = (await this.heading.innerText()).replace(/\s+/g, ' ').trim();
    const title = (await this.page.title()).replace(/\s+/g, ' ').trim();
    const start = (await this.errorSummary.count()) > 0 ? `Error: ${words} – ` : `${words} – `;
    expect(title.startsWith(start), `title “${title}” starts with “${start}”`).toBe(true);
    expect(title.length, 'the title ends with the service or the clinic').toBeGreaterThan(start.length);
    await assertAccessible(this.page, this.name);
  }

  /** A form error: 422, a summary that links to the field, and the same words at the field. */
  async assertProblem(field: string, words?: RegExp, { status = 422 } = {}): Promise<void> {
    await this.assertLoaded({ status });
    await expect(this.errorSummary).toBeVisible();
    const link = this.errorSummary.locator(`a[href="#${field}"]`);
    await expect(link).toHaveCount(1);
    await expect(this.fieldError(field)).toHaveText(await link.innerText());
    await expect(this.page.locator(`[id="${field}"]`)).toHaveCount(1);
    if (words) await expect(link).toHaveText(words);
  }

  /** A stale or wrong token: 403, nothing done, and the form is there again to be sent. */
  async assertStale(): Promise<void> {
    await this.assertLoaded({ status: 403 });
    await expect(this.errorSummary).toBeVisible();
  }

  /** Presses a button and waits for the page that follows. */
  async press(button: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), button.click()]);
  }

  /** Presses twice, as fast as people do by mistake. The second press may find the button, or the next page, or nothing. */
  async pressTwice(button: Locator): Promise<void> {
    const box = (await button.boundingBox())!;
    await button.scrollIntoViewIfNeeded();
    await Promise.all([this.page.waitForEvent('domcontentloaded'), button.dblclick({ noWaitAfter: true })]);
    await this.page.waitForLoadState('networkidle');
    expect(box.height).toBeGreaterThan(0);
  }

  signOut(): Promise<void> {
    return this.press(this.signOutButton);
  }

  switchLanguage(tag: string): Promise<void> {
    return this.press(this.page.locator(`[data-testid="language"][value="${tag}"]`));
  }

  /** As when the page lay open until its token was of no use any more. */
  async spoilToken(within = this.main): Promise<void> {
    await within.locator('input[name="csrf_token"]').evaluateAll((inputs) => {
      for (const input of inputs) (input as HTMLInputElement).value = 'A'.repeat(43);
    });
  }
}
