import { PortalPage } from './portal-page';

/** Which providers sign her in, once she is signed in. */
export class AccountProvidersPage extends PortalPage {
  readonly name = 'account-providers';

  async open(): Promise<void> {
    await this.page.goto('/account/providers');
  }
  add(name: string): Promise<void> {
    return this.press(this.page.getByTestId(`add-provider-${name}`));
  }
  remove(name: string): Promise<void> {
    return this.press(this.page.getByTestId(`remove-provider-${name}`));
  }
}
