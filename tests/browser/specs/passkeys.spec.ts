/** Passkeys: added after success, used instead of the password, removed; tried with a device that Chromium plays. */
import type { Locator, Page, Request } from '@playwright/test';

import type { Pages } from '../pages';
import { assertAccessible } from '../portal/axe';
import { Authenticator } from '../portal/authenticator';
import { sendWith } from '../portal/forms';
import { toSignIn, toSuccess } from '../portal/journey';
import { mailsTo } from '../portal/mailbox';
import { expect, needsSandbox, test } from '../portal/test';

test.beforeEach(({ portal }) => {
  needsSandbox(portal);
});

/** From the success page to a passkey of this name. */
async function addPasskey(at: Pages, page: Page, name: string): Promise<void> {
  const passkeys = at.account('passkeys');
  await passkeys.assertLoaded();
  await passkeys.field('passkey_name').fill(name);
  await passkeys.press(page.getByTestId('add-passkey'));
  await passkeys.assertLoaded();
  await expect(page.getByTestId('passkey').filter({ hasText: name })).toHaveCount(1);
}

test('offered after success, a passkey brings her through the next journey without a password', async ({ at, page, clinic }) => {
  const device = await Authenticator.of(page);
  const person = await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  await addPasskey(at, page, 'My phone');
  await expect(at.account().notice).toBeVisible();
  expect(await device.passkeys()).toHaveLength(1);
  expect((await mailsTo(page, person.email))[0]!.subject).toBe('A passkey was added');
  await assertAccessible(page, 'the page of the passkeys');

  await device.offersInVain();
  await at.account('passkeys').signOut();
  const next = await clinic.invite();
  await toSignIn(at, next);
  await at.signIn.press(at.signIn.passkeyButton);
  await at.record.assertLoaded();
  await at.record.choose('Emma');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();
  await expect(page.getByTestId('offer-passkey'), 'offered once').toHaveCount(0);
  expect(await clinic.authorizations(next)).toHaveLength(1);
});

test('the browser offers it while she types her address, where it can', async ({ at, page, clinic }) => {
  const device = await Authenticator.of(page);
  await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  await addPasskey(at, page, 'My phone');
  await device.answers(false);
  await at.account('passkeys').signOut();
  await page.goto('/sign-in?to=account');
  await expect(at.signIn.email).toHaveAttribute('autocomplete', 'username webauthn');
  await page.goto('about:blank');
  await device.answers(true);
  await page.goto('/sign-in?to=account', { waitUntil: 'commit' });
  await page.waitForURL('**/account');
  await at.account().assertLoaded();
});

test('who presses twice by mistake is asked once, and gets what she pressed for', async ({ at, page, clinic }) => {
  const device = await Authenticator.of(page);
  await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  const passkeys = at.account('passkeys');
  await passkeys.field('passkey_name').fill('My phone');
  await pressTwiceAtOnce(page, page.getByTestId('add-passkey'));
  await expect(passkeys.notice).toBeVisible();
  await expect(page.getByTestId('passkey')).toHaveCount(1);
  expect(await device.passkeys()).toHaveLength(1);

  await device.offersInVain();
  await passkeys.signOut();
  await page.goto('/sign-in?to=account');
  await pressTwiceAtOnce(page, at.signIn.passkeyButton);
  await at.account().assertLoaded();
});

test('what she pressed goes before an offer that comes late', async ({ at, page, clinic }) => {
  const device = await Authenticator.of(page);
  await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  await addPasskey(at, page, 'My phone');
  await device.offersInVain();
  await page.addInitScript(() => {
    const pressed = new Promise((done) => addEventListener('click', done));
    PublicKeyCredential.isConditionalMediationAvailable = () => pressed.then(() => true);
  });
  await at.account('passkeys').signOut();
  await page.goto('/sign-in?to=account');
  await at.signIn.press(at.signIn.passkeyButton);
  await at.account().assertLoaded();
});

/** Two presses before the device can answer the first. */
async function pressTwiceAtOnce(page: Page, button: Locator): Promise<void> {
  const pressed = button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
  await Promise.all([page.waitForEvent('domcontentloaded'), pressed]);
}

test('a removed passkey signs nobody in, and the password still does', async ({ at, page, clinic, anotherVisitor }) => {
  const device = await Authenticator.of(page);
  const person = await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  await addPasskey(at, page, 'My phone');
  await addPasskeyOfAnotherDevice(await anotherVisitor(), person);
  await page.goto('/account/passkeys');
  const mine = page.getByTestId('passkey').filter({ hasText: 'My phone' });
  await at.account('passkeys').press(mine.getByTestId('remove-passkey'));
  await at.account('passkeys').assertLoaded();
  await expect(mine).toHaveCount(0);
  await expect(page.getByTestId('passkey'), 'the other stays').toHaveCount(1);
  expect(await device.passkeys(), 'the device does not know').toHaveLength(1);

  await device.offersInVain();
  await at.account('passkeys').signOut();
  await page.goto('/sign-in');
  await at.signIn.press(at.signIn.passkeyButton);
  await at.signIn.assertLoaded({ status: 422 });
  await expect(page.getByTestId('error-summary')).toContainText('This passkey did not work');
  await at.signIn.signIn(person);
  await at.connections.assertLoaded();
});

async function addPasskeyOfAnotherDevice(other: Pages, person: { email: string; password: string }): Promise<void> {
  await Authenticator.of(other.page);
  await other.page.goto('/sign-in?to=account');
  await other.signIn.signIn(person);
  await other.account().press(other.account().to('passkeys'));
  await addPasskey(other, other.page, 'Old laptop');
}

test('a passkey is asked for by a new sign-in or the password, and by a name', async ({ at, page, clinic, portal }) => {
  const device = await Authenticator.of(page);
  const person = await toSuccess(at, await clinic.invite(), 'Emma');
  await page.goto('/account/passkeys');
  const passkeys = at.account('passkeys');
  await passkeys.press(page.getByTestId('add-passkey'));
  await passkeys.assertProblem('passkey_name');
  await device.knowsItsOwner(false);
  await passkeys.field('passkey_name').fill('My phone');
  await passkeys.press(page.getByTestId('add-passkey'));
  await expect(page.getByTestId('error-summary')).toContainText('No passkey was added');
  await device.knowsItsOwner(true);
  expect(await device.passkeys(), 'nothing is left on the device').toHaveLength(0);
  await passkeys.press(page.getByTestId('add-passkey'));
  await expect(page.getByTestId('passkey')).toHaveCount(1);
  await passkeys.field('passkey_name').fill('My phone once more');
  await passkeys.press(page.getByTestId('add-passkey'));
  await expect(page.getByTestId('error-summary')).toContainText('has a passkey for this account already');
  expect(portal.baseURL).toContain('localhost');
  expect(person.email).toContain('@');
});

test.describe('with a clock of its own', () => {
  test.use({ ownSandbox: {} });

  test('ten minutes after signing in the password comes first', async ({ at, page, clinic, portal }) => {
    needsSandbox(portal);
    await Authenticator.of(page);
    const person = await toSuccess(at, await clinic.invite(), 'Emma');
    await portal.sandbox.advance({ minutes: 11 });
    await page.goto('/account/passkeys');
    const passkeys = at.account('passkeys');
    await expect(page.getByTestId('add-passkey')).toHaveCount(0);
    await passkeys.field('current_password').fill('not the password');
    await passkeys.press(passkeys.continueButton);
    await passkeys.assertProblem('current_password');
    await passkeys.field('current_password').fill(person.password);
    await passkeys.press(passkeys.continueButton);
    await addPasskey(at, page, 'My phone');
  });

  test('a challenge is answered within half an hour, or asked once more', async ({ at, page, clinic, portal }) => {
    needsSandbox(portal);
    const device = await Authenticator.of(page);
    await toSuccess(at, await clinic.invite(), 'Emma');
    await page.goto('/account/passkeys');
    await addPasskey(at, page, 'My phone');
    await device.offersInVain();
    await at.account('passkeys').signOut();
    await page.goto('/sign-in');
    await at.signIn.assertLoaded();
    await portal.sandbox.advance({ minutes: 31 });
    await at.signIn.press(at.signIn.passkeyButton);
    await at.signIn.assertLoaded({ status: 422 });
    await at.signIn.press(at.signIn.passkeyButton);
    await at.connections.assertLoaded();
  });
});

test('what a device answered signs in once, in the browser that asked', async ({ at, page, clinic, portal }) => {
  const device = await Authenticator.of(page);
  await toSuccess(at, await clinic.invite(), 'Emma');
  await at.success.press(page.getByTestId('offer-passkey'));
  await addPasskey(at, page, 'My phone');
  await device.answers(false);
  await at.account('passkeys').signOut();
  // As an attacker who reads along: the answer is kept from the portal first, then sent by another browser.
  let kept: Request | undefined;
  await page.route('**/sign-in/passkey', async (route) => {
    if (kept) return route.continue();
    kept = route.request();
    await route.abort();
  });
  await device.answers(true);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await expect.poll(() => kept !== undefined).toBe(true);
  await device.answers(false);
  const sent = new URLSearchParams(kept!.postData()!);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const url = `${portal.baseURL}/sign-in/passkey`;
  expect(await sendWith('', url, sent), 'another browser').toBe(403);
  expect(await sendWith(cookie, url, sent), 'the browser that asked').toBe(303);
  expect(await sendWith(cookie, url, sent), 'the same once more').toBe(422);
  const changed = new URLSearchParams(sent);
  changed.set('passkey_challenge', `${changed.get('passkey_challenge')!.slice(0, -2)}AA`);
  expect(await sendWith(cookie, url, changed), 'another challenge').toBe(422);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages say what they cannot do, and everything else works as before', async ({ at, page, clinic }) => {
    const person = await toSuccess(at, await clinic.invite(), 'Emma');
    await at.success.press(page.getByTestId('offer-passkey'));
    const passkeys = at.account('passkeys');
    await passkeys.assertLoaded();
    await expect(passkeys.main).toContainText('only when JavaScript is on');
    await expect(page.getByTestId('add-passkey')).toBeHidden();
    await passkeys.signOut();
    await page.goto('/sign-in');
    await expect(at.signIn.passkeyButton).toBeHidden();
    await at.signIn.signIn(person);
    await at.connections.assertLoaded();
  });
});
