/**
 * Brands that mean harm: each is refused with a finding, or taken and harmless. Both are then shown all the same, as a portal
 * would that had stored them, and everything that the browser does is noted: nothing of a brand runs, loads or leads away,
 * and what a patient needs can be seen and pressed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Page } from '@playwright/test';

import { FILES, type Hostile, SHELLS, SLOTS, WORDS_AND_VALUES } from '../portal/hostile-brands';
import { previewing } from '../portal/preview';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { program, Sandbox } from '../portal/sandbox';
import { sharedPortal } from '../portal/start';
import { expect, test } from '../portal/test';

const ALL = { slots: SLOTS, shells: SHELLS, 'words and values': WORDS_AND_VALUES, 'pictures, fonts and links': FILES };
/** A form with an error, a refusal with whom to call, and the last page. */
const SHOWN = ['code/empty', 'locked/to-call', 'success/plain-message'];
const MAIL = 'mail-invitation/sent';
/** How far down a phone’s screen a page’s own heading may begin. */
const DEEPEST = 3 * 844;

test.describe.configure({ timeout: 300_000 });
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
test.beforeEach(() => test.skip(!sharedPortal().sandbox, NEEDS_SANDBOX));

/** Writes the brand into a folder of its own. */
async function write(folder: string, { files }: Hostile): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const [path, entry] of Object.entries(files)) {
    const at = join(folder, path);
    await mkdir(dirname(at), { recursive: true });
    if (typeof entry === 'string' || Buffer.isBuffer(entry)) await writeFile(at, entry);
    else if ('link' in entry) await symlink(entry.link, at);
    else {
      const sparse = await open(at, 'w');
      await sparse.truncate(entry.size);
      await sparse.close();
    }
  }
}

interface Finding {
  level: string;
  code: string;
  file: string;
  message: string;
}

function ask(...args: string[]): Promise<{ status: number; said: string; complaint: string }> {
  return new Promise((answer) => {
    execFile(program(), args, { timeout: 20_000, maxBuffer: 64 * 1024 * 1024 }, (error, said, complaint) => answer({ status: error ? Number(error.code) : 0, said, complaint }));
  });
}

/** It is refused as it should be, or taken. */
async function assertChecked(folder: string, { name, refused }: Hostile): Promise<void> {
  const { status, said, complaint } = await ask('brand', 'check', folder, '--json');
  expect(complaint, name).not.toMatch(/panicked|RUST_BACKTRACE/);
  const { findings } = JSON.parse(said) as { findings: Finding[] };
  const errors = findings.filter(({ level }) => level === 'error').map(({ code }) => code);
  if (refused) expect.soft(errors, `why this is refused: ${name}`).toContain(refused);
  else expect.soft(errors, `this is taken: ${name}`).toEqual([]);
  expect.soft(status, name).toBe(refused ? 4 : 0);
}

/** Everything that the browser does which a page of the portal does not have it do. */
async function listen(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => Object.assign(window, { evil: () => console.error('evil ran') }));
  await page.context().route(
    (url) => url.origin !== origin,
    (route) => {
      faults.push(`asked for ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isOurs = /^\/(static|brand|_demo\/gallery)\/|^\/(connect|sign-in|help)\b/.test(pathname) || request.url() === 'about:blank';
    if (!isOurs || request.method() !== 'GET') faults.push(`asked for ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/brand/') && response.status() !== 200) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    // The portal’s own refusals have statuses that browsers report.
    if (!message.text().startsWith('Failed to load resource: the server responded')) faults.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`a script failed: ${error}`));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`a window: ${popup.url()}`));
  page.on('download', (download) => faults.push(`a download: ${download.url()}`));
  page.on('frameattached', () => faults.push('a frame'));
  page.on('worker', () => faults.push('a worker'));
  page.on('websocket', () => faults.push('a socket'));
  return faults;
}

/** What a patient needs is there, in the flow of the page, on top, and can be pressed. */
async function hidden(page: Page): Promise<string[]> {
  return page.evaluate((deepest) => {
    const faults: string[] = [];
    const fault = (why: string, element: Element) => faults.push(`${why}: ${element.outerHTML.slice(0, 110)}`);
    for (const one of ['h1', 'main', 'form[action="/language"]', 'body']) {
      const count = document.querySelectorAll(one).length;
      if (count !== 1) faults.push(`${count} times ${one}`);
    }
    const main = document.querySelector('main')!;
    const root = document.documentElement;
    if (main.closest('[lang]') !== root || getComputedStyle(main).direction !== root.dir) fault('speaks another language than its page', main);
    for (const one of document.querySelectorAll('[hidden], [inert], [popover], dialog, iframe, object, embed, base, meta[http-equiv], style, [style], template')) {
      if (!one.matches('input[hidden]')) fault('does not belong', one);
    }
    for (const form of document.querySelectorAll('form')) if (new URL(form.action).origin !== location.origin) fault('leads away', form);
    if (document.scrollingElement!.scrollWidth > innerWidth + 1) faults.push(`the page is ${document.scrollingElement!.scrollWidth} px wide`);
    const heading = document.querySelector('h1')!;
    const top = heading.getBoundingClientRect().top + scrollY;
    if (top > deepest) fault(`begins ${Math.round(top)} px down`, heading);

    const words = /[\p{L}\p{N}](?<![\u115f\u1160\u3164\uffa0])/u;
    const needed = 'h1, main form input:not([type=hidden], [hidden]), main form button:not(.unseen, .peek), [data-testid=error-summary] a, [data-testid=clinic-contact], .foot-help, [data-testid=language], .mark-by';
    for (const element of document.querySelectorAll<HTMLElement>(needed)) {
      // What a page of ours folds away can be unfolded.
      if (element.closest('main details:not([open])')) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
        fault('is not seen', element);
        continue;
      }
      for (let at: HTMLElement | null = element; at && at !== document.body; at = at.parentElement) {
        const { position, transform, clipPath } = getComputedStyle(at);
        if (!['static', 'relative'].includes(position) || transform !== 'none' || clipPath !== 'none') fault('is out of the flow', at);
      }
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      const isField = element instanceof HTMLInputElement;
      if (box.width < 8 || box.height < 8 || box.left < -1 || box.right > innerWidth + 1) fault(`is ${Math.round(box.width)} by ${Math.round(box.height)} at ${Math.round(box.left)}`, element);
      if (!isField && !words.test(element.innerText)) fault('says nothing', element);
      const line = isField ? box : element.getClientRects()[0]!;
      const seen = document.elementFromPoint(line.left + Math.min(line.width / 2, 40), line.top + Math.min(line.height / 2, 300));
      const pressed = element.matches('input, button, a');
      const own = seen && (element.contains(seen) || seen.closest('label')?.contains(element) || (!pressed && seen.contains(element)));
      if (!own) fault(`is covered by ${seen?.outerHTML.slice(0, 60)}`, element);
    }
    return faults;
  }, DEEPEST);
}

/** A mail has no forms and no languages to choose. */
async function hiddenInMail(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = document.querySelectorAll('script, img[src], img[srcset], form, iframe, link, base, meta[http-equiv], svg, object');
    const button = document.querySelector<HTMLElement>('main a.button');
    button?.scrollIntoView({ block: 'center' });
    const box = button?.getBoundingClientRect();
    const seen = box && document.elementFromPoint(box.left + 20, box.top + box.height / 2);
    return [...Array.from(foreign, (one) => `does not belong: ${one.outerHTML.slice(0, 110)}`), ...(button && seen && button.contains(seen) ? [] : ['its button is not seen'])];
  });
}

test('there are enough of them', () => {
  expect(Object.values(ALL).flat().length).toBeGreaterThanOrEqual(60);
});

for (const [kind, brands] of Object.entries(ALL)) {
  test(`hostile ${kind} are refused or harmless, and hide, load and run nothing even where they are shown`, async ({ page }) => {
    await previewing({ 'brand.toml': 'contract = 1\n' }, async ({ folder, baseURL }) => {
      const faults = await listen(page, baseURL);
      for (const brand of brands) {
        // A page of the preview that is open loads again when a file is saved.
        await page.goto('about:blank');
        await write(folder, brand);
        await assertChecked(folder, brand);
        const mine: string[] = [];
        for (const state of 'slots/mail-footer.html' in brand.files ? [...SHOWN, MAIL] : SHOWN) {
          const url = `${baseURL}/_demo/gallery/${state}?lang=en&theme=light`;
          const response = await page.goto(url);
          expect(response!.status(), brand.name).toBe(200);
          const found = state === MAIL ? await hiddenInMail(page) : await hidden(page);
          if (page.url() !== url) found.push(`went to ${page.url()}`);
          mine.push(...[...found, ...faults.splice(0)].map((fault) => `${state}: ${fault}`));
        }
        expect.soft(mine, brand.name).toEqual([]);
      }
      await page.goto('about:blank');
    });
  });
}

test('those that are taken hide, load and run nothing on the pages of a portal that wears them', async ({ page, at }) => {
  const sandbox = await Sandbox.start();
  const folder = await mkdtemp(join(tmpdir(), 'patient-connect-hostile-'));
  try {
    const { data, base_url, connect_requests } = sandbox.listening;
    const baseURL = base_url.replace(/\/+$/, '');
    const faults = await listen(page, baseURL);
    const look = async (what: string) => expect.soft([...(await hidden(page)), ...faults.splice(0)], what).toEqual([]);
    for (const brand of Object.values(ALL).flat().filter(({ refused }) => !refused)) {
      await write(folder, brand);
      const { status, said, complaint } = await ask('brand', 'apply', folder, '--json', '--data', data);
      expect(status, `${brand.name}: ${complaint}`).toBe(0);
      const { version } = JSON.parse(said) as { version: number };
      await expect.poll(async () => (await fetch(`${baseURL}/connect`)).text(), { timeout: 20_000 }).toContain(`/brand/${version}/`);
      for (const path of ['/connect', connect_requests[0]!.link, '/help']) {
        await page.goto(new URL(path, baseURL).href);
        await look(`${brand.name} on ${path.split('?')[0]}`);
      }
    }
    // What is refused is not stored, and the last good one stays.
    const before = await ask('brand', 'list', '--json', '--data', data);
    for (const brand of Object.values(ALL).flat().filter(({ refused }) => refused).filter((_, number) => number % 12 === 0)) {
      await write(folder, brand);
      expect((await ask('brand', 'apply', folder, '--data', data)).status, brand.name).toBe(4);
    }
    expect((await ask('brand', 'list', '--json', '--data', data)).said).toBe(before.said);
    await page.goto(`${baseURL}/connect`);
    await at.code.assertLoaded();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await sandbox.stop();
  }
});
