import { PortalPage } from './portal-page';

/** Step 3 for someone new, continued: the code from her mailbox. */
export class VerifyEmailPage extends PortalPage {
  readonly name = 'verify-email';

  get code() {
    return this.page.locator('#email_code');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }
  get resendButton() {
    return this.page.getByTestId('resend');
  }

  async enter(code: string): Promise<void> {
    await this.code.fill(code);
    await this.press(this.continueButton);
  }
}
