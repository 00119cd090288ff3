import { PortalPage } from './portal-page';

/** The patient said no. */
export class DeclinedPage extends PortalPage {
  readonly name = 'declined';
}
