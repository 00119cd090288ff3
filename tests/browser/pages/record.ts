import type { Locator } from '@playwright/test';

import { PortalPage } from './portal-page';

/** Step 4: whose record. */
export class RecordPage extends PortalPage {
  readonly name = 'record';

  get friendlyName() {
    return this.page.getByTestId('friendly-name');
  }
  /** The choices, the new record among them. */
  get options() {
    return this.page.getByTestId('record-option');
  }
  get newOption(): Locator {
    return this.options.filter({ has: this.page.locator('input[value="new"]') });
  }
  get newName() {
    return this.page.locator('#new_record_name');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }
  option(name: string): Locator {
    return this.options.filter({ hasNot: this.page.locator('input[value="new"]') }).filter({ hasText: name });
  }

  async chooseNew(name: string): Promise<void> {
    await this.fillNew(name);
    await this.press(this.continueButton);
  }

  /** Somebody else is signed in. */
  notYou(): Promise<void> {
    return this.press(this.main.locator('form[action="/sign-out"] button'));
  }

  async fillNew(name: string): Promise<void> {
    await this.newOption.click();
    await this.newName.fill(name);
  }

  async choose(name: string): Promise<void> {
    await this.option(name).click();
    await this.press(this.continueButton);
  }
}
