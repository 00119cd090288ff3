/** A device that makes passkeys, as Chromium plays one. */
import type { CDPSession, Page } from '@playwright/test';

export class Authenticator {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  /** Gives this page's browser a device that knows its owner, and answers by itself. */
  static async of(page: Page): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Authenticator(page, session, authenticatorId);
  }

  /** Its owner stops, or goes on. */
  async answers(now: boolean): Promise<void> {
    await this.session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.id, enabled: now });
  }

  /** Whether the device knows its owner, by her face or her PIN. */
  async knowsItsOwner(now: boolean): Promise<void> {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified: now });
  }

  /**
   * Her browser offers the passkey while she types, and she takes nothing of it: only a button brings the device. From the next
   * page on. As in a browser, an offer ends when the page takes it back, and nothing else is asked before it did.
   */
  async offersInVain(): Promise<void> {
    await this.page.addInitScript(() => {
      const get = CredentialsContainer.prototype.get;
      let offer: AbortSignal | undefined;
      CredentialsContainer.prototype.get = function (options) {
        const { mediation, signal } = options as CredentialRequestOptions & { signal: AbortSignal };
        if (offer && !offer.aborted) return Promise.reject(new DOMException('A request is already pending.', 'OperationError'));
        if (mediation !== 'conditional') return get.call(this, options);
        offer = signal;
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      };
    });
  }

  async passkeys() {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    return credentials;
  }

  /** A copy of one, as a device that is synchronised has it. */
  async put(credential: Awaited<ReturnType<Authenticator['passkeys']>>[number]): Promise<void> {
    await this.session.send('WebAuthn.addCredential', { authenticatorId: this.id, credential });
  }
}
