import { PortalPage } from './portal-page';

/** A provider signed nobody in: why, and the way back. */
export class ProviderPage extends PortalPage {
  readonly name = 'provider';

  get backLink() {
    return this.page.getByTestId('continue');
  }
}
