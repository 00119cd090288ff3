/**
 * Colours: what `brand check` says of a palette is what a patient's browser shows. Three hundred palettes of clinics that
 * do not exist, and a hundred that are as near to the limit as colours come, in light and in dark. Words are measured by
 * axe, what is no text from computed styles. The pages are the gallery's own, in the stylesheet that the portal writes.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';

import { contrast, faintWords, type Meeting, meetings, together } from '../portal/contrast';
import type { State } from '../portal/gallery';
import { colourAtTheLimit, type Colours, mixed, type Pair, type Palette, randomColours, type Random, SCHEMES, type Scheme, seeded, toSheet, toToml } from '../portal/palettes';
import { type Preview, previewing } from '../portal/preview';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { program } from '../portal/sandbox';
import { sharedPortal } from '../portal/start';
import { expect, test } from '../portal/test';

/** Pages that have all pairs between them; a test below fails where that is no longer so. */
const SAMPLES = [
  'question/last-chance', 'code/empty', 'code/signed-out', 'account-delete/ask', 'sign-in/ticked', 'sign-in/one-provider',
  'locked/to-call', 'success/plain-message',
];
/** Readable colours that are all different, so that a colour on a page names its token. */
const ALL_DIFFERENT: Colours = {
  light: {
    page: '#f2f5f5', surface: '#fffffe', ink: '#14262b', 'ink-soft': '#4a5d63', line: '#d6dfe0', control: '#6a7c82', accent: '#0b6470',
    'on-accent': '#fffffd', 'accent-text': '#0a5c67', danger: '#a8231c', good: '#17683a', warning: '#7a4a00', focus: '#1a4fd6',
  },
  dark: {},
  plain: false,
};

test.describe.configure({ timeout: 300_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true, viewport: { width: 390, height: 844 } });
test.beforeEach(() => test.skip(!sharedPortal().sandbox, NEEDS_SANDBOX));

interface Finding {
  code: string;
  level: string;
  message: string;
}

/** Runs the portal's own program; a brand that is refused is an answer, too. */
function ask(...args: string[]): Promise<{ status: number; said: string }> {
  return new Promise((answer) => {
    execFile(program(), args, (error, said) => answer({ status: error ? Number(error.code) : 0, said }));
  });
}

async function contract(): Promise<Pair[]> {
  const { said } = await ask('brand', 'contract');
  return (JSON.parse(said) as { tokens: { pairs: Pair[] } }).tokens.pairs;
}

interface Faint {
  /** Two colours each. */
  pairs: Record<Scheme, string[]>;
  /** The colours that findings name, also those that follow from what the brand gives. */
  named: Record<Scheme, Palette>;
}

/** What `brand check` finds too faint. */
async function check(folder: string): Promise<Faint> {
  const { status, said } = await ask('brand', 'check', folder, '--json');
  const { findings } = JSON.parse(said) as { findings: Finding[] };
  expect(findings.filter(({ code }) => code !== 'contrast'), 'other findings').toEqual([]);
  expect(status, said).toBe(findings.length > 0 ? 4 : 0);
  const faint: Faint = { pairs: { light: [], dark: [] }, named: { light: {}, dark: {} } };
  for (const { message } of findings) {
    const [, found, front, frontColour, ground, groundColour] = /, (light|dark): (\S+) (#\w{6}) on (\S+) (#\w{6}) has/.exec(message)!;
    const scheme = found as Scheme;
    faint.pairs[scheme].push(together(frontColour!, groundColour!));
    Object.assign(faint.named[scheme], { [front!]: frontColour, [ground!]: groundColour });
  }
  return faint;
}

async function statesOf({ baseURL }: Preview): Promise<State[]> {
  const { pages } = (await (await fetch(`${baseURL}/_demo/gallery/index.json`)).json()) as { pages: State[] };
  return pages.filter(({ page }) => !page.startsWith('mail-'));
}

/** The stylesheet that the portal writes of the brand that is in the folder now. */
async function stylesheetOf({ baseURL }: Preview): Promise<string> {
  const html = await (await fetch(`${baseURL}/_demo/gallery/declined/declined`)).text();
  const [, address] = /href="(\/brand\/preview\/look-\w+\.css)"/.exec(html)!;
  return (await fetch(baseURL + address)).text();
}

async function withPreview(page: Page, body: (preview: Preview) => Promise<void>): Promise<void> {
  // Neither does a preview load its pages anew while they are measured, nor does a script change them.
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await previewing({ 'brand.toml': toToml(ALL_DIFFERENT) }, body);
}

/** Puts the pages in the place of each other's `main`, or one behind another in it. */
async function fill(page: Page, preview: Preview, states: State[]): Promise<void> {
  const all = await Promise.all(states.map(async ({ url }) => (await fetch(`${preview.baseURL}${url}?lang=en`)).text()));
  await page.evaluate((pages) => {
    const parsed = pages.map((html) => new DOMParser().parseFromString(html, 'text/html'));
    document.body.replaceChildren(...parsed[0]!.body.childNodes);
    for (const other of parsed.slice(1)) document.querySelector('main')!.append(...other.querySelector('main')!.childNodes);
    for (const details of document.querySelectorAll('details')) details.open = true;
  }, all);
}

/** Leaves of the page what is needed to see each pair once, and what that stands in. */
async function thin(page: Page): Promise<void> {
  await meetings(page);
  await page.evaluate(() => {
    const kept = Array.from(document.querySelectorAll('[data-meets]'));
    const stays = (element: Element) => element.matches('label > input') || kept.some((one) => element.contains(one) || one.contains(element));
    for (const element of document.body.querySelectorAll('*')) if (!stays(element)) element.remove();
  });
}

/** Has the page wear a stylesheet of a brand, in place of the one before. */
async function wear(page: Page, sheet: string): Promise<void> {
  await page.evaluate((css) => {
    document.querySelector('link[href*="/brand/"]')?.remove();
    const worn = new CSSStyleSheet();
    worn.replaceSync(css);
    document.adoptedStyleSheets = [worn];
  }, sheet);
}

const paint = (page: Page, scheme: Scheme): Promise<void> => page.evaluate((theme) => void (document.documentElement.dataset.theme = theme), scheme);

/** What of the page is too faint in the browser. */
async function faintIn(page: Page, scheme: Scheme): Promise<string[]> {
  await paint(page, scheme);
  const faint = (await meetings(page, 'no words')).filter(({ front, ground, needs }) => contrast(front, ground) < needs);
  return [...faint.map(({ front, ground }) => together(front, ground)), ...(await faintWords(page))];
}

/** The names of colours on a page in [`ALL_DIFFERENT`]. */
function named(all: Meeting[]): Pair[] {
  const names = Object.fromEntries(Object.entries(mixed(ALL_DIFFERENT.light)).map(([token, colour]) => [colour, token]));
  return all.map(({ front, ground, needs, what }) => ({ front: names[front] ?? front, ground: names[ground] ?? ground, needs, seen: what }));
}

const strongest = (pairs: Pair[]): Record<string, number> => {
  const most: Record<string, number> = {};
  for (const { front, ground, needs } of pairs) most[together(front, ground)] = Math.max(needs, most[together(front, ground)] ?? 0);
  return most;
};

/** A few colours of a brand, and what is known of the others. */
function shown(colours: Colours, named: Record<Scheme, Palette>): Colours {
  const whole = (scheme: Scheme) => ({ ...mixed({ ...ALL_DIFFERENT.light, ...colours[scheme] }), ...named[scheme] });
  return { light: whole('light'), dark: whole('dark'), plain: colours.plain };
}

const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort();

test('the pairs of colours that are checked are those that meet on a page of the gallery, and no others', async ({ page }) => {
  await withPreview(page, async (preview) => {
    const states = await statesOf(preview);
    const seen: Pair[] = [];
    await page.goto(`${preview.baseURL}${states[0]!.url}?theme=light`);
    for (const state of states) {
      await fill(page, preview, [state]);
      for (const pair of named(await meetings(page))) {
        expect(together(pair.front, pair.ground), `on ${state.page}/${state.state}: ${pair.seen}`).not.toContain('#');
        seen.push(pair);
      }
    }
    expect(strongest(seen)).toEqual(strongest(await contract()));
  });
});

async function agree(page: Page, how: string, made: (random: Random, pairs: Pair[]) => Colours, from: number, to: number): Promise<void> {
  const seed = Number(process.env.PALETTES_SEED ?? 20_261_126);
  console.log(`Palettes ${how}, ${from} to ${to}: PALETTES_SEED=${seed} makes the same again`);
  const pairs = await contract();
  let passed = 0;
  await withPreview(page, async (preview) => {
    const states = await statesOf(preview);
    const samples = SAMPLES.map((name) => states.find((one) => `${one.page}/${one.state}` === name)!);
    await page.goto(`${preview.baseURL}${samples[0]!.url}?theme=light`);
    await fill(page, preview, samples);
    await thin(page);
    expect(strongest(named(await meetings(page))), 'the pages measured have every pair that is checked').toEqual(strongest(pairs));
    for (let number = from; number <= to; number += 1) {
      const colours = made(seeded(seed + 7919 * number), pairs);
      const toml = toToml(colours);
      const what = `palette ${number} ${how} of PALETTES_SEED=${seed}\n${toml}`;
      await writeFile(join(preview.folder, 'brand.toml'), toml);
      const found = await check(preview.folder);
      const passes = found.pairs.light.length + found.pairs.dark.length === 0;
      const isWhole = SCHEMES.every((scheme) => Object.keys(colours[scheme]).length === Object.keys(ALL_DIFFERENT.light).length);
      if (passes) passed += 1;
      // A brand that fails is worn nowhere. What follows from the few colours of one is known as far as findings name it.
      await wear(page, passes ? await stylesheetOf(preview) : toSheet(isWhole ? colours : shown(colours, found.named)));
      for (const scheme of SCHEMES) {
        const told = sorted(found.pairs[scheme]);
        const seen = sorted(await faintIn(page, scheme)).filter((pair) => passes || isWhole || told.includes(pair));
        expect({ scheme, faint: seen }, what).toEqual({ scheme, faint: told });
      }
    }
  });
  expect(passed, 'many pass and many do not, or this proves little').toBeGreaterThan((to - from) / 5);
  expect(passed).toBeLessThan(((to - from) * 4) / 5);
}

for (const from of [1, 101, 201]) {
  test(`what is said of random colours, ${from} to ${from + 99}, is what the browser shows`, async ({ page }) => agree(page, 'at random', randomColours, from, from + 99));
}

test('what is said of a hundred colours at the limit is what the browser shows', async ({ page }) => agree(page, 'at the limit', colourAtTheLimit, 1, 100));

test('the words of a button that passes can be read under the pointer, too', async ({ page }) => {
  const greys = Array.from({ length: 256 }, (_, value) => `#${value.toString(16).padStart(2, '0').repeat(3)}`);
  const barely = (ground: string) => greys.filter((grey) => contrast(grey, ground) >= 4.5).sort((a, b) => contrast(a, ground) - contrast(b, ground))[0]!;
  const accent = '#7fc4cc';
  const surface = '#162023';
  await page.goto('/_demo/gallery/account-delete/ask?theme=light');
  await wear(page, `:root { --brand-accent: ${accent}; --brand-on-accent: ${barely(accent)}; --brand-surface: ${surface}; --brand-danger: ${barely(surface)}; }`);
  const danger = page.locator('main .button.danger');
  await expect(danger).toHaveCount(1);
  for (const isDanger of [true, false]) {
    await danger.evaluate((button, is) => void button.classList.toggle('danger', is), isDanger);
    const button = page.getByTestId('confirm-delete');
    await button.hover();
    const words = await button.evaluate((element) => getComputedStyle(element).color.match(/\d+/g)!.map(Number));
    const { x, y, height } = (await button.boundingBox())!;
    const picture = PNG.sync.read(await page.screenshot({ clip: { x: x + 8, y: y + height / 2, width: 1, height: 1 } }));
    const [front, ground] = [words, [...picture.data.subarray(0, 3)]].map((rgb) => `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`);
    expect(contrast(front!, ground!), `${front} on ${ground}, ${isDanger ? 'a button that deletes' : 'a button'}`).toBeGreaterThanOrEqual(4.5);
  }
});
