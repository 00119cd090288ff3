/** A form that lay open too long: refused, but nothing typed is lost. */
import { toAuthorize, toQuestion, toRecord, toSignIn, toSuccess } from '../portal/journey';
import { mailedCode } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';

test('the code', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await at.code.open();
  await at.code.spoilToken();
  await at.code.enter(letter.code);
  await at.code.assertStale();
  await expect(at.code.code).toHaveValue(letter.code);
  await at.code.press(at.code.continueButton);
  await at.question.assertLoaded();
});

test('the answer: no chance is lost', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.spoilToken();
  await at.question.give('pumpkin soup');
  await at.question.assertStale();
  expect((await clinic.status(letter)).attempts_left).toBe(3);
  await expect(at.question.question).toHaveText(letter.question);
  await at.question.give(letter.answer);
  await at.signIn.assertLoaded();
});

test('signing in', async ({ at, clinic }) => {
  const person = await toSuccess(at, await clinic.invite());
  await at.success.signOut();
  await toSignIn(at, await clinic.invite());
  await at.signIn.spoilToken();
  await at.signIn.signIn(person);
  await at.signIn.assertStale();
  await expect(at.signIn.email).toHaveValue(person.email);
  await expect(at.signIn.password, 'a secret is not sent back').toHaveValue('');
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
});

test('creating an account', async ({ at, clinic }) => {
  const person = somebody();
  await toSignIn(at, await clinic.invite());
  await at.signIn.createAccount();
  await at.createAccount.spoilToken();
  await at.createAccount.create(person);
  await at.createAccount.assertStale();
  await expect(at.createAccount.personName).toHaveValue(person.name);
  await expect(at.createAccount.email).toHaveValue(person.email);
  await at.createAccount.password.fill(person.password);
  await at.createAccount.press(at.createAccount.continueButton);
  await at.verifyEmail.assertLoaded();
  await at.verifyEmail.spoilToken();
  await at.verifyEmail.enter('123456');
  await at.verifyEmail.assertStale();
  await at.verifyEmail.enter(await mailedCode(at.page, person.email));
  await at.record.assertLoaded();
});

test('the record', async ({ at, clinic }) => {
  await toRecord(at, await clinic.invite());
  await at.record.spoilToken();
  await at.record.chooseNew('Emma');
  await at.record.assertStale();
  await expect(at.record.newName).toHaveValue('Emma');
  await expect(at.record.newOption.locator('input')).toBeChecked();
  await at.record.press(at.record.continueButton);
  await at.authorize.assertLoaded();
});

test('the decision', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toAuthorize(at, letter);
  const optional = await at.authorize.optionalRules.count();
  if (optional > 0) await at.authorize.optionalRules.first().check({ force: true });
  await at.authorize.spoilToken();
  await at.authorize.allow();
  await at.authorize.assertStale();
  expect(await clinic.authorizations(letter)).toEqual([]);
  if (optional > 0) await expect(at.authorize.optionalRules.first(), 'her tick is kept').toBeChecked();
  await at.authorize.allow();
  await at.success.assertLoaded();
});

test('disconnecting changes nothing', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter);
  await at.connections.open();
  await at.connections.disconnect('Emma');
  await at.disconnect.spoilToken();
  await at.disconnect.confirm();
  await at.disconnect.assertStale();
  expect(await clinic.authorizations(letter)).toHaveLength(1);
  await at.disconnect.confirm();
  await at.connections.assertLoaded();
  expect(await clinic.authorizations(letter)).toEqual([]);
});

test('a token of somebody else is of no use, and neither is none', async ({ at, page, playwright, portal, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  const own = at.question.main.locator('input[name="csrf_token"]').first();
  const stranger = await playwright.request.newContext({ baseURL: portal.baseURL });
  const theirs = /name="csrf_token" value="([^"]+)"/.exec(await (await stranger.get(letter.link)).text())![1]!;
  await stranger.dispose();
  expect(theirs).not.toBe(await own.inputValue());
  for (const token of [theirs, '']) {
    await own.evaluate((input, value) => ((input as HTMLInputElement).value = value), token);
    await at.question.give('pumpkin soup');
    await at.question.assertStale();
  }
  const form = { answer: 'pumpkin soup' };
  expect((await page.request.post(page.url(), { form, failOnStatusCode: false })).status()).toBe(403);
  expect((await clinic.status(letter)).attempts_left).toBe(3);
});
