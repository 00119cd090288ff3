import type { Locator } from '@playwright/test';

import { PortalPage } from './portal-page';

/** Every app that is connected to each of one's records. */
export class ConnectionsPage extends PortalPage {
  readonly name = 'connections';

  /** Those that stand; ended ones are shown apart. */
  get connections() {
    return this.page.getByTestId('connection');
  }
  get disconnectLinks() {
    return this.page.getByTestId('disconnect');
  }
  /** The part about one record. */
  record(name: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { level: 2, name, exact: true }) });
  }

  async open(): Promise<void> {
    await this.page.goto('/connections');
  }

  async disconnect(recordName: string): Promise<void> {
    await this.press(this.record(recordName).getByTestId('disconnect').first());
  }
}
