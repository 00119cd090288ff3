import { PortalPage } from './portal-page';

/** Disconnecting is asked once more. */
export class DisconnectPage extends PortalPage {
  readonly name = 'disconnect';

  get confirmButton() {
    return this.page.getByTestId('confirm-disconnect');
  }

  confirm(): Promise<void> {
    return this.press(this.confirmButton);
  }
}
