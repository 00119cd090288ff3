import { PortalPage } from './portal-page';

/** A form that cannot be shown again came with a token of no use. */
export class StaleFormPage extends PortalPage {
  readonly name = 'stale-form';
  protected override readonly usualStatus = 403;
}
