import { PortalPage } from './portal-page';

/** How it works, cookies, time limits, accessibility. */
export class HelpPage extends PortalPage {
  readonly name = 'help';

  async open(): Promise<void> {
    await this.page.goto('/help');
  }
}
