import { PortalPage } from './portal-page';

/** The clinic took the code back, or its time with us is over. */
export class WithdrawnPage extends PortalPage {
  readonly name = 'withdrawn';
  protected override readonly usualStatus = 410;
}
