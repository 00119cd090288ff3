/** A mother with two letters opens both links in two tabs: the two never mix. */
import { pagesOf } from '../pages';
import { toQuestion, toSignIn, toSuccess } from '../portal/journey';
import { createAccount } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';

const emma = { friendlyName: 'Emma’s visits', question: 'What is the name of Emma’s rabbit?', answer: 'Mister Whiskers' };
const noah = { friendlyName: 'Noah’s visits', question: 'Where did Noah break his arm?', answer: 'Skating Rink' };

test('two letters in two tabs never mix', async ({ context, clinic }) => {
  const [first, second] = [await clinic.invite(emma), await clinic.invite(noah)];
  const left = pagesOf(await context.newPage());
  const right = pagesOf(await context.newPage());
  await toQuestion(left, first);
  await toQuestion(right, second);
  await expect(left.question.question).toHaveText(first.question);
  await expect(right.question.question).toHaveText(second.question);

  // The older tab answers its own question, not the newer tab's.
  await left.question.give(first.answer);
  await left.signIn.assertLoaded();
  await expect(left.signIn.friendlyName).toHaveText(first.friendlyName);
  expect((await clinic.status(second)).attempts_left).toBe(3);
  await left.page.reload();
  await expect(left.signIn.friendlyName, 'and refresh keeps it apart').toHaveText(first.friendlyName);

  await right.page.reload();
  await expect(right.question.question).toHaveText(second.question);
  await right.question.give(second.answer);
  await right.signIn.assertLoaded();
  await expect(right.signIn.friendlyName).toHaveText(second.friendlyName);

  const mother = somebody();
  await left.signIn.createAccount();
  await expect(left.createAccount.friendlyName).toHaveText(first.friendlyName);
  await createAccount(left, mother);
  await left.record.assertLoaded();
  await expect(left.record.friendlyName).toHaveText(first.friendlyName);

  // The other tab, still at sign-in, finds that she is signed in.
  await right.page.reload();
  await right.record.assertLoaded();
  await expect(right.record.friendlyName).toHaveText(second.friendlyName);

  await left.record.chooseNew('Emma');
  await right.record.chooseNew('Noah');
  await left.page.reload();
  await left.authorize.assertLoaded();
  await right.page.reload();
  await right.authorize.assertLoaded();
  await expect(left.authorize.recordName).toHaveText('Emma');
  await expect(right.authorize.recordName).toHaveText('Noah');
  await expect(left.authorize.friendlyName).toHaveText(first.friendlyName);
  await expect(right.authorize.friendlyName).toHaveText(second.friendlyName);

  await right.authorize.allow();
  await right.success.assertLoaded();
  await expect(right.success.recordName).toHaveText('Noah');
  expect(await clinic.authorizations(first), 'the other tab’s yes is not this one’s').toEqual([]);
  expect(await clinic.authorizations(second)).toHaveLength(1);

  await left.authorize.decline();
  await left.declined.assertLoaded();
  expect(await clinic.authorizations(first)).toEqual([]);
  expect(await clinic.authorizations(second)).toHaveLength(1);
  await right.page.reload();
  await right.success.assertLoaded();
});

test('a form sent from the older tab acts on the request that it showed', async ({ context, clinic }) => {
  const [first, second] = [await clinic.invite(emma), await clinic.invite(noah)];
  const tab = pagesOf(await context.newPage());
  const newer = pagesOf(await context.newPage());
  await toQuestion(tab, first);
  await toQuestion(newer, second);
  await tab.question.give('Not The Rabbit');
  await tab.question.assertProblem('answer', /2 chances left/);
  await expect(tab.question.question).toHaveText(first.question);
  expect((await clinic.status(first)).attempts_left).toBe(2);
  expect((await clinic.status(second)).attempts_left).toBe(3);

  // The wrong answer of one is the right answer of the other: it must not count there.
  await tab.question.give(second.answer);
  await tab.question.assertProblem('answer', /1 chance left/);
  await newer.page.reload();
  await newer.question.assertLoaded();
});

test('the same letter in two tabs is one journey', async ({ context, clinic }) => {
  const letter = await clinic.invite(emma);
  const left = pagesOf(await context.newPage());
  const right = pagesOf(await context.newPage());
  await toQuestion(left, letter);
  await toQuestion(right, letter);
  await left.question.give(letter.answer);
  await left.signIn.assertLoaded();
  await right.question.give(letter.answer);
  await right.signIn.assertLoaded();
  expect((await clinic.status(letter)).attempts_left).toBe(3);
});

test('a second letter is opened in the tab of the first', async ({ at, page, clinic }) => {
  const [first, second] = [await clinic.invite(emma), await clinic.invite(noah)];
  await toSuccess(at, first, 'Emma');
  await toQuestion(at, second);
  await expect(at.question.question).toHaveText(second.question);
  await at.question.give(second.answer);
  await at.record.assertLoaded();
  await expect(at.record.friendlyName).toHaveText(second.friendlyName);
  await page.goBack();
  await expect(at.record.main, 'back is never a dead end').toBeVisible();
});

test('signing out in one tab ends it in the other too, and the link leads back', async ({ context, clinic }) => {
  const letter = await clinic.invite(emma);
  const left = pagesOf(await context.newPage());
  const right = pagesOf(await context.newPage());
  const person = await toSuccess(left, await clinic.invite(noah), 'Noah');
  await toQuestion(right, letter);
  await right.question.give(letter.answer);
  await right.record.assertLoaded();
  await left.success.signOut();
  await right.record.chooseNew('Emma');
  await expect(right.page.locator('main')).toHaveAttribute('data-testid', /page-(sign-in|code)/);
  await expect(right.page.locator('body')).not.toContainText(person.name);
  await toSignIn(right, letter);
  await right.signIn.signIn(person);
  await right.record.assertLoaded();
  await expect(right.record.friendlyName).toHaveText(letter.friendlyName);
});
