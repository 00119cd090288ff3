/** From the emailed link to the success message. */
import { toAuthorize, toRecordSignedIn, toSignIn, toSuccess } from '../portal/journey';
import { createAccount, mailedCode } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';

test('a new patient gets from her link to the success message in at most seven pages, one for the code from her mail', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  let pages = 0;
  page.on('domcontentloaded', () => (pages += 1));

  await page.goto(letter.link);
  await at.question.assertLoaded();
  expect(page.url(), 'the code is gone from the address').not.toContain(letter.code.slice(0, 4));
  await expect(at.question.question).toHaveText(letter.question);
  await expect(at.question.appName).not.toBeEmpty();
  await expect(at.question.main, 'the friendly name shows only after the answer').not.toContainText(letter.friendlyName);
  await at.question.give(letter.answer);

  await at.signIn.assertLoaded();
  await expect(at.signIn.friendlyName).toHaveText(letter.friendlyName);
  await at.signIn.createAccount();
  await at.createAccount.assertLoaded();
  await expect(at.createAccount.friendlyName).toHaveText(letter.friendlyName);
  await createAccount(at, somebody());

  await at.record.assertLoaded();
  await expect(at.record.friendlyName).toHaveText(letter.friendlyName);
  await at.record.chooseNew('Emma');

  await at.authorize.assertLoaded();
  await expect(at.authorize.friendlyName).toHaveText(letter.friendlyName);
  await expect(at.authorize.recordName).toHaveText('Emma');
  await expect(at.authorize.appName).not.toBeEmpty();
  for (const box of await at.authorize.optionalRules.all()) await expect(box, 'optional rules are not ticked for her').not.toBeChecked();
  expect(await clinic.authorizations(letter), 'nothing is told to the app before she allows').toEqual([]);
  await at.authorize.allow();

  await at.success.assertLoaded();
  await expect(at.success.message).not.toBeEmpty();
  await expect(at.success.recordName).toHaveText('Emma');
  expect(pages, 'pages from the link to success').toBeLessThanOrEqual(7);

  const [authorized, ...others] = await clinic.authorizations(letter);
  expect(others).toEqual([]);
  expect(authorized!.person_id).not.toBe('');
  expect(authorized!.record_id).not.toBe('');
  expect(authorized!.app_specific_record_id).not.toBe('');
  expect((await clinic.authorization(authorized!)).active).toBe(true);
  expect((await clinic.status(letter)).status).toBe('authorized');
});

test('the code stays out of the history', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await at.help.open();
  await page.goto(letter.link);
  await at.question.assertLoaded();
  await page.goBack();
  await at.help.assertLoaded();
  await page.goForward();
  await at.question.assertLoaded();
});

test('the code can be typed instead', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await at.code.open();
  await at.code.assertLoaded();
  await at.code.enter(letter.code);
  await at.question.assertLoaded();
});

test('the first page leads to the code page', async ({ at, page }) => {
  await page.goto('/');
  await at.code.assertLoaded();
  expect(new URL(page.url()).pathname).toBe('/connect');
});

test('someone who has an account signs in instead', async ({ at, page, clinic }) => {
  const person = await toSuccess(at, await clinic.invite());
  await at.success.signOut();
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
  await at.record.choose('Emma');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();
  expect(await clinic.authorizations(letter)).toHaveLength(1);
  expect(page.url()).toContain('/connect/success');
});

test('refresh shows the same step, and back is never a dead end', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  const where = () => page.locator('main').getAttribute('data-testid');
  const refresh = async () => {
    const before = await where();
    await page.reload();
    expect(await where()).toBe(before);
  };
  const back = async (expected: { assertLoaded(): Promise<void> }) => {
    await page.goBack();
    await expected.assertLoaded();
  };

  await at.code.open();
  await refresh();
  await at.code.enter(letter.code);
  await at.question.assertLoaded();
  await refresh();
  await back(at.code);
  await at.code.enter(letter.code);

  await at.question.assertLoaded();
  await at.question.give(letter.answer);
  await at.signIn.assertLoaded();
  await refresh();
  await back(at.signIn);

  await at.signIn.createAccount();
  await refresh();
  await back(at.signIn);
  await at.signIn.createAccount();
  await createAccount(at, somebody());

  await at.record.assertLoaded();
  await refresh();
  await back(at.record);
  await at.record.chooseNew('Emma');

  await at.authorize.assertLoaded();
  await refresh();
  await back(at.record);
  await expect(at.record.newName, 'what she chose is still there').toHaveValue('Emma');
  await expect(at.record.newOption.locator('input')).toBeChecked();
  await at.record.press(at.record.continueButton);
  await at.authorize.assertLoaded();
  await at.authorize.allow();

  await at.success.assertLoaded();
  await refresh();
  await back(at.success);
  expect(await clinic.authorizations(letter), 'going back grants nothing a second time').toHaveLength(1);
});

test('no step can be skipped by its address', async ({ at, page, clinic }) => {
  const steps = ['/connect/question', '/connect/record', '/connect/authorize', '/connect/success', '/connect/declined'];
  for (const step of steps) {
    await page.goto(step);
    await at.code.assertLoaded();
  }
  const letter = await clinic.invite();
  await page.goto(letter.link);
  for (const step of steps.slice(1)) {
    await page.goto(step);
    await at.question.assertLoaded();
  }
  await at.question.give(letter.answer);
  for (const step of steps) {
    await page.goto(step);
    await at.signIn.assertLoaded();
  }
  await at.signIn.createAccount();
  await createAccount(at, somebody());
  for (const step of steps) {
    await page.goto(step);
    await at.record.assertLoaded();
  }
  await page.goto('/sign-in');
  await at.record.assertLoaded();
  await page.goto('/create-account');
  await at.record.assertLoaded();
  await at.record.chooseNew('Emma');
  await at.authorize.assertLoaded();
  await page.goto('/connect/success');
  await at.authorize.assertLoaded();
  expect(await clinic.authorizations(letter)).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('pressing every button twice does everything once', async ({ at, clinic }) => {
      const letter = await clinic.invite();
      await at.code.open();
      await at.code.code.fill(letter.code);
      await at.code.pressTwice(at.code.continueButton);
      await at.question.assertLoaded();

      await at.question.answer.fill('not the answer');
      await at.question.pressTwice(at.question.continueButton);
      await at.question.assertLoaded({ status: 422 });
      expect((await clinic.status(letter)).attempts_left, 'two presses cost one chance').toBe(2);
      await at.question.answer.fill(letter.answer);
      await at.question.pressTwice(at.question.continueButton);

      await at.signIn.assertLoaded();
      await at.signIn.createAccount();
      const person = somebody();
      await at.createAccount.fill(person);
      await at.createAccount.pressTwice(at.createAccount.continueButton);
      await at.verifyEmail.assertLoaded();
      await at.verifyEmail.code.fill(await mailedCode(at.page, person.email));
      await at.verifyEmail.pressTwice(at.verifyEmail.continueButton);

      await at.record.assertLoaded();
      await at.record.fillNew('Emma');
      await at.record.pressTwice(at.record.continueButton);
      await at.authorize.assertLoaded();
      await at.authorize.pressTwice(at.authorize.allowButton);
      await at.success.assertLoaded();
      expect(await clinic.authorizations(letter)).toHaveLength(1);

      await at.connections.open();
      await at.connections.assertLoaded();
      await expect(at.connections.connections).toHaveCount(1);
      await at.connections.disconnect('Emma');
      await at.disconnect.assertLoaded();
      await at.disconnect.pressTwice(at.disconnect.confirmButton);
      await at.connections.assertLoaded();
      await expect(at.connections.connections).toHaveCount(0);
    });

    test('pressing “sign in” twice signs in', async ({ at, page, clinic }) => {
      const person = await toSuccess(at, await clinic.invite());
      await at.success.signOut();
      await page.goto('/sign-in');
      await at.signIn.email.fill(person.email);
      await at.signIn.password.fill(person.password);
      await at.signIn.pressTwice(at.signIn.continueButton);
      await at.connections.assertLoaded();
    });
  });
}

test('declining keeps nothing, and the code brings her back', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toAuthorize(at, letter, 'Emma');
  await at.authorize.decline();
  await at.declined.assertLoaded();
  expect(await clinic.authorizations(letter)).toEqual([]);
  expect((await clinic.status(letter)).status).toBe('pending');
  await page.reload();
  await at.declined.assertLoaded();
  await at.connections.open();
  await expect(at.connections.connections).toHaveCount(0);

  await toRecordSignedIn(at, letter);
  await expect(at.record.option('Emma'), 'the record that was to be made was not made').toHaveCount(0);
  await at.record.chooseNew('Emma');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();
  expect(await clinic.authorizations(letter)).toHaveLength(1);
});

test('reauthorizing after disconnecting gives the same person and record', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter, 'Emma');
  const [before] = await clinic.authorizations(letter);

  await at.connections.open();
  await at.connections.assertLoaded();
  await at.connections.disconnect('Emma');
  await at.disconnect.assertLoaded();
  await at.disconnect.confirm();
  await at.connections.assertLoaded();
  await expect(at.connections.notice).toBeVisible();
  await expect(at.connections.connections).toHaveCount(0);
  expect(await clinic.authorizations(letter), 'revoked is not listed as active').toEqual([]);
  expect((await clinic.authorization(before!)).active).toBe(false);

  await toRecordSignedIn(at, letter);
  await expect(at.record.option('Emma').locator('input'), 'nothing is chosen for her').not.toBeChecked();
  await at.record.choose('Emma');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();
  const [after, ...others] = await clinic.authorizations(letter);
  expect(others).toEqual([]);
  expect(after!.person_id).toBe(before!.person_id);
  expect(after!.record_id).toBe(before!.record_id);
  expect(after!.app_specific_record_id).toBe(before!.app_specific_record_id);
  expect((await clinic.authorization(before!)).active).toBe(true);
});

test('a second record is added beside the first', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter, 'Emma');
  await toRecordSignedIn(at, letter);
  await at.record.chooseNew('Noah');
  await at.authorize.assertLoaded();
  await expect(at.authorize.main, 'she is told that Emma stays connected').toContainText('Emma');
  await at.authorize.allow();
  await at.success.assertLoaded();
  await expect(at.success.recordName).toHaveText('Noah');

  const both = await clinic.authorizations(letter);
  expect(both).toHaveLength(2);
  expect(new Set(both.map((one) => one.person_id)).size).toBe(1);
  expect(new Set(both.map((one) => one.record_id)).size).toBe(2);
  await at.connections.open();
  await at.connections.assertLoaded();
  await expect(at.connections.record('Emma').getByTestId('connection')).toHaveCount(1);
  await expect(at.connections.record('Noah').getByTestId('connection')).toHaveCount(1);
});

test('“Not you?” ends the sign-in and keeps the place', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  const person = await toSuccess(at, await clinic.invite());
  await toRecordSignedIn(at, letter);
  await at.record.press(at.record.main.getByRole('button', { name: /not you/i }));
  await at.signIn.assertLoaded();
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
  await expect(at.record.friendlyName).toHaveText(letter.friendlyName);
});

test('disconnecting takes no more presses than connecting', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter);
  let presses = 0;
  const press = async (what: Promise<void>) => {
    presses += 1;
    await what;
  };
  await press(at.success.press(page.locator('header a[href="/connections"]')));
  await press(at.connections.disconnect('Emma'));
  await press(at.disconnect.confirm());
  await at.connections.assertLoaded();
  expect(await clinic.authorizations(letter)).toEqual([]);
  expect(presses).toBeLessThanOrEqual(5);
});

test('someone else’s connection cannot be seen or ended', async ({ at, page, clinic }) => {
  await toSuccess(at, await clinic.invite());
  await at.connections.open();
  const address = await at.connections.disconnectLinks.first().getAttribute('href');
  await at.connections.signOut();
  await toSuccess(at, await clinic.invite(), 'Noah');
  await page.goto(address!);
  await at.notFound.assertLoaded();
  expect(lastVisit(page)!.status).toBe(404);
});
