/** Nothing is decided that she has not read: a decision counts for what its page showed, and for nothing else. */
import { pagesOf } from '../pages';
import { toAuthorize, toQuestion, toRecordSignedIn, toSuccess } from '../portal/journey';
import { createAccount } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';

const CHANGED = /This page has changed since you opened it\. Nothing was done\./;

test('“Allow” for one record does nothing once another tab has picked another, and the page says which it is now', async ({ at, context, clinic }) => {
  const before = await clinic.invite();
  await toSuccess(at, before, 'Emma');
  await toRecordSignedIn(at, before);
  await at.record.chooseNew('Noah');
  await at.authorize.assertLoaded();
  await at.authorize.allow();
  await at.success.assertLoaded();

  const letter = await clinic.invite();
  await toRecordSignedIn(at, letter);
  await at.record.choose('Emma');
  await at.authorize.assertLoaded();
  await expect(at.authorize.recordName).toHaveText('Emma');

  const other = pagesOf(await context.newPage());
  await other.page.goto(await at.authorize.pickAnotherURL());
  await other.record.assertLoaded();
  await other.record.choose('Noah');
  await other.authorize.assertLoaded();
  await expect(other.authorize.recordName).toHaveText('Noah');

  await expect(at.authorize.recordName, 'the first tab still shows what it showed').toHaveText('Emma');
  await at.authorize.allow();
  await at.authorize.assertLoaded({ status: 422 });
  await expect(at.authorize.errorSummary).toHaveText(CHANGED);
  await expect(at.authorize.recordName, 'what is true now').toHaveText('Noah');
  expect(await clinic.authorizations(letter), 'nothing was authorized').toEqual([]);
  expect((await clinic.status(letter)).status).toBe('pending');

  // Read, and meant.
  await at.authorize.allow();
  await at.success.assertLoaded();
  await expect(at.success.recordName).toHaveText('Noah');
  expect(await clinic.authorizations(letter)).toHaveLength(1);
});

test('“Decline” on a page that has changed is asked again, too', async ({ at, context, clinic }) => {
  const letter = await clinic.invite();
  await toAuthorize(at, letter, 'Emma');
  const other = pagesOf(await context.newPage());
  await other.page.goto(await at.authorize.pickAnotherURL());
  await other.record.chooseNew('Noah');
  await other.authorize.assertLoaded();

  await at.authorize.decline();
  await at.authorize.assertLoaded({ status: 422 });
  await expect(at.authorize.errorSummary).toHaveText(CHANGED);
  await expect(at.authorize.recordName).toHaveText('Noah');
  await other.authorize.allow();
  await other.success.assertLoaded();
  await expect(other.success.recordName, 'the other tab’s journey went on').toHaveText('Noah');
});

test('after “Not you?” in another tab the first one’s “Allow” does nothing, and it shows who is signed in now', async ({ at, context, clinic }) => {
  const letter = await clinic.invite();
  const first = await toAuthorize(at, letter, 'Emma');
  await expect(at.authorize.recordName).toHaveText('Emma');

  const other = pagesOf(await context.newPage());
  await other.page.goto(await at.authorize.pickAnotherURL());
  await other.record.assertLoaded();
  await other.record.notYou();
  await other.signIn.assertLoaded();
  await other.signIn.createAccount();
  const second = somebody('Oskar Nyström');
  await createAccount(other, second);
  await other.record.assertLoaded();
  await other.record.chooseNew('Oskar');
  await other.authorize.assertLoaded();

  await at.authorize.allow();
  // The first person's forms are nobody's any more: 403, where a changed page alone would be 422.
  await at.authorize.assertStale();
  await expect(at.authorize.recordName, 'what is true now').toHaveText('Oskar');
  await expect(at.page.locator('header')).toContainText(second.name);
  await expect(at.page.locator('body')).not.toContainText(first.name);
  expect(await clinic.authorizations(letter), 'nothing was authorized').toEqual([]);

  await at.authorize.allow();
  await at.success.assertLoaded();
  await expect(at.success.recordName).toHaveText('Oskar');
  expect(await clinic.authorizations(letter)).toHaveLength(1);
});

test('after “Not you?” in another tab, with nobody signed in, the first one’s “Allow” leads to sign-in and does nothing', async ({ at, context, clinic }) => {
  const letter = await clinic.invite();
  const person = await toAuthorize(at, letter, 'Emma');
  const other = pagesOf(await context.newPage());
  await other.page.goto(await at.authorize.pickAnotherURL());
  await other.record.notYou();
  await other.signIn.assertLoaded();

  await at.authorize.allow();
  await at.signIn.assertLoaded();
  await expect(at.page.locator('body')).not.toContainText(person.name);
  expect(await clinic.authorizations(letter), 'nothing was authorized').toEqual([]);
  await toQuestion(at, await clinic.invite());
});
