import { PortalPage } from './portal-page';

/** No such page, or a link that asks for something we do not have. */
export class NotFoundPage extends PortalPage {
  readonly name = 'not-found';
  protected override readonly usualStatus = 404;
}
