/** Signing in with a provider: a real one, `oidc-provider`, at a site of its own. */
import type { Page } from '@playwright/test';

import { toSignIn, toSuccess } from '../portal/journey';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { sharedPortal } from '../portal/start';
import { expect, test as base } from '../portal/test';
import { startWithProvider, type WithProvider } from '../portal/with-provider';

const test = base.extend<{ own: WithProvider }>({
  // eslint-disable-next-line no-empty-pattern
  own: async ({}, use, testInfo) => {
    if (!sharedPortal().sandbox) testInfo.skip(true, NEEDS_SANDBOX);
    const own = await startWithProvider();
    try {
      await use(own);
    } finally {
      await own.stop();
    }
  },
  portal: async ({ own }, use) => use({ baseURL: own.baseURL, clinic: own.clinic, sandbox: null }),
});

/** At the provider’s own pages. They ask a server of fonts, which is not there. */
async function signInThere(page: Page, own: WithProvider, login: string): Promise<void> {
  await page.waitForURL(`${own.issuer}/interaction/**`);
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test.beforeEach(async ({ context }) => {
  await context.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
});

test('the first sign-in makes an account and the journey goes on to success', async ({ at, page, clinic, own }) => {
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  await expect(at.signIn.provider('state-id')).toHaveText('Sign in with State ID');
  await at.signIn.provider('state-id').click();
  await signInThere(page, own, 'emma');
  await page.waitForURL(`${own.baseURL}/connect/record`);
  await at.record.assertLoaded();
  await expect(at.record.main).toContainText('Patient emma');
  await at.record.chooseNew('Emma');
  await at.authorize.allow();
  await at.success.assertLoaded();
  expect(await clinic.authorizations(letter)).toHaveLength(1);
});

test('the second sign-in is the same person, also after the provider’s keys were rotated', async ({ at, page, clinic, own, anotherVisitor }) => {
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  await at.signIn.provider('state-id').click();
  await signInThere(page, own, 'emma');
  await page.waitForURL(`${own.baseURL}/connect/record`);
  await at.record.chooseNew('Emma');
  await at.authorize.allow();
  await at.success.assertLoaded();

  await own.rotate();
  const again = await anotherVisitor();
  await again.page.context().route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await again.page.goto('/sign-in?to=connections');
  await again.signIn.provider('state-id').click();
  await signInThere(again.page, own, 'emma');
  await again.page.waitForURL(`${own.baseURL}/connections`);
  await again.connections.assertLoaded();
  await expect(again.connections.connections).toHaveCount(1);
});

test('signing out signs out at the provider, too', async ({ at, page, own }) => {
  await page.goto('/sign-in');
  await at.signIn.provider('state-id').click();
  await signInThere(page, own, 'emma');
  await page.waitForURL(`${own.baseURL}/connections`);
  await at.connections.signOutButton.click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.waitForURL(`${own.baseURL}/sign-in?notice=signed-out`);
  await at.signIn.assertLoaded();
  await expect(at.signIn.notice).toBeVisible();
  await at.signIn.provider('state-id').click();
  await page.waitForURL(`${own.issuer}/interaction/**`);
  await expect(page.locator('input[name="login"]'), 'the provider asks again who she is').toBeVisible();
});

test('who changes her mind there comes back to her journey and signs in another way', async ({ at, page, clinic, own }) => {
  await toSignIn(at, await clinic.invite());
  await at.signIn.provider('state-id').click();
  await page.waitForURL(`${own.issuer}/interaction/**`);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await page.waitForURL(`${own.baseURL}/sign-in/callback/**`);
  await at.provider.assertLoaded();
  await at.provider.press(at.provider.backLink);
  await at.signIn.assertLoaded();
  await expect(at.signIn.friendlyName).toBeVisible();
});

test('who has an account adds the provider to it', async ({ at, page, clinic, own, anotherVisitor }) => {
  await toSuccess(at, await clinic.invite());
  await at.accountProviders.open();
  await at.accountProviders.assertLoaded();
  await page.getByTestId('add-provider-state-id').click();
  await signInThere(page, own, 'anna');
  await page.waitForURL(`${own.baseURL}/account/providers?notice=added`);
  await at.accountProviders.assertLoaded();
  await expect(at.accountProviders.notice).toBeVisible();
  const elsewhere = await anotherVisitor();
  await elsewhere.page.context().route('https://fonts.googleapis.com/**', (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  await elsewhere.page.goto('/sign-in');
  await elsewhere.signIn.provider('state-id').click();
  await signInThere(elsewhere.page, own, 'anna');
  await elsewhere.page.waitForURL(`${own.baseURL}/connections`);
  await expect(elsewhere.connections.connections).toHaveCount(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first sign-in leads on, too', async ({ at, page, clinic, own }) => {
    await toSignIn(at, await clinic.invite());
    await at.signIn.provider('state-id').click();
    await signInThere(page, own, 'otto');
    await page.waitForURL(`${own.baseURL}/connect/record`);
    await at.record.assertLoaded();
  });
});
