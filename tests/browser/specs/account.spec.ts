/** One's own account: without script, with the keyboard alone, and to its end. */
import { toSuccess } from '../portal/journey';
import { pressed } from '../portal/keyboard';
import { expect, test } from '../portal/test';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every page of the account is reached from the header, and the account is deleted at the end', async ({ at, page, clinic }) => {
    const letter = await clinic.invite();
    const person = await toSuccess(at, letter, 'Emma');
    const account = at.account();
    await account.press(account.link);
    await account.assertLoaded();
    await expect(account.main).toContainText(person.email);

    await account.press(account.to('name'));
    await at.account('name').assertLoaded();
    await account.field('name').fill('');
    await account.press(account.continueButton);
    await at.account('name').assertProblem('name');
    await account.field('name').fill('Anna Lind');
    await account.press(account.continueButton);
    await account.assertLoaded();
    await expect(account.notice).toBeVisible();
    await expect(account.main).toContainText('Anna Lind');

    for (const part of ['email', 'password', 'language', 'records', 'sessions', 'history', 'export']) {
      await account.press(account.to(part));
      await at.account(part).assertLoaded();
      await account.press(page.locator('.back a'));
      await account.assertLoaded();
    }

    await account.press(account.to('delete'));
    await at.account('delete').assertLoaded();
    await account.field('email').fill('somebody.else@patients.example');
    await account.press(page.getByTestId('confirm-delete'));
    await at.account('delete').assertProblem('email');
    await account.field('email').fill(person.email);
    await account.press(page.getByTestId('confirm-delete'));
    await at.account('deleted').assertLoaded();
    expect(await clinic.authorizations(letter)).toEqual([]);
    await page.goto('/account');
    await at.signIn.assertLoaded();
  });
});

test('the password is changed with the keyboard alone, and nobody else stays signed in', async ({ at, page, clinic }) => {
  const person = await toSuccess(at, await clinic.invite(), 'Emma');
  await page.goto('/account/password');
  const password = at.account('password');
  await password.assertLoaded();
  await password.field('current_password').focus();
  await page.keyboard.type(person.password);
  for (let stop = 0; stop < 5 && !(await password.field('password').evaluate((e) => e === document.activeElement)); stop += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('marble canyon twelve otters');
  await pressed(page, 'Enter');
  await at.account().assertLoaded();
  await expect(password.notice).toBeVisible();
});

test('at 320 px nothing is cut off', async ({ at, page, clinic }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await toSuccess(at, await clinic.invite(), 'Emma-Wilhelmina-Charlotta Lindqvist-Oxenstierna');
  for (const part of ['', 'records', 'sessions', 'history', 'delete']) {
    await page.goto(`/account/${part}`.replace(/\/$/, ''));
    await at.account(part).assertLoaded();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, part).toBeLessThanOrEqual(320);
  }
});
