import { PortalPage } from './portal-page';

/** Too many tries from one network. */
export class TooManyRequestsPage extends PortalPage {
  readonly name = 'too-many-requests';
  protected override readonly usualStatus = 429;
}
