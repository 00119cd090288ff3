/** Three chances, never a fourth, and none lost to anything but a wrong answer. */
import { post, questionForm, send } from '../portal/forms';
import { toQuestion, toSuccess } from '../portal/journey';
import { expect, test } from '../portal/test';

test('three wrong answers lock the code, with the chances said in words', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await expect(at.question.main).toContainText('3 chances');
  await expect(at.question.attemptsLeft, 'nothing is left over yet').toHaveCount(0);

  await at.question.give('pumpkin soup');
  await at.question.assertProblem('answer', /2 chances left/);
  await expect(at.question.attemptsLeft).toContainText('2 chances left');
  await expect(at.question.answer, 'a secret is not sent back').toHaveValue('');

  await at.question.give('tomato soup');
  await at.question.assertProblem('answer', /1 chance left/);
  await expect(at.question.attemptsLeft).toContainText('1 chance left');
  await expect(at.question.main, 'warned before the last one').toContainText('your code stops working');

  await at.question.give('onion soup');
  await at.locked.assertLoaded();
  await expect(at.locked.contact).not.toBeEmpty();
  await expect(at.locked.main).toContainText('Nothing was shared');
  expect(await clinic.status(letter)).toMatchObject({ status: 'locked', attempts_left: 0 });

  await page.reload();
  await at.locked.assertLoaded();
  await page.goto(letter.link);
  await at.locked.assertLoaded();
  await at.code.open();
  await at.code.enter(letter.code);
  await at.locked.assertLoaded();
});

test('a locked code does not take the right answer any more', async ({ page, clinic }) => {
  const letter = await clinic.invite();
  const { action, fields } = await questionForm(page.request, letter.link);
  for (const answer of ['pumpkin soup', 'tomato soup', 'onion soup']) await post(page.request, action, { ...fields, answer });
  const right = await post(page.request, action, { ...fields, answer: letter.answer });
  expect(right.status()).toBe(410);
  expect((await clinic.status(letter)).status).toBe('locked');
});

test('the same wrong value costs one chance, however often it comes', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.give('pumpkin soup');
  await at.question.assertLoaded({ status: 422 });
  await page.reload();
  await at.question.assertLoaded({ status: 422 });
  await at.question.give('pumpkin soup');
  await at.question.assertProblem('answer', /2 chances left/);
  await at.question.give('PUMPKIN SOUP');
  await at.question.assertProblem('answer', /2 chances left/);
  expect((await clinic.status(letter)).attempts_left).toBe(2);
});

test('an empty answer is a form error and costs nothing', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.give('');
  await at.question.assertProblem('answer', /Enter your answer/);
  expect((await clinic.status(letter)).attempts_left).toBe(3);
});

test('a right answer gives the chances back', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.give('pumpkin soup');
  await at.question.assertLoaded({ status: 422 });
  await at.question.give('tomato soup');
  await at.question.assertLoaded({ status: 422 });
  expect((await clinic.status(letter)).attempts_left).toBe(1);
  await at.question.give(letter.answer);
  await at.signIn.assertLoaded();
  expect((await clinic.status(letter)).attempts_left).toBe(3);
  expect(page.url()).not.toContain('answer');
});

test('capital letters do not matter and spaces do', async ({ at, clinic }) => {
  const letter = await clinic.invite({ answer: 'Fred Flint' });
  await toQuestion(at, letter);
  for (const [answer, left] of [['fred  flint', /2 chances left/], [' Fred Flint', /1 chance left/]] as const) {
    await at.question.give(answer);
    await at.question.assertProblem('answer', left);
  }
  await at.question.give('fred flint');
  await at.signIn.assertLoaded();

  const street = await clinic.invite({ answer: 'Lange Straße' });
  await toQuestion(at, street);
  await at.question.give('LANGE STRASSE');
  await at.signIn.assertLoaded();

  const accent = await clinic.invite({ answer: 'Caf\u00e9 Zo\u00eb' });
  await toQuestion(at, accent);
  await at.question.give('CAFE\u0301 ZOE\u0308');
  await at.signIn.assertLoaded();
});

test('“I do not know the answer” names the clinic’s contact and costs nothing', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.main.getByText('I do not know the answer').click();
  await expect(at.question.main.getByTestId('clinic-contact')).toBeVisible();
  await at.question.assertLoaded();
  expect((await clinic.status(letter)).attempts_left).toBe(3);
});

test('looking costs nothing: GET, HEAD, prefetch, mail scanners', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  for (let look = 0; look < 5; look += 1) {
    expect((await page.request.get(letter.link)).status()).toBe(200);
    expect((await page.request.head(letter.link, { maxRedirects: 0 })).status()).toBeLessThan(400);
    const headers = { 'sec-purpose': 'prefetch', purpose: 'prefetch' };
    expect((await page.request.get(letter.link, { headers })).status()).toBeLessThan(400);
  }
  expect(await clinic.status(letter)).toMatchObject({ status: 'pending', attempts_left: 3 });

  // A scanner that presses buttons sends what it finds in the forms: nothing.
  const { action, fields } = await questionForm(page.request, letter.link);
  expect((await post(page.request, action, fields)).status()).toBe(422);
  expect((await page.request.get(`${action}${action.includes('?') ? '&' : '?'}answer=pumpkin`)).status()).toBe(200);
  expect(await clinic.status(letter)).toMatchObject({ status: 'pending', attempts_left: 3 });
  await toSuccess(at, letter);
});

test('a hundred answers at once from one browser get three checks', async ({ page, portal, clinic }) => {
  const letter = await clinic.invite();
  const { action, fields } = await questionForm(page.request, letter.link);
  const answers = Array.from({ length: 100 }, (_, guess) => `guess number ${guess}`);
  const statuses = await Promise.all(answers.map(async (answer) => send(page.request, portal.baseURL + action, { ...fields, answer })));
  expect(statuses.filter((status) => status === 422).length, 'answers that left a chance').toBeLessThanOrEqual(2);
  expect(statuses.filter((status) => ![422, 410, 503, 429].includes(status))).toEqual([]);
  expect(await clinic.status(letter)).toMatchObject({ status: 'locked', attempts_left: 0 });
  expect((await post(page.request, action, { ...fields, answer: letter.answer })).status()).toBe(410);
});

test('a hundred answers at once from ten browsers get three checks', async ({ playwright, portal, clinic }) => {
  const letter = await clinic.invite();
  const browsers = await Promise.all(Array.from({ length: 10 }, () => playwright.request.newContext({ baseURL: portal.baseURL })));
  const forms = await Promise.all(browsers.map((browser) => questionForm(browser, letter.link)));
  const statuses = await Promise.all(
    browsers.flatMap((browser, one) =>
      Array.from({ length: 10 }, async (_, guess) => {
        const { action, fields } = forms[one]!;
        return send(browser, portal.baseURL + action, { ...fields, answer: `guess ${guess} of browser ${one}` });
      }),
    ),
  );
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(2);
  expect(statuses.filter((status) => ![422, 410, 503, 429].includes(status))).toEqual([]);
  expect(await clinic.status(letter)).toMatchObject({ status: 'locked', attempts_left: 0 });
  await Promise.all(browsers.map((browser) => browser.dispose()));
});

test('locking the code afterwards takes nothing away that was allowed', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toSuccess(at, letter);
  await toQuestion(at, letter);
  for (const answer of ['pumpkin soup', 'tomato soup', 'onion soup']) await at.question.give(answer);
  await at.locked.assertLoaded();
  await expect(at.locked.main.locator('a[href="/connections"]')).toBeVisible();
  const [still] = await clinic.authorizations(letter);
  expect((await clinic.authorization(still!)).active).toBe(true);
  expect(page.url()).not.toContain(letter.code.slice(0, 4));
});

test('a code that the clinic deleted is told apart from a mistyped one', async ({ at, page, clinic }) => {
  const open = await clinic.invite();
  await toQuestion(at, open);
  await clinic.withdraw(open);
  await at.question.give(open.answer);
  await at.withdrawn.assertLoaded();

  const unopened = await clinic.invite();
  await clinic.withdraw(unopened);
  await page.goto(unopened.link);
  await at.withdrawn.assertLoaded();
});
