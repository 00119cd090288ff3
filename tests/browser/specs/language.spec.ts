/** The browser's language decides; the link and the switch overrule it. */
import { toQuestion, toRecord, toSignIn } from '../portal/journey';
import { WALKS } from '../portal/walks';
import { expect, test } from '../portal/test';
import { lastVisit } from '../portal/visits';

test.describe('a browser that speaks Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('gets the whole way in Spanish', async ({ at, page, clinic }) => {
    const letter = await clinic.invite();
    const spanish = () => expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await at.code.open();
    await spanish();
    await toRecord(at, letter);
    await spanish();
    await at.record.chooseNew('Emma');
    await at.authorize.assertLoaded();
    await spanish();
    await at.authorize.allow();
    await at.success.assertLoaded();
    await spanish();
    expect(lastVisit(page)!.headers['content-language'] ?? 'es').toBe('es');
  });

  test('is told of wrong answers in Spanish', async ({ at, clinic }) => {
    await toQuestion(at, await clinic.invite());
    await at.question.give('sopa de calabaza');
    await at.question.assertProblem('answer', /2 /);
    await expect(at.question.attemptsLeft).not.toContainText('chance');
  });

  test('the link’s culture overrules the browser', async ({ at, page, clinic }) => {
    const letter = await clinic.invite();
    await page.goto(`/connect?packageid=${letter.code}&culture=en-US`);
    await at.question.assertLoaded();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  for (const [name, walk] of Object.entries(WALKS)) {
    test(`every page: ${name}`, async ({ at, page, portal }) =>
      walk(at, portal, async (state, shown, { status } = {}) => {
        await shown.assertLoaded(status === undefined ? {} : { status });
        await expect(page.locator('html'), state).toHaveAttribute('lang', 'es');
      }));
  }
});

const LINKS: [string, (code: string) => string][] = [
  ['culture=es-ES', (code) => `/connect?packageid=${code}&culture=es-ES`],
  ['culture=es', (code) => `/connect?culture=es&packageid=${code}`],
  ['lcid=3082', (code) => `/connect?packageid=${code}&lcid=3082`],
  ['lcid=2058', (code) => `/connect?packageid=${code}&lcid=2058`],
  ['a classic link’s lcid', (code) => `/redirect.aspx?target=CONNECT&lcid=3082&targetqs=packageid%3d${code}`],
  ['a classic link’s culture, inside', (code) => `/redirect.aspx?target=CONNECT&targetqs=packageid%3d${code}%26culture%3des-ES`],
];
for (const [name, link] of LINKS) {
  test(`the link decides: ${name}`, async ({ at, page, clinic }) => {
    const letter = await clinic.invite();
    await page.goto(link(letter.code));
    await at.question.assertLoaded();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await at.question.give(letter.answer);
    await at.signIn.assertLoaded();
    await expect(page.locator('html'), 'and goes on deciding').toHaveAttribute('lang', 'es');
  });
}

test('a language that we do not have is no error', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  for (const query of ['culture=tlh', 'culture=', 'culture=%00', 'lcid=99999999999', 'lcid=x', 'lcid=-1']) {
    await page.goto(`/connect?${query}`);
    await at.code.assertLoaded();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await page.goto(`/connect?packageid=${letter.code}&culture=tlh`);
  await at.question.assertLoaded();
});

test('the switch keeps the page, the journey and the language', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toSignIn(at, letter);
  const before = page.url();
  await at.signIn.switchLanguage('es');
  await at.signIn.assertLoaded();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(at.signIn.friendlyName).toHaveText(letter.friendlyName);
  expect(page.url()).toBe(before);
  await page.goto('/help');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await at.help.switchLanguage('en');
  await at.help.assertLoaded();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the switch never leads away from the portal', async ({ at, page }) => {
  for (const elsewhere of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example', 'javascript:alert(1)']) {
    await at.help.open();
    await page.locator('input[name="return_to"]').evaluate((input, value) => ((input as HTMLInputElement).value = value), elsewhere);
    await at.help.press(at.help.languageButtons.first());
    expect(new URL(page.url()).host).toBe(new URL((await page.evaluate(() => document.baseURI))).host);
    expect(page.url()).not.toContain('elsewhere.example');
  }
});

test('the clinic’s own words are marked with no language that they are not in', async ({ at, page, clinic }) => {
  await page.setExtraHTTPHeaders({ 'accept-language': 'es' });
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await expect(at.question.question).toHaveAttribute('dir', 'auto');
});
