import { PortalPage } from './portal-page';

/** Step 5: the patient decides. */
export class AuthorizePage extends PortalPage {
  readonly name = 'authorize';

  get friendlyName() {
    return this.page.getByTestId('friendly-name');
  }
  get appName() {
    return this.main.getByTestId('app-name');
  }
  get recordName() {
    return this.page.getByTestId('record-name');
  }
  get rules() {
    return this.page.getByTestId('rule');
  }
  get optionalRules() {
    return this.page.locator('input[type="checkbox"][name="rule"]');
  }
  get allowButton() {
    return this.page.getByTestId('allow');
  }
  get declineButton() {
    return this.page.getByTestId('decline');
  }

  /** Where another record is picked: the address behind “Back”. */
  async pickAnotherURL(): Promise<string> {
    return (await this.main.locator('a[href^="/connect/record"]').getAttribute('href'))!;
  }

  allow(): Promise<void> {
    return this.press(this.allowButton);
  }

  decline(): Promise<void> {
    return this.press(this.declineButton);
  }
}
