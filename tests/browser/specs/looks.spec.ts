/** That the looks at the gallery find what they look for: each kind of fault is put into a page by hand, and found. */
import { addressOf, type Cell, type Gallery } from '../portal/gallery';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { SharedPage } from '../portal/shared-page';
import { sharedGallery, sharedPortal } from '../portal/start';
import { expect, test } from '../portal/test';
import type { Spoil } from '../portal/written-page';

interface Fault {
  cell: Partial<Cell>;
  /** In the HTML as it is sent. */
  html?: Spoil;
  /** Rules that stand at the end of the brand's stylesheet. */
  css?: string;
  /** Among what is found is this. */
  found: RegExp;
  atDesk?: boolean;
}

const LONG = 'Krankenversicherungskartenlesegerätebedienungsanleitung';

const before = (mark: string, more: string): Spoil => (html) => html.replace(mark, `${more}${mark}`);
const into = (from: RegExp, to: string): Spoil => (html) => html.replace(from, to);

const FAULTS: Record<string, Fault> = {
  'words that are too pale': { cell: { brand: 'harbour' }, css: 'main p { color: #9aa; }', found: /^color-contrast/ },
  'words whose letters join, and that are too pale': { cell: { brand: 'noor', language: 'ar' }, css: 'main p { color: #9aa; }', found: /^color-contrast/ },
  'words beside others whose letters join, too pale': { cell: { brand: 'noor' }, css: 'main p { color: #9aa; }', found: /^color-contrast/ },
  'words that are too pale in dark alone': {
    cell: { brand: 'harbour' },
    css: ':root[data-theme="dark"] main p { color: #345; }',
    found: /^dark: color-contrast/,
  },
  'words that are too pale at desk width alone': {
    cell: { brand: 'harbour' },
    css: '@media (min-width: 60rem) { main * { color: #9aa; } }',
    found: /at desk width: color-contrast/,
    atDesk: true,
  },
  'a word that is wider than a phone': {
    cell: { brand: 'noor', language: 'de' },
    html: before('</main>', `<p><span class="wide">${LONG} ${LONG}</span></p>`),
    css: '.wide { white-space: nowrap; }',
    found: /^the page is \d+ px wide|^sticks out|^with text spacing /,
  },
  'a word that is wider than a phone with text spacing alone': {
    cell: { brand: 'harbour', language: 'de' },
    html: before('</main>', '<p class="close">Gesundheitsakte</p>'),
    css: '.close { inline-size: max-content; max-inline-size: none; font: 28px/1.2 monospace; white-space: nowrap; }',
    found: /^with text spacing /,
  },
  'a field without a label': { cell: { brand: 'noor', language: 'ar' }, html: into(/<label for="identity_code">(.*?)<\/label>/, '$1'), found: /^label: / },
  'a button that is too small to press': {
    cell: {},
    html: before('</main>', '<p><button class="tiny" type="button">x</button></p>'),
    css: '.tiny { inline-size: 10px; block-size: 10px; padding: 0; border: 1px solid; }',
    found: /^target too small: /,
  },
  'a control that the keyboard comes to first': {
    cell: {},
    html: into(/<button class="button" data-testid="continue"/, '<button class="button" data-testid="continue" tabindex="3"'),
    found: /^keyboard: comes first|^tabindex/,
  },
  'a control that the keyboard comes to late': { cell: { brand: 'harbour' }, css: 'main { display: flex; flex-direction: column-reverse; }', found: /^keyboard: comes late/ },
  'a button without an edge in forced colours': { cell: { brand: 'noor' }, css: '.button { border: 0 !important; }', found: /^in forced colours has no edge/ },
  'a page that stays light': { cell: { brand: 'harbour' }, css: ':root[data-theme="dark"] { color-scheme: light; }', found: /^the browser’s own controls are not dark/ },
  'another language': { cell: { brand: 'noor', language: 'he' }, html: into(/lang="he"/, 'lang="en"'), found: /^its language is en/ },
  'a second heading': { cell: {}, html: before('</main>', '<h1>Once more</h1>'), found: /^it has 2 headings|heading/ },
  'a picture that does not come': { cell: { brand: 'harbour' }, html: into(/logo-[0-9a-f]+\.svg/, 'logo-0.svg'), found: /logo-0\.svg/ },
  'something from elsewhere': { cell: {}, html: before('</main>', '<img src="https://elsewhere.example/x.png" alt="">'), found: /elsewhere\.example|^no picture/ },
  'a script that fails': { cell: {}, html: into(/(portal-[0-9a-f]+)\.js/, '$1.css'), found: /^console: |^script: / },
  'a page that is too heavy': { cell: {}, html: before('</main>', `<p hidden>${'heavy '.repeat(3_000)}</p>`), found: /^its HTML has \d+ bytes/ },
};

const shown = sharedGallery();

if (!shown) {
  test('faults that are put in by hand are found', () => test.skip(true, NEEDS_SANDBOX));
} else {
  test('a page without a fault has none', async ({ browser }) => {
    const shared = await SharedPage.open(browser, sharedPortal().baseURL);
    expect(await shared.look(cellOf(shown, {}), { atDesk: true })).toEqual([]);
    await shared.close();
  });

  test('words that are too pale in dark are found on a page after others that were not', async ({ browser }) => {
    const shared = await SharedPage.open(browser, sharedPortal().baseURL);
    await sheetWith(shared, cellOf(shown, {}), ':root[data-theme="dark"] .pale { color: #345; }');
    expect(await shared.look(cellOf(shown, {}))).toEqual([]);
    const told = await shared.look(cellOf(shown, {}), { spoil: before('</main>', '<p class="pale">Can this be read?</p>') });
    expect(told.join('\n')).toMatch(/dark: color-contrast/);
    await shared.close();
  });

  test('a fault in another language is found on a page that had none before', async ({ browser }) => {
    const shared = await SharedPage.open(browser, sharedPortal().baseURL);
    expect(await shared.look(cellOf(shown, {}))).toEqual([]);
    const told = await shared.look(cellOf(shown, { language: 'fr' }), { spoil: into(/(<button class="button"[^>]*>)[^<]+/, '$1') });
    expect(told.join('\n')).toMatch(/button-name/);
    await shared.close();
  });

  for (const [name, { cell, html, css, found, atDesk }] of Object.entries(FAULTS)) {
    test(`${name}: found`, async ({ browser }) => {
      const spoilt = cellOf(shown, cell);
      const shared = await SharedPage.open(browser, sharedPortal().baseURL);
      if (css) await sheetWith(shared, spoilt, css);
      const told = (await shared.look(spoilt, { atDesk, spoil: html })).map((fault) => fault.slice(fault.indexOf(': ') + 2));
      expect(told.filter((fault) => found.test(fault)), `${addressOf(spoilt, 'light')}: ${told.join('\n')}`).not.toEqual([]);
      await shared.close();
    });
  }
}

/** At the end of the brand's stylesheet, or ours, stand these rules. */
async function sheetWith({ page }: SharedPage, { brand }: Cell, css: string): Promise<void> {
  await page.route(brand ? '**/brand/*/look-*.css' : '**/static/portal-*.css', async (route) => {
    const own = await route.fetch();
    await route.fulfill({ response: own, body: `${await own.text()}\n${css}` });
  });
}

/** The first page of the way, in English and ours where nothing else is said. */
function cellOf({ states }: Gallery, wanted: Partial<Cell>): Cell {
  return { ...states[0]!, language: 'en', brand: null, ...wanted };
}
