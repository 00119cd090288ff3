import type { Person } from '../portal/person';
import { PortalPage } from './portal-page';

/** Step 3: the patient signs in. Also reached outside of a journey. */
export class SignInPage extends PortalPage {
  readonly name = 'sign-in';

  get friendlyName() {
    return this.page.getByTestId('friendly-name');
  }
  get email() {
    return this.page.locator('#email');
  }
  get password() {
    return this.page.locator('#password');
  }
  get keepSignedIn() {
    return this.page.getByRole('checkbox', { name: /Keep me signed in/ });
  }
  get sharedComputer() {
    return this.page.getByRole('checkbox', { name: /shared computer/ });
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }
  get recoverLink() {
    return this.page.getByTestId('recover');
  }
  get createAccountLink() {
    return this.page.getByTestId('create-account');
  }

  get passkeyButton() {
    return this.page.getByTestId('use-passkey');
  }

  /** The button of a provider. */
  provider(name: string) {
    return this.page.getByTestId(`provider-${name}`);
  }

  async signIn({ email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.press(this.continueButton);
  }

  forget(): Promise<void> {
    return this.press(this.recoverLink);
  }

  createAccount(): Promise<void> {
    return this.press(this.createAccountLink);
  }
}
