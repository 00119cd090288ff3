/** How long she stays signed in, and what is left in the browser. */
import type { Page } from '@playwright/test';

import type { Pages } from '../pages';
import { toSignIn, toSuccess } from '../portal/journey';
import { confirmAddress, createAccount } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';

/** The browser after it was closed and opened again: it has the cookies that have a date, and no others. */
async function reopened(page: Page, anotherVisitor: () => Promise<Pages>): Promise<Pages> {
  const lasting = (await page.context().cookies()).filter((cookie) => cookie.expires !== -1);
  const again = await anotherVisitor();
  await again.page.context().addCookies(lasting);
  return again;
}

test('a closed browser has signed her out and still knows the way to where she was', async ({ at, page, clinic, anotherVisitor }) => {
  const letter = await clinic.invite();
  const person = somebody();
  await toSignIn(at, letter);
  await at.signIn.createAccount();
  await createAccount(at, person);
  await at.record.assertLoaded();
  const again = await reopened(page, anotherVisitor);
  await again.page.goto('/connect/record');
  await again.signIn.assertLoaded();
  await expect(again.signIn.friendlyName).toHaveText(letter.friendlyName);
  await again.signIn.signIn(person);
  await again.record.assertLoaded();
  await again.page.context().close();
});

test('who asks to stay signed in is so after the browser was closed', async ({ at, page, clinic, anotherVisitor }) => {
  const person = await toSuccess(at, await clinic.invite());
  await at.success.signOut();
  await page.goto('/sign-in');
  await expect(at.signIn.keepSignedIn, 'nothing is ticked for her').not.toBeChecked();
  await expect(at.signIn.sharedComputer).not.toBeChecked();
  await at.signIn.keepSignedIn.press('Space');
  await at.signIn.signIn(person);
  await at.connections.assertLoaded();
  const again = await reopened(page, anotherVisitor);
  await again.connections.open();
  await again.connections.assertLoaded();
  await again.page.context().close();
});

test('what was ticked is still ticked after a slip', async ({ at, page }) => {
  await page.goto('/sign-in');
  await at.signIn.sharedComputer.check();
  await at.signIn.signIn({ email: 'anna@patients.example', password: '' });
  await at.signIn.assertProblem('password', /password/);
  await expect(at.signIn.sharedComputer).toBeChecked();
  await expect(at.signIn.keepSignedIn).not.toBeChecked();
});

test('on a shared computer the success page is the last thing that anyone sees', async ({ at, page, portal, clinic }) => {
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  await at.signIn.createAccount();
  const person = somebody();
  await at.createAccount.fill(person);
  await at.createAccount.sharedComputer.check();
  await at.createAccount.press(at.createAccount.continueButton);
  await confirmAddress(at, person);
  await at.record.assertLoaded();
  await at.record.chooseNew('Emma');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();
  await expect(at.success.notice).toContainText('shared computer');
  await expect(at.success.signOutButton, 'she is signed out').toHaveCount(0);
  expect(await clinic.authorizations(letter)).toHaveLength(1);

  await page.goBack();
  await expect(page.locator('body')).not.toContainText('Emma');
  for (const path of ['/connect/success', '/connect/record', '/connections', '/sign-in']) {
    await page.goto(path);
    await expect(page.locator('body'), path).not.toContainText('Emma');
  }
  const lasting = (await page.context().cookies()).filter((cookie) => cookie.expires !== -1);
  expect(lasting, 'nothing outlives the browser').toEqual([]);
});
