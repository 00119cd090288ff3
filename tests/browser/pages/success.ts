import { PortalPage } from './portal-page';

/** Step 6: the clinic's success message. */
export class SuccessPage extends PortalPage {
  readonly name = 'success';

  get message() {
    return this.page.getByTestId('success-message');
  }
  get recordName() {
    return this.page.getByTestId('record-name');
  }
}
