import type { Locator, Page } from '@playwright/test';

import { PortalPage } from './portal-page';

/** One's own account, or one of the pages below it. */
export class AccountPage extends PortalPage {
  readonly name: string;

  constructor(page: Page, part: string) {
    super(page);
    this.name = part === '' ? 'account' : `account-${part}`;
  }

  get link(): Locator {
    return this.page.getByTestId('account');
  }
  get continueButton(): Locator {
    return this.page.getByTestId('continue');
  }
  field(name: string): Locator {
    return this.page.locator(`[id="${name}"]`);
  }
  /** The link that leads to one thing of hers: “Change your name”. */
  to(part: string): Locator {
    return this.main.locator(`a[href="/account/${part}"]`).first();
  }
}
