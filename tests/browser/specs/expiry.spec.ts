/** Four weeks to pick up, 90 days after the last pickup. */
import { toQuestion, toSignIn, toSuccess } from '../portal/journey';
import { expect, test } from '../portal/test';

test.use({ ownSandbox: {} });

test('a pending code expires after four weeks, not before', async ({ at, page, portal, clinic }) => {
  const letter = await clinic.invite();
  const life = Date.parse(letter.expiresAt) - Date.parse(letter.createdAt);
  expect(life).toBe(28 * 24 * 3600 * 1000);
  await portal.sandbox!.advance({ days: 27, hours: 23 });
  await toQuestion(at, letter);
  await portal.sandbox!.advance({ hours: 2 });
  expect((await clinic.status(letter)).status).toBe('expired');

  // In the middle of it, by refresh, by answering, and from the link.
  await page.reload();
  await at.expired.assertLoaded();
  await expect(at.expired.contact).not.toBeEmpty();
  await expect(at.expired.main).toContainText('4 weeks');
  await expect(at.expired.main).toContainText('Nothing was shared');
  await page.goto(letter.link);
  await at.expired.assertLoaded();
  await at.code.open();
  await at.code.enter(letter.code);
  await at.expired.assertLoaded();
});

test('an answer that comes too late is not checked', async ({ at, portal, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await portal.sandbox!.advance({ hours: 20 });
  await at.page.reload();
  await portal.sandbox!.advance({ days: 28 });
  await at.question.give(letter.answer);
  await expect(at.page.locator('main')).toHaveAttribute('data-testid', /page-(expired|code)/);
  expect(await clinic.authorizations(letter)).toEqual([]);
});

test('an expired code keeps its place until the app deletes it, and is purged after 90 days', async ({ at, page, portal, clinic }) => {
  const [deleted, left] = [await clinic.invite(), await clinic.invite()];
  await portal.sandbox!.advance({ days: 29 });
  await clinic.withdraw(deleted);
  expect(await clinic.statusCode(deleted)).toBe(404);
  await portal.sandbox!.advance({ days: 88 });
  expect(await clinic.statusCode(left)).toBe(200);
  await portal.sandbox!.advance({ days: 2 });
  expect(await clinic.statusCode(left)).toBe(404);
  await page.goto(left.link);
  await expect(page.locator('main')).toHaveAttribute('data-testid', /page-(withdrawn|code)/);
  await expect(at.question.main).toHaveCount(0);
});

test('an authorized request is deleted 90 days after the last pickup, and a pickup restarts the window', async ({ at, page, portal, clinic }) => {
  const letter = await clinic.invite();
  const person = await toSuccess(at, letter, 'Emma');
  const [first] = await clinic.authorizations(letter);

  await portal.sandbox!.advance({ days: 89 });
  expect((await clinic.status(letter)).status).toBe('authorized');
  await toSignIn(at, letter);
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
  await at.record.choose('Emma');
  await at.authorize.allow();
  await at.success.assertLoaded();
  const [again] = await clinic.authorizations(letter);
  expect(again!.record_id).toBe(first!.record_id);

  await portal.sandbox!.advance({ days: 89 });
  expect((await clinic.status(letter)).status, 'the pickup restarted the window').toBe('authorized');
  await toQuestion(at, letter);

  await portal.sandbox!.advance({ days: 2 });
  expect(await clinic.statusCode(letter)).toBe(404);
  await page.goto(letter.link);
  await expect(page.locator('main')).toHaveAttribute('data-testid', /page-(withdrawn|code)/);
  expect((await clinic.authorization(first!)).active, 'what was allowed stays allowed').toBe(true);
});

test('signing in without a pickup does not restart the window', async ({ at, portal, clinic }) => {
  const letter = await clinic.invite();
  const person = await toSuccess(at, letter, 'Emma');
  await portal.sandbox!.advance({ days: 60 });
  await toSignIn(at, letter);
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
  await portal.sandbox!.advance({ days: 31 });
  expect(await clinic.statusCode(letter)).toBe(404);
});

test('a locked code is purged 90 days after it was locked', async ({ at, portal, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  for (const answer of ['pumpkin soup', 'tomato soup', 'onion soup']) await at.question.give(answer);
  await at.locked.assertLoaded();
  await portal.sandbox!.advance({ days: 89 });
  expect((await clinic.status(letter)).status).toBe('locked');
  await portal.sandbox!.advance({ days: 2 });
  expect(await clinic.statusCode(letter)).toBe(404);
});

test('adding a second record restarts the window too', async ({ at, portal, clinic }) => {
  const letter = await clinic.invite();
  const person = await toSuccess(at, letter, 'Emma');
  await portal.sandbox!.advance({ days: 80 });
  await toSignIn(at, letter);
  await at.signIn.signIn(person);
  await at.record.chooseNew('Noah');
  await at.authorize.allow();
  await at.success.assertLoaded();
  await portal.sandbox!.advance({ days: 80 });
  expect((await clinic.status(letter)).status).toBe('authorized');
  expect(await clinic.authorizations(letter)).toHaveLength(2);
  await toSignIn(at, letter);
  await at.signIn.signIn(person);
  await at.record.assertLoaded();
  await expect(at.record.option('Emma')).toHaveCount(1);
  await expect(at.record.option('Noah')).toHaveCount(1);
});
