/** The whole way without JavaScript. */
import { toAuthorize, toQuestion, toSuccess } from '../portal/journey';
import { expect, test } from '../portal/test';

test.use({ javaScriptEnabled: false });

test('from the link to success, to connections, and out again', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter, 'Emma');
  await expect(at.success.message).not.toBeEmpty();
  expect(await clinic.authorizations(letter)).toHaveLength(1);
  await at.connections.open();
  await at.connections.assertLoaded();
  await at.connections.disconnect('Emma');
  await at.disconnect.assertLoaded();
  await at.disconnect.confirm();
  await at.connections.assertLoaded();
  expect(await clinic.authorizations(letter)).toEqual([]);
  await at.connections.signOut();
  await at.connections.open();
  await at.signIn.assertLoaded();
});

test('errors, declining and the language', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await at.code.open();
  await at.code.enter('');
  await at.code.assertProblem('identity_code');
  await at.code.enter(letter.code);
  await at.question.give('');
  await at.question.assertProblem('answer');
  await at.question.give('pumpkin soup');
  await at.question.assertProblem('answer', /2 chances left/);
  await at.question.switchLanguage('es');
  await at.question.assertLoaded();
  await expect(at.page.locator('html')).toHaveAttribute('lang', 'es');
  await at.question.switchLanguage('en');
  await toAuthorize(at, letter);
  await at.authorize.decline();
  await at.declined.assertLoaded();
});

test('“I do not know the answer” opens', async ({ at, clinic }) => {
  await toQuestion(at, await clinic.invite());
  await expect(at.question.main.getByTestId('clinic-contact')).toBeHidden();
  await at.question.main.locator('summary').click();
  await expect(at.question.main.getByTestId('clinic-contact')).toBeVisible();
});
