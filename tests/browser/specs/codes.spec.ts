/** What people type and paste, and how old links are spelt. */
import { toQuestion } from '../portal/journey';
import { expect, test } from '../portal/test';

const groups = (code: string, between: string) => code.split('-').join(between);
const fullWidth = (code: string) =>
  [...code].map((c) => (c === '-' ? '\uff0d' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');

const SPELLINGS: [string, (code: string, link: string) => string][] = [
  ['as printed', (code) => code],
  ['in lower case', (code) => code.toLowerCase()],
  ['without dashes', (code) => groups(code, '')],
  ['with spaces', (code) => groups(code, ' ')],
  ['with spaces around dashes', (code) => groups(code, ' - ')],
  ['a space after each letter', (code) => [...groups(code, '')].join(' ')],
  ['with en dashes', (code) => groups(code, '\u2013')],
  ['with em dashes', (code) => groups(code, '\u2014')],
  ['with non-breaking hyphens', (code) => groups(code, '\u2011')],
  ['with minus signs', (code) => groups(code, '\u2212')],
  ['with non-breaking spaces', (code) => groups(code, '\u00a0')],
  ['with soft hyphens', (code) => groups(code, '\u00ad')],
  ['with a full stop after it', (code) => `${code}.`],
  ['with spaces around it', (code) => `  ${code}  `],
  ['in quotes', (code) => `“${code}”`],
  ['in full-width letters', fullWidth],
  ['as the whole link', (_, link) => link],
  ['as the whole link in angle brackets', (_, link) => `<${link}>`],
  ['as the old link', (code) => `https://account.example/redirect.aspx?target=CONNECT&targetqs=packageid%3d${code}`],
];

test('every way to write a code is understood', async ({ at, clinic }) => {
  const letter = await clinic.invite();
  await at.code.open();
  for (const [, spelling] of SPELLINGS) {
    await at.code.open();
    await at.code.enter(spelling(letter.code, letter.link));
    await expect(at.question.main, `understood: ${spelling(letter.code, letter.link)}`).toBeVisible();
    await expect(at.question.question).toHaveText(letter.question);
  }
});

/** Another letter of the alphabet of codes. */
const other = (letter: string) => (letter === 'K' ? 'M' : 'K');

test('one wrong letter or two swapped neighbours is called a slip, and nothing typed is lost', async ({ at, clinic }) => {
  const { code } = await clinic.invite();
  const letters = [...code];
  const wrong = code.slice(0, 6) + other(code[6]!) + code.slice(7);
  await at.code.open();
  await at.code.enter(wrong);
  await at.code.assertProblem('identity_code', /One letter is not right/);
  await expect(at.code.code).toHaveValue(wrong);

  const place = letters.findIndex((letter, i) => /[A-Z]/.test(letter) && /[A-Z]/.test(letters[i + 1] ?? '') && letter !== letters[i + 1]);
  const swapped = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
  await at.code.enter(swapped);
  await at.code.assertProblem('identity_code', /two letters have changed places/);
});

test('a well-formed code that nobody has is another message than a slip', async ({ at }) => {
  await at.code.open();
  await at.code.enter('JKYZ-QNMN-VHRX-ZGNR-GZNH');
  await at.code.assertProblem('identity_code', /We do not know this code/);
});

test('what is wrong is named, with the group where it can be known', async ({ at, clinic }) => {
  const { code } = await clinic.invite();
  await at.code.open();
  await at.code.enter('');
  await at.code.assertProblem('identity_code', /Enter your code/);
  await at.code.enter('   ');
  await at.code.assertProblem('identity_code', /Enter your code/);
  await at.code.enter(code.slice(0, 4));
  await at.code.assertProblem('identity_code', /20 letters/);
  await at.code.enter(`${code.slice(0, 8)}${code.slice(9)}`);
  await at.code.assertProblem('identity_code', /[Gg]roup 2/);
  await at.code.enter(`${code.slice(0, 15)}0${code.slice(16)}`);
  await at.code.assertProblem('identity_code', /[Gg]roup 4/);
  await at.code.enter('K'.repeat(5000));
  await at.code.assertProblem('identity_code');
});

test('a link whose code was cut off asks for the code', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  const url = new URL(letter.link);
  url.searchParams.set('packageid', letter.code.slice(0, 14));
  await page.goto(url.href);
  await expect(at.code.main).toBeVisible();
  await expect(at.code.errorSummary).toBeVisible();
  await at.code.enter(letter.code);
  await at.question.assertLoaded();
});

test('the classic links work in every spelling', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  const qs = `packageid%3d${letter.code}`;
  const spellings = [
    `/redirect.aspx?target=CONNECT&targetqs=${qs}`,
    `/redirect.aspx?target=connect&targetqs=${qs}`,
    `/redirect.aspx?TARGET=Connect&TargetQS=${qs}`,
    `/redirect.aspx?targetqs=${qs}&target=CONNECT`,
    `/redirect.aspx?target=CONNECT&targetqs=PackageId%3D${letter.code}`,
    `/redirect.aspx?target=CONNECT&targetqs=packageid%3d${letter.code.toLowerCase()}`,
    `/redirect.aspx?target=CONNECT&targetqs=%3fpackageid%3d${letter.code}`,
    `/connect?packageid=${letter.code}`,
    `/connect?packageid=${letter.code.replaceAll('-', '')}`,
  ];
  for (const spelling of spellings) {
    await page.goto(spelling);
    await expect(at.question.main, spelling).toBeVisible();
    expect(page.url()).not.toContain(letter.code.slice(0, 4));
  }
  await at.question.assertLoaded();
});

test('a classic link without a code asks for the code', async ({ at, page }) => {
  await page.goto('/redirect.aspx?target=CONNECT');
  await expect(at.code.main).toBeVisible();
});

test('a target that we do not have is a clear page', async ({ at, page }) => {
  for (const target of ['/redirect.aspx?target=APPAUTH&targetqs=appid%3d1', '/redirect.aspx?target=', '/redirect.aspx']) {
    await page.goto(target);
    await at.notFound.assertLoaded();
  }
});

test('a redirect never leaves the portal', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await page.goto(`/redirect.aspx?target=CONNECT&targetqs=packageid%3d${letter.code}%26redirect%3dhttps%3a%2f%2felsewhere.example&redirect=//elsewhere.example`);
  await at.question.assertLoaded();
});

test('entering the same code again goes on where she was', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  await toQuestion(at, letter);
  await at.question.give(letter.answer);
  await at.signIn.assertLoaded();
  await page.goto(letter.link);
  await at.signIn.assertLoaded();
});
