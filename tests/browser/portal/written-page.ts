/**
 * One page of a browser that shows one page of the portal after another. Coming to an address costs a browser three
 * times what the page itself does, and axe has to be read and warmed up anew there. So what an address sends is fetched
 * here and written into the open page (`document.open`, `write`, `close`): the same parser, the same files, the same
 * scripts, under the policy that came with it, for a page with another one is gone to. That nothing is different then,
 * a test says (gallery.spec.ts, “as its address shows it”).
 */
import { everyRule, rulesOfColours, source } from './axe';
import { addressOf, type Cell, isMail, type Theme } from './gallery';
import { inPage } from './in-page';
import { LIGHT, LIGHT_IN_A_BRAND } from './looks';

/** A page of any browser, whoever drives it. */
export interface Driven {
  goto(url: string): Promise<unknown>;
  evaluate<Result, Given>(inside: (given: Given) => Result | Promise<Result>, given: Given): Promise<Result>;
  evaluate(source: string): Promise<unknown>;
}

/** For axe. */
export const RULES = { every: everyRule as object, ofColours: rulesOfColours as object };

/** Tries whether a fault is found: HTML as it is sent, and as it is shown. */
export type Spoil = (html: string) => string;

export class WrittenPage {
  private policy: string | null = null;
  private html = '';
  private readonly sizes = new Map<string, Promise<number>>();

  constructor(
    private readonly driven: Driven,
    private readonly baseURL: string,
    /** Whether each address is gone to: Firefox goes on showing what was there before some pages that are written. */
    private readonly goes = false,
  ) {}

  /** Shows this page in light. What came is looked at: its status, its policy; and how it is seen where colours are `forced`. */
  async show(cell: Cell, { forced = false, spoil = (html) => html }: { forced?: boolean; spoil?: Spoil } = {}): Promise<string[]> {
    const address = this.baseURL + addressOf(cell, 'light');
    const response = await fetch(address);
    this.html = spoil(await response.text());
    const policy = response.headers.get('content-security-policy');
    if (this.goes || policy === null || policy !== this.policy) {
      await this.open(address);
      this.policy = policy;
    }
    const write = () =>
      this.goes
        ? this.driven.evaluate((how) => window.looks.gone(how), forced)
        : this.driven.evaluate(({ html, forced }) => window.looks.write(html, forced), { html: this.html, forced });
    let seen = await write();
    if (seen === null) {
      // A browser may lose the end of a page that is written. It is gone to, and written once more.
      await this.open(address);
      seen = (await write()) ?? ['does not load'];
    }
    return [
      ...seen.map((fault) => `in forced colours ${fault}`),
      ...(response.status === 200 ? [] : [`was answered with ${response.status}`]),
      ...(policy === null ? ['came without a policy'] : []),
    ];
  }

  private async open(address: string): Promise<void> {
    await this.driven.goto(address);
    await this.driven.evaluate(`${source}; window.looks = (${inPage})(); null`);
  }

  /** As the address with this theme shows it. */
  async dress(theme: Theme): Promise<void> {
    await this.driven.evaluate((how) => window.looks.dress(how), theme);
  }

  /** What is wrong with what is shown, first in light, then in dark. Nothing is shown afterwards, unless it `stays`. */
  async lookInside(cell: Cell, stays = false): Promise<string[]> {
    const { faults, addresses } = await this.driven.evaluate(lookInside, { ...cell, rules: RULES, stays: stays || this.goes });
    return [...faults, ...(await this.weigh(cell, addresses))];
  }

  /** What is wrong with all that the page may load, uncompressed. A mail brings all that it shows. */
  private async weigh(cell: Cell, addresses: string[]): Promise<string[]> {
    const bytes = Buffer.byteLength(this.html);
    const most = cell.brand ? LIGHT_IN_A_BRAND : LIGHT;
    const found = bytes > 500 && bytes < most.html ? [] : [`its HTML has ${bytes} bytes of ${most.html}`];
    if (isMail(cell)) return [...found, ...addresses.map((address) => `a mail loads ${address}`)];
    const own = addresses.filter((address) => new URL(address).origin === this.baseURL);
    for (const address of addresses) if (!own.includes(address)) found.push(`may load ${address}`);
    let all = bytes;
    for (const address of own) all += await this.size(address);
    if (all >= most.all) found.push(`all that it loads has ${all} bytes of ${most.all}`);
    return found;
  }

  private size(address: string): Promise<number> {
    const known = this.sizes.get(address) ?? fetch(address).then(async (file) => (await file.arrayBuffer()).byteLength);
    this.sizes.set(address, known);
    return known;
  }
}

/** Runs in the page. What does not depend on colours is looked at once for both themes. */
async function lookInside(cell: { page: string; language: string; brand: string | null; rules: typeof RULES; stays: boolean }) {
  const { looks } = window;
  const faults: string[] = [];
  const note = (how: string, found: string[]) => faults.push(...found.map((fault) => how + fault));
  looks.unfold(true);
  note('', looks.identity(cell.page, cell.language));
  note('', looks.theme('light'));
  note('', looks.fits());
  note('target too small: ', looks.targets());
  note('keyboard: ', looks.order());
  note('with text spacing ', looks.fitsSpacedOut());
  note('', await looks.axeOnce(cell.brand, cell.rules.every, cell.rules.ofColours));
  const addresses = looks.addresses();
  await looks.dress('dark');
  note('', looks.theme('dark'));
  note('dark: ', await looks.axeInOtherColours(cell.rules.ofColours));
  // What is not there is not styled anew when colours are forced for the next page.
  if (!cell.stays) document.open();
  return { faults, addresses };
}
