/**
 * What is looked at inside of a browser's page. `inPage` names nothing outside of itself, for it is sent as text, to
 * Chromium and to Firefox. Each look gives a line for every fault, and none where there is none.
 */
import type { AxeResults } from 'axe-core';

export type Looks = ReturnType<typeof inPage>;

declare global {
  interface Window {
    looks: Looks;
    axe: { run(options: unknown): Promise<AxeResults> };
  }
}

export function inPage() {
  const start = (element: Element) => element.outerHTML.slice(0, 100);
  const sheet = (css: string) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  };
  // WCAG 1.4.12, as it names them.
  const spacing = sheet(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  // A page that is shown at once: no colour is on its way to another one.
  const still = sheet('*, *::before, *::after { transition: none !important }');

  function fits(): string[] {
    const found: string[] = [];
    const root = document.scrollingElement!;
    if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    const look = (element: Element): void => {
      if (!element.checkVisibility() || element.localName === 'svg') return;
      const style = getComputedStyle(element);
      // Words for screen readers alone.
      if (style.clipPath !== 'none' || style.clip !== 'auto') return;
      const box = element.getBoundingClientRect();
      const outside = box.right > innerWidth + 1 || box.left < -1;
      if (box.width > 0 && style.position !== 'absolute' && outside) found.push(`sticks out: ${start(element)}`);
      const isField = element instanceof HTMLInputElement;
      const cutsX = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cutsY = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      if (!isField && (cutsX || cutsY)) found.push(`cuts off: ${start(element)}`);
      for (const child of element.children) look(child);
    };
    for (const element of document.body.children) look(element);
    return found;
  }

  // In which colours words have passed axe's rules in this window.
  const passed = new Set<string>();

  /**
   * In which ways words are coloured here: their colour, size and weight, and what they and all around them stand on, one
   * line for each way. What axe leaves out (out of sight, clipped, disabled, a single letter) is not a way, or one of its own.
   */
  function waysOfColour(): Set<string> {
    const found = new Set<string>();
    const look = (element: Element, ground: string): void => {
      if (!element.checkVisibility() || element.localName === 'svg') return;
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none' || style.clip !== 'auto') return;
      const { color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode, textDecorationLine, textShadow } = style;
      const own = [color, backgroundColor, backgroundImage, opacity, filter, mixBlendMode, textDecorationLine, textShadow].join(' ');
      // As what is around it, and nothing laid over that.
      const adds = backgroundColor !== 'rgba(0, 0, 0, 0)' || opacity !== '1' || !ground.endsWith(own);
      const here = adds ? `${ground} > ${own}` : ground;
      const box = element.getBoundingClientRect();
      const words = Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue!.trim() : '')).join('');
      const isField = element.matches('input, select, textarea');
      if ((words || isField) && box.bottom > 0 && box.right > 0 && box.left < innerWidth) {
        const exempt = element.closest(':disabled, [aria-disabled="true"]') ? 'disabled' : '';
        found.add([here, style.fontSize, style.fontWeight, element.localName === 'a', isField, words.length === 1, exempt].join(' '));
      }
      for (const child of element.children) look(child, here);
    };
    look(document.body, '');
    return found;
  }

  // How pages were built on which axe found nothing, in this window.
  const built = new Set<string>();
  const OF_WORDS = new Set(['alt', 'aria-label', 'content', 'data-print', 'datetime', 'href', 'lang', 'placeholder', 'src', 'srcset', 'title', 'value']);

  /**
   * How a page is built: every element with its attributes, in order, and where words and values are, with which of them
   * are the same. What they say is left out, and so is the language, which `identity` looks at; the direction is not.
   */
  function build(): string {
    const said = new Map<string, number>();
    const which = (words: string): string => {
      if (words.trim() === '') return '';
      if (!said.has(words)) said.set(words, said.size);
      return String(said.get(words));
    };
    const write = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return which(node.nodeValue!);
      if (!(node instanceof Element)) return '';
      const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${OF_WORDS.has(name) ? which(value) : value}`);
      return `<${node.localName} ${attributes.join(' ')}>${Array.from(node.childNodes, write).join('')}</>`;
    };
    return write(document.documentElement);
  }

  async function axe(options: unknown): Promise<string[]> {
    const { violations } = await window.axe.run(options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary}`));
  }

  /** What axe finds with its rules of colours, unless every way in which words are coloured here has passed before. */
  async function axeInOtherColours(options: unknown): Promise<string[]> {
    const fresh = [...waysOfColour()].filter((way) => !passed.has(way));
    const found = fresh.length === 0 ? [] : await axe(options);
    if (found.length === 0) for (const way of fresh) passed.add(way);
    return found;
  }

  /** What `fits` finds with these styles over the page's own. */
  function fitsWith(styles: CSSStyleSheet): string[] {
    const before = [...document.adoptedStyleSheets];
    document.adoptedStyleSheets = [...before, styles];
    const found = fits();
    document.adoptedStyleSheets = before;
    return found;
  }

  /** In forced colours (Windows’ contrast themes) words stand out, and what can be pressed has an edge. */
  function forcedColours(): string[] {
    const found: string[] = [];
    if (!matchMedia('(forced-colors: active)').matches) found.push('the colours are not forced');
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const heading of document.querySelectorAll('h1, h2')) {
      if (heading.checkVisibility() && getComputedStyle(heading).color === ground) found.push(`is not seen: ${start(heading)}`);
    }
    for (const edged of document.querySelectorAll<HTMLElement>('.button, .choice, input:not([type=hidden], [type=radio], [type=checkbox])')) {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(edged);
      if (edged.checkVisibility() && (parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none' || borderTopColor === ground)) {
        found.push(`has no edge: ${start(edged)}`);
      }
    }
    return found;
  }

  return {
    /** WCAG 1.4.10: nothing scrolls sideways, sticks out or is cut off. */
    fits,

    /** WCAG 1.4.12: the same with the spacing that a reader may set. */
    fitsSpacedOut: (): string[] => fitsWith(spacing),

    /** WCAG 1.4.4: the same with text of twice the size. */
    fitsTwiceAsLarge: (): string[] => {
      const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
      return fitsWith(sheet(`:root { font-size: ${2 * size}px !important }`));
    },

    /** WCAG 2.5.8: 24 by 24 px, but for links in a sentence. */
    targets(): string[] {
      const found: string[] = [];
      for (const target of document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary')) {
        if (!target.checkVisibility() || target.classList.contains('skip') || target.ariaHidden === 'true') continue;
        const label = target instanceof HTMLInputElement ? target.labels?.[0] : null;
        const whole = label?.contains(target) ? label : target;
        const box = whole.getBoundingClientRect();
        const inSentence = getComputedStyle(whole).display === 'inline' && whole.parentElement!.textContent!.trim() !== whole.textContent!.trim();
        if (!inSentence && (box.width < 24 || box.height < 24)) {
          found.push(`${Math.round(box.width)} × ${Math.round(box.height)}: ${start(target)}`);
        }
      }
      return found;
    },

    /** WCAG 2.4.3: the keyboard goes as the eye does, from the top to the bottom. */
    order(): string[] {
      const found: string[] = [];
      const all = Array.from(document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'));
      for (const one of all) if (one.tabIndex > 0) found.push(`comes first: ${start(one)}`);
      const seen = all.filter((one) => one.tabIndex === 0 && one.checkVisibility() && !one.classList.contains('skip'));
      const boxes = seen.map((one) => one.getBoundingClientRect());
      for (const [at, one] of seen.entries()) if (at > 0 && boxes[at]!.bottom < boxes[at - 1]!.top) found.push(`comes late: ${start(one)}`);
      return found;
    },

    /** Light or dark indeed, and the browser's own controls with it. axe measures the contrast. */
    theme(wanted: 'light' | 'dark'): string[] {
      const brightness = (colour: string) => {
        const [r, g, b] = colour.match(/[\d.]+/g)!.map(Number);
        return (r! + g! + b!) / (3 * 255);
      };
      const { color, backgroundColor } = getComputedStyle(document.body);
      const [dim, bright] = wanted === 'dark' ? [backgroundColor, color] : [color, backgroundColor];
      const { colorScheme } = getComputedStyle(document.documentElement);
      const found: string[] = [];
      if (!(brightness(dim) < 0.25 && brightness(bright) > 0.75)) found.push(`is not ${wanted}: ${color} on ${backgroundColor}`);
      if (!colorScheme.split(' ').includes(wanted)) found.push(`the browser’s own controls are not ${wanted}: ${colorScheme}`);
      return found;
    },

    /** It is this page, in this language, with one heading that is seen, and every picture on it is there. */
    identity(page: string, language: string): string[] {
      const found: string[] = [];
      const { lang } = document.documentElement;
      const name = document.querySelector('main')?.dataset.testid;
      const headings = Array.from(document.querySelectorAll('h1'), (h1) => h1.checkVisibility());
      if (lang !== language) found.push(`its language is ${lang}`);
      if (name !== `page-${page}`) found.push(`its main is ${name}`);
      if (headings.length !== 1 || !headings[0]) found.push(`it has ${headings.length} headings, seen: ${headings}`);
      for (const picture of document.images) if (!picture.complete || picture.naturalWidth === 0) found.push(`no picture: ${start(picture)}`);
      return found;
    },

    /** Every address that it may load something from, now or in other colours. */
    addresses(): string[] {
      const found = new Set<string>();
      const add = (address: string | null, base = document.baseURI) => void (address && found.add(new URL(address, base).href));
      for (const link of document.querySelectorAll('link[href]')) add(link.getAttribute('href'));
      for (const one of document.querySelectorAll('[src]')) add(one.getAttribute('src'));
      for (const one of document.querySelectorAll('[srcset]')) for (const part of one.getAttribute('srcset')!.split(',')) add(part.trim().split(/\s/)[0]!);
      for (const { cssRules, href } of document.styleSheets) {
        for (const rule of cssRules) for (const [, address] of rule.cssText.matchAll(/url\("([^"]*)"\)/g)) add(address!, href ?? document.baseURI);
      }
      return [...found];
    },

    /** All that is folded away is opened, or closed again. */
    unfold(open: boolean): void {
      for (const details of document.querySelectorAll('details')) details.open = open;
    },

    /**
     * Shows this HTML here, as a browser does that came to it: parsed, its files loaded, its scripts run. The window stays.
     * What is wrong in forced colours is looked for at once, where they are. `null`: it does not come to its end.
     */
    async write(html: string, forced: boolean): Promise<string[] | null> {
      document.open();
      const loaded = new Promise((done) => addEventListener('load', done, { once: true }));
      document.adoptedStyleSheets = [still];
      document.write(html);
      document.close();
      const late = new Promise((done) => setTimeout(() => done('late'), 10_000));
      if ((await Promise.race([loaded, late])) === 'late') return null;
      return forced ? forcedColours() : [];
    },

    /** The same for a page that was gone to, which has come when its address has. */
    gone(forced: boolean): string[] {
      document.adoptedStyleSheets = [still];
      return forced ? forcedColours() : [];
    },

    /** As the address with this `theme=` shows it: an attribute, and which picture or part of a mail's styles counts. */
    async dress(theme: 'light' | 'dark'): Promise<void> {
      const [off, on] = theme === 'dark' ? ['not all', 'all'] : ['all', 'not all'];
      const root = document.documentElement;
      if (root.dataset.theme) root.dataset.theme = theme;
      for (const source of document.querySelectorAll(`source[media="${off}"]`)) source.setAttribute('media', on);
      for (const style of document.querySelectorAll('style')) style.textContent = style.textContent!.replace(`@media ${off} {`, `@media ${on} {`);
      // Firefox does not always say that a picture whose source has changed is there.
      const soon = new Promise((done) => setTimeout(done, 1_000));
      await Promise.race([soon, Promise.all(Array.from(document.images, (picture) => picture.decode().catch(() => undefined)))]);
    },

    /** What axe finds, with these options. It must be here already. */
    axe,

    /**
     * The same with its rules of colours, for a page that it has looked at in other colours. Where what lies over what is
     * the same, contrast is decided by the ways of colour alone; where all of them have passed, the page passes.
     */
    axeInOtherColours,

    /**
     * What axe finds with every rule; on a page that is built as one before it, of this brand, on which it found nothing, what
     * it finds with its rules of colours. All others ask how a page is built, or what `targets` and `fits` look at.
     */
    async axeOnce(brand: string | null, every: unknown, ofColours: unknown): Promise<string[]> {
      const how = `${brand} ${build()}`;
      if (built.has(how)) return axeInOtherColours(ofColours);
      const found = await axe(every);
      if (found.length === 0) built.add(how);
      return found;
    },
  };
}
