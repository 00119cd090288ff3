import { PortalPage } from './portal-page';

/** The code was not picked up in time. */
export class ExpiredPage extends PortalPage {
  readonly name = 'expired';
  protected override readonly usualStatus = 410;

  get contact() {
    return this.page.getByTestId('clinic-contact');
  }
}
