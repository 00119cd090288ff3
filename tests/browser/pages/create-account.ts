import type { Person } from '../portal/person';
import { PortalPage } from './portal-page';

/** Step 3 for someone new. */
export class CreateAccountPage extends PortalPage {
  readonly name = 'create-account';

  get friendlyName() {
    return this.page.getByTestId('friendly-name');
  }
  get personName() {
    return this.page.locator('#name');
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

  async fill({ name, email, password }: Person): Promise<void> {
    await this.personName.fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
  }

  async create(person: Person): Promise<void> {
    await this.fill(person);
    await this.press(this.continueButton);
  }
}
