/**
 * From the letter on paper to the last page in the patient’s own language, at phone width: in Vietnamese, whose letters
 * keyboards compose in three ways, and in Arabic, which is written from the right. Not one English word, not one page, mail or
 * letter that is written from the wrong side.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

import type { Pages } from '../pages';
import { assertFits } from '../portal/looks';
import { mailedCode, mailsTo } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { sharedPortal } from '../portal/start';
import { expect, test } from '../portal/test';

/** What is called the same in every language. */
const NAMES = ['Fabrikam', 'Clinic', 'Visits', 'Patient', 'Connect', 'JavaScript', 'WCAG', 'AA', 'QR', 'PIN'];
const PHONE = { width: 390, height: 844 };

interface Told {
  language: string;
  direction: 'ltr' | 'rtl';
  person: string;
  friendlyName: string;
  question: string;
  /** As the clinic wrote it. */
  answer: string;
  /** As the patient types it. */
  typed: string;
}

const VIETNAMESE = {
  language: 'vi',
  direction: 'ltr',
  person: 'Nguyễn Thị Tuyết',
  friendlyName: 'Buổi khám của Tuyết',
  question: 'Chúng ta đã nói về món ăn nào?',
} as const;
const DISH = 'Bánh ướt Diễn Châu';
const ARABIC = {
  language: 'ar',
  direction: 'rtl',
  person: 'سلمى الحداد',
  friendlyName: 'زيارات سلمى',
  question: 'ما الكلمة التي اتفقنا عليها؟',
} as const;

/** As Windows’ Vietnamese keyboard has typed since code page 1258: the vowel with its hat or horn in one, the tone behind it. */
function mixed(text: string): string {
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return Array.from(text.normalize('NFC'), (letter) => {
    const parts = letter.normalize('NFD');
    return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES) ?? []).join('');
  }).join('');
}

const WAYS: [string, Told][] = [
  ['a Vietnamese patient whose keyboard composes', { ...VIETNAMESE, answer: DISH.normalize('NFD'), typed: DISH.normalize('NFC') }],
  ['a Vietnamese patient whose keyboard takes letters apart', { ...VIETNAMESE, answer: DISH.normalize('NFC'), typed: DISH.normalize('NFD') }],
  ['a Vietnamese patient whose keyboard does half of it, in capitals', { ...VIETNAMESE, answer: DISH.normalize('NFC'), typed: mixed(DISH).toUpperCase() }],
  ['a Vietnamese patient whose answer has spaces around it', { ...VIETNAMESE, answer: ` ${DISH.normalize('NFD')}  `, typed: ` ${mixed(DISH)}  ` }],
  ['an Arabic patient', { ...ARABIC, answer: 'حديقة الياسمين', typed: 'حديقة الياسمين' }],
  ['an Arabic patient whose answer has marks above its letters', { ...ARABIC, answer: 'مُؤَلَّف أُسرة', typed: 'مُؤَلَّف أُسرة'.normalize('NFD') }],
];

test.describe.configure({ timeout: 180_000 });
test.use({ viewport: PHONE, hasTouch: true });
test.beforeEach(() => test.skip(!sharedPortal().sandbox, NEEDS_SANDBOX));

/** What a reader of the page meets: words, titles, labels; without names, addresses, codes and what the clinic wrote itself. */
async function wordsOf(page: Page, own: string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      const marked = parent.closest('[lang]')?.getAttribute('lang');
      // A text that is marked as of another language is read in that.
      if (!parent.closest('script, style, noscript, svg') && marked === document.documentElement.lang) found.push(walker.currentNode.textContent!);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'data-show', 'data-hide', 'data-show-label', 'data-hide-label']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  let text = texts.join('\n').normalize('NFC');
  for (const word of own) text = text.replaceAll(word.normalize('NFC'), ' ');
  return text.replace(/[A-Z]{4}(-[A-Z]{4}){4}|[\w.+-]+@[\w.-]+|(https?:\/\/)?[\w.-]+(:\d+)?\/\S*|https?:\/\/\S+/g, ' ').match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}

/** The words of a language’s copy file. */
function copyOf(language: string): Set<string> {
  const source = readFileSync(resolve(__dirname, `../../../templates/words/${language}.ftl`), 'utf8').normalize('NFC');
  const said = source.replace(/^#.*$|^[\w-]+ =|\$[\w-]+/gm, ' ');
  return new Set(said.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu));
}

/** Words that the English pages say and the Vietnamese ones do not. */
const ENGLISH = new Set([...copyOf('en')].filter((word) => !copyOf('vi').has(word)));

async function assertSpeaks(page: Page, told: Told, where: string, own: string[]): Promise<void> {
  const { language, direction } = told;
  const { lang, dir, flow, sides } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    flow: getComputedStyle(document.querySelector('main') ?? document.body).direction,
    // A paragraph of a language begins on its side: only numbers, codes and addresses go the other way.
    sides: Array.from(document.querySelectorAll<HTMLElement>('h1, h2, p, li, label, summary, button'))
      .filter((one) => one.checkVisibility() && /\p{L}/u.test(one.textContent!) && !one.closest('[lang]:not(html)') && one.matches(':not([dir])') && getComputedStyle(one).direction !== document.documentElement.dir)
      .map((one) => one.outerHTML.slice(0, 100)),
  }));
  expect({ lang, dir, flow, sides }, where).toEqual({ lang: language, dir: direction, flow: direction, sides: [] });
  const words = (await wordsOf(page, own)).filter((word) => !NAMES.includes(word));
  const isForeign = direction === 'rtl' ? (word: string) => /\p{Script=Latin}/u.test(word) : (word: string) => ENGLISH.has(word.toLowerCase());
  const foreign = words.filter(isForeign);
  expect(foreign, `English on ${where}`).toEqual([]);
  expect(words.length, `${where} says something`).toBeGreaterThan(5);
}

/** The clinic creates the request, prints the letter, and the patient’s phone reads the picture on it. */
async function letterOnPaper(page: Page, told: Told, own: string[]): Promise<string> {
  const { baseURL, apiKey } = sharedPortal();
  const call = (path: string, body: unknown) =>
    fetch(`${baseURL}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { friendlyName, question, answer, language } = told;
  const made = await call('/connect-requests', { external_id: `qa-${crypto.randomUUID()}`, friendly_name: friendlyName, question, answer, language });
  const { identity_code, link } = (await made.json()) as { identity_code: string; link: string };
  expect(made.status).toBe(201);
  // The language is the request’s: the call does not name it.
  const letter = await call('/letters', { identity_code });
  expect(letter.status).toBe(200);
  expect(letter.headers.get('content-language')).toBe(language);
  await page.setContent(await letter.text());
  await page.emulateMedia({ media: 'print' });
  await assertSpeaks(page, told, 'the letter', own);
  const paper = await page.locator('body').innerText();
  expect(paper).not.toContain(question);
  expect(paper.normalize('NFC')).not.toContain(answer.normalize('NFC').trim());
  await page.setViewportSize({ width: 794, height: 1123 });
  const { data, width, height } = PNG.sync.read(await page.screenshot({ scale: 'device' }));
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(link);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(PHONE);
  return link;
}

for (const [who, told] of WAYS) {
  test(`${who} goes from the letter to success without an English word, in a browser that speaks English`, async ({ at, page }) => walk(at, page, told));
}

async function walk(at: Pages, page: Page, told: Told): Promise<void> {
  const person = somebody(told.person);
  // The sandbox’s clinic says this in English alone.
  const contact = 'Call +1 555 0100 or write to help@fabrikam.example';
  const own = [told.question, told.friendlyName, told.person, contact];
  const arrived = async (step: { name: string; assertLoaded(): Promise<void> }) => {
    await expect(page.locator('main')).toHaveAttribute('data-testid', `page-${step.name}`);
    await expect(page.locator('h1')).toHaveCount(1);
    await assertSpeaks(page, told, step.name, own);
    await assertFits(page, `${step.name} in ${told.language}`);
  };
  await page.goto(await letterOnPaper(page, told, own));
  await arrived(at.question);
  await at.question.give('');
  await arrived(at.question);
  await at.question.give(told.typed.trim() === told.typed ? `${told.typed} ` : told.typed.trim());
  // Spaces count: this is a wrong answer, and costs a chance.
  await expect(at.question.attemptsLeft).toBeVisible();
  await arrived(at.question);
  await at.question.give(told.typed);
  await arrived(at.signIn);
  await at.signIn.createAccount();
  await arrived(at.createAccount);
  await at.createAccount.create(person);
  await arrived(at.verifyEmail);
  const code = await mailedCode(page, person.email);
  const [mail] = await mailsTo(page, person.email);
  expect(mail!.language).toBe(told.language);
  await at.verifyEmail.enter('000000');
  await arrived(at.verifyEmail);
  await at.verifyEmail.enter(code);
  await arrived(at.record);
  await at.record.chooseNew(told.person);
  await arrived(at.authorize);
  await at.authorize.allow();
  await arrived(at.success);
  await expect(at.success.recordName).toHaveText(told.person);
  const mails = await mailsTo(page, person.email);
  const beside = await page.context().newPage();
  for (const { html, subject } of mails) {
    await beside.setContent(html);
    await assertSpeaks(beside, told, `the mail “${subject}”`, own);
  }
}
