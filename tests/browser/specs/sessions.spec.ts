/** Signing in and out, and what time does to it. */
import { toAuthorize, toRecord, toSignIn, toSuccess } from '../portal/journey';
import { createAccount } from '../portal/mailbox';
import { expect, test } from '../portal/test';

test.describe('on the sandbox’s clock', () => {
  test.use({ ownSandbox: {} });

  test('after half an hour she signs in again and lands on the same step', async ({ at, page, portal, clinic }) => {
    const letter = await clinic.invite();
    const person = await toAuthorize(at, letter, 'Emma');
    await portal.sandbox!.advance({ minutes: 31 });
    await page.reload();
    await at.signIn.assertLoaded();
    await expect(at.signIn.friendlyName).toHaveText(letter.friendlyName);
    await expect(at.signIn.notice, 'she is told why').toBeVisible();
    await at.signIn.signIn(person);
    await at.authorize.assertLoaded();
    await expect(at.authorize.recordName, 'nothing is retyped').toHaveText('Emma');
    await at.authorize.allow();
    await at.success.assertLoaded();
    expect(await clinic.authorizations(letter)).toHaveLength(1);
  });

  test('a form sent after half an hour grants nothing, and signing in leads back to it', async ({ at, portal, clinic }) => {
    const letter = await clinic.invite();
    const person = await toAuthorize(at, letter, 'Emma');
    await portal.sandbox!.advance({ minutes: 31 });
    await at.authorize.allow();
    expect(await clinic.authorizations(letter)).toEqual([]);
    await at.signIn.assertLoaded();
    await at.signIn.signIn(person);
    await at.authorize.assertLoaded();
  });

  test('the sign-in lasts as long as she does something', async ({ at, page, portal, clinic }) => {
    await toRecord(at, await clinic.invite());
    for (let look = 0; look < 4; look += 1) {
      await portal.sandbox!.advance({ minutes: 20 });
      await page.reload();
      await at.record.assertLoaded();
    }
  });

  test('a journey is kept for 24 hours without a sign of life, and no longer', async ({ at, page, portal, clinic }) => {
    const letter = await clinic.invite();
    await toSignIn(at, letter);
    await portal.sandbox!.advance({ hours: 23 });
    await page.reload();
    await at.signIn.assertLoaded();
    await expect(at.signIn.friendlyName).toHaveText(letter.friendlyName);
    await portal.sandbox!.advance({ hours: 23 });
    await page.reload();
    await at.signIn.assertLoaded();
    await portal.sandbox!.advance({ hours: 25 });
    await page.goto('/connect/question');
    await at.code.assertLoaded();
    await page.goto('/connect/record');
    await at.code.assertLoaded();
    await page.goto(letter.link);
    await at.question.assertLoaded();
  });

  test('the success page shows again after signing in again', async ({ at, page, portal, clinic }) => {
    const person = await toSuccess(at, await clinic.invite());
    await portal.sandbox!.advance({ minutes: 31 });
    await page.reload();
    await at.signIn.assertLoaded();
    await at.signIn.signIn(person);
    await at.success.assertLoaded();
  });

  test('connections ask for a sign-in after half an hour', async ({ at, page, portal, clinic }) => {
    const person = await toSuccess(at, await clinic.invite());
    await at.connections.open();
    await portal.sandbox!.advance({ minutes: 31 });
    await page.reload();
    await at.signIn.assertLoaded();
    await page.context().clearCookies();
    await page.goto('/connections');
    await at.signIn.assertLoaded();
    await at.signIn.signIn(person);
    await at.connections.assertLoaded();
  });
});

test('signing out ends the session on the server: the old cookie is dead', async ({ at, page, context, clinic, anotherVisitor }) => {
  await toSuccess(at, await clinic.invite());
  const cookies = await context.cookies();
  await at.success.signOut();
  const thief = await anotherVisitor();
  await thief.page.context().addCookies(cookies);
  await thief.connections.open();
  await thief.signIn.assertLoaded();
  await page.goto('/connect/success');
  await expect(page.locator('main')).not.toHaveAttribute('data-testid', 'page-success');
});

test('back after signing out shows nothing', async ({ at, page, clinic }) => {
  await toSuccess(at, await clinic.invite(), 'Emma');
  await at.connections.open();
  await at.connections.assertLoaded();
  await at.connections.signOut();
  await page.goBack();
  await at.signIn.assertLoaded();
  await expect(page.locator('body')).not.toContainText('Emma');
});

test('the session’s cookie is guarded, and new after signing in', async ({ at, context, portal, clinic, anotherVisitor }) => {
  const https = portal.baseURL.startsWith('https:');
  const secrets = async () => {
    const cookies = await context.cookies();
    for (const cookie of cookies) {
      expect(cookie.httpOnly, cookie.name).toBe(true);
      expect(cookie.sameSite, cookie.name).toBe('Lax');
      expect(cookie.path, cookie.name).toBe('/');
      expect(cookie.domain.startsWith('.'), `${cookie.name} is for this host alone`).toBe(false);
      expect(cookie.secure, cookie.name).toBe(https);
      if (https) expect(cookie.name).toMatch(/^__Host-/);
    }
    return cookies.map((cookie) => cookie.value);
  };
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  const before = await secrets();
  const cookiesBefore = await context.cookies();
  expect(before.length).toBeGreaterThan(0);
  for (const value of before) expect(value).not.toContain(letter.code.slice(0, 4));

  await at.signIn.createAccount();
  await createAccount(at, { name: 'Anna', email: `qa-${letter.externalId}@patients.example`, password: 'velvet tundra harbour 41' });
  await at.record.assertLoaded();
  const after = await secrets();
  expect(after.some((value) => !before.includes(value)), 'the session’s id changed').toBe(true);

  const thief = await anotherVisitor();
  await thief.page.context().addCookies(cookiesBefore);
  await thief.connections.open();
  await thief.signIn.assertLoaded();
});

test('known and unknown addresses get the same words', async ({ at, clinic, anotherVisitor }) => {
  const person = await toSuccess(at, await clinic.invite());
  const visitor = await anotherVisitor();
  await visitor.page.goto('/sign-in');
  await visitor.signIn.signIn({ email: person.email, password: 'velvet tundra wrong harbour' });
  await visitor.signIn.assertLoaded({ status: 422 });
  const known = await visitor.signIn.errorSummary.innerText();
  await expect(visitor.signIn.email, 'what she typed is kept, but never a password').toHaveValue(person.email);
  await expect(visitor.signIn.password).toHaveValue('');
  await visitor.signIn.signIn({ email: 'nobody@patients.example', password: 'velvet tundra wrong harbour' });
  await visitor.signIn.assertLoaded({ status: 422 });
  expect(await visitor.signIn.errorSummary.innerText()).toBe(known);
});

test('weak and short passwords are refused, and what else was typed is kept', async ({ at, clinic }) => {
  await toSignIn(at, await clinic.invite());
  await at.signIn.createAccount();
  for (const password of ['', 'short', 'passwordpassword', '123456789012']) {
    await at.createAccount.create({ name: 'Anna', email: 'anna@patients.example', password });
    await at.createAccount.assertProblem('password');
    await expect(at.createAccount.personName).toHaveValue('Anna');
    await expect(at.createAccount.email).toHaveValue('anna@patients.example');
    await expect(at.createAccount.password).toHaveValue('');
  }
});

test('the password can be shown', async ({ at, page }) => {
  await page.goto('/sign-in');
  await at.signIn.password.fill('velvet tundra');
  await at.signIn.main.getByRole('button', { name: 'Show password' }).click();
  await expect(at.signIn.password).toHaveAttribute('type', 'text');
  await at.signIn.assertLoaded();
  await at.signIn.main.getByRole('button', { name: 'Hide password' }).click();
  await expect(at.signIn.password).toHaveAttribute('type', 'password');
  await expect(at.signIn.password).toHaveValue('velvet tundra');
});
