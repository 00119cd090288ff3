import { PortalPage } from './portal-page';

/** Too many wrong answers. */
export class LockedPage extends PortalPage {
  readonly name = 'locked';
  protected override readonly usualStatus = 410;

  get contact() {
    return this.page.getByTestId('clinic-contact');
  }
}
