/** The limits per client address that patients meet. */
import { floodOfCodes, hiddenFields, post } from '../portal/forms';
import { toQuestion, toSuccess } from '../portal/journey';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';

test.use({ ownSandbox: { limits: 'production' } });

test('a flood of codes is stopped with a page that says how long to wait', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  const wait = await floodOfCodes(at);
  expect(wait, 'Retry-After in seconds').toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(3600);
  await at.tooManyRequests.assertLoaded();
  await expect(at.tooManyRequests.main).toContainText(/second|minute|hour/);
  expect(await clinic.status(letter), 'no chance was used up').toMatchObject({ status: 'pending', attempts_left: 3 });
});

test('a flood of sign-ins is stopped, known address or not', async ({ at, page, clinic }) => {
  const person = await toSuccess(at, await clinic.invite());
  await at.success.signOut();
  await page.goto('/sign-in');
  const form = { ...hiddenFields(await page.content(), '/sign-in'), email: person.email, password: 'velvet tundra wrong' };
  for (let burst = 0; burst < 25; burst += 1) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(page.request, '/sign-in', form)));
    for (const answer of answers) expect([422, 429, 503]).toContain(answer.status());
    if (!answers.some((answer) => answer.status() === 429)) continue;
    await page.goto('/sign-in');
    await at.signIn.signIn({ email: person.email, password: 'velvet tundra wrong' });
    if (lastVisit(page)!.status === 429) break;
  }
  await at.tooManyRequests.assertLoaded();
});

test('one family on one address is not stopped', async ({ at, clinic }) => {
  await toSuccess(at, await clinic.invite());
  await at.success.signOut();
  await toSuccess(at, await clinic.invite(), 'Noah');
  await at.success.signOut();
  await toQuestion(at, await clinic.invite());
  await at.question.give('pumpkin soup');
  await at.question.assertProblem('answer', /2 chances left/);
});
