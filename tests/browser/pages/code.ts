import { PortalPage } from './portal-page';

/** Step 1: the identity code is typed. */
export class CodePage extends PortalPage {
  readonly name = 'code';

  get code() {
    return this.page.locator('#identity_code');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }

  async open(): Promise<void> {
    await this.page.goto('/connect');
  }

  async enter(code: string): Promise<void> {
    await this.code.fill(code);
    await this.press(this.continueButton);
  }
}
