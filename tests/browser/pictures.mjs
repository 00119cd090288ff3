// Makes the pictures of README.md and docs/branding/README.md anew, from the program itself: a journey through a sandbox at
// the width of a phone, and the same page in two brands. All have the same size, and few colours (pngquant), so that they
// load at once.
//
//     cargo build && cd tests/browser && npm ci && node pictures.mjs
//
// PATIENT_CONNECT_BIN names another program, CHROMIUM another browser. Needs pngquant (Debian: apt-get install pngquant).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

const here = dirname(fileURLToPath(import.meta.url));
const pictures = resolve(here, '../../docs/pictures');
const program = resolve(process.env.PATIENT_CONNECT_BIN || join(here, '../../target/debug/patient-connect'));
/** A phone of the usual size, at twice its pixels. */
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'light' };
/** What all of them may weigh together. */
const MOST_BYTES = 600_000;

const raw = mkdtempSync(join(tmpdir(), 'patient-connect-pictures-'));
const taken = [];
let browser;
let sandbox;
try {
  if (spawnSync('pngquant', ['--version']).error) {
    throw new Error('pngquant is not installed (Debian: apt-get install pngquant)');
  }
  const portal = await start();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext(phone);
  await journey(await context.newPage(), portal);
  await brands(await context.newPage(), portal);
  const bytes = taken.map(squeeze).reduce((sum, size) => sum + size, 0);
  if (bytes > MOST_BYTES) throw new Error(`together they weigh ${bytes} bytes, more than ${MOST_BYTES}`);
  console.log(`${taken.length} pictures in docs/pictures, ${bytes} bytes together`);
} catch (error) {
  console.error(`pictures: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  sandbox?.kill('SIGTERM');
  rmSync(raw, { recursive: true, force: true });
}

/** Starts a sandbox. What it prints says what to type. */
async function start() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PATIENT_CONNECT_')));
  sandbox = spawn(program, ['demo', '--port', '0', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise((found, failed) => {
    sandbox.once('error', failed);
    sandbox.once('exit', (code) => failed(new Error(`the sandbox ended with ${code}`)));
    createInterface({ input: sandbox.stdout }).once('line', found);
  });
  return JSON.parse(line);
}

/** The sample patient's way, from the code to the clinic's success message. */
async function journey(page, { base_url, patient, connect_requests: [request] }) {
  const button = () => page.getByTestId('continue').click();

  await page.goto(new URL('/connect', base_url).href);
  await page.locator('#identity_code').fill(request.identity_code);
  await button();
  await page.locator('#answer').fill(request.answer);
  await take(page, 'question');
  await button();
  await page.locator('#email').fill(patient.email);
  await page.locator('#password').fill(patient.password);
  await button();
  await page.getByLabel('Emma Example').check();
  await take(page, 'record');
  await button();
  await take(page, 'authorize', page.getByTestId('decline'));
  await page.getByTestId('allow').click();
  await take(page, 'success');
}

/** The page where everybody begins, as two clinics show it. */
async function brands(page, { base_url }) {
  for (const [brand, lang] of [['harbour', 'en'], ['noor', 'ar']]) {
    await page.goto(new URL(`/_demo/gallery/code/blank?brand=${brand}&lang=${lang}&theme=light`, base_url).href);
    await take(page, `brand-${brand}`);
  }
}

/** From the page's top, or down to something that must be seen. Without a cursor, and when fonts and pictures are there. */
async function take(page, name, downTo) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => scrollTo(0, 0));
  await downTo?.evaluate((element) => scrollTo(0, element.getBoundingClientRect().bottom + 24 - innerHeight));
  await page.screenshot({ path: join(raw, `${name}.png`), animations: 'disabled', caret: 'hide' });
  taken.push(name);
}

/** Few colours, and no more than a phone's page has. Returns its weight. */
function squeeze(name) {
  const to = join(pictures, `${name}.png`);
  const done = spawnSync('pngquant', ['--force', '--strip', '--output', to, '64', join(raw, `${name}.png`)], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`pngquant on ${name}: ${done.stderr || done.signal || done.error}`);
  return statSync(to).size;
}
