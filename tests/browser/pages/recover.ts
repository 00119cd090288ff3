import { PortalPage } from './portal-page';

/** A forgotten password: asks for the address. */
export class RecoverPage extends PortalPage {
  readonly name = 'recover';

  get email() {
    return this.page.locator('#email');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }

  async ask(email: string): Promise<void> {
    await this.email.fill(email);
    await this.press(this.continueButton);
  }
}

/** Asks for the code from her mailbox. */
export class RecoverCodePage extends PortalPage {
  readonly name = 'recover-code';

  get code() {
    return this.page.locator('#recovery_code');
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

/** Asks for the new password. */
export class RecoverPasswordPage extends PortalPage {
  readonly name = 'recover-password';

  get password() {
    return this.page.locator('#password');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }

  async choose(password: string): Promise<void> {
    await this.password.fill(password);
    await this.press(this.continueButton);
  }
}
