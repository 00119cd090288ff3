/** Which colours meet on a page, as the browser paints them, and how well each two can be told apart (WCAG 2.2, 1.4.3 and 1.4.11). */
import type { Page } from '@playwright/test';

import { source } from './axe';

/** Two colours that meet, `#rrggbb`, and what WCAG asks of them. */
export interface Meeting {
  front: string;
  ground: string;
  /** 4.5 for words (3 for large ones), 3 for what is no text. */
  needs: number;
  /** What is seen there: the beginning of its HTML. */
  what: string;
}

/** The same two colours, whichever is in front. */
export const together = (one: string, other: string): string => [one, other].sort().join(' and ');

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const c = parseInt(colour.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright! + 0.05) / (dim! + 0.05);
}

/**
 * Everything on the page that must be told apart, from computed styles: words, the edges of what can be pressed or typed
 * into and of messages, pictures, and the ring around each thing that the keyboard reaches. Lines between things are decoration.
 * What is met twice is told once, and has the attribute `data-meets` where it was.
 */
export async function meetings(page: Page, kinds: 'all' | 'no words' = 'all'): Promise<Meeting[]> {
  return page.evaluate((withWords) => {
    const found = new Map<string, Meeting>();
    const hex = (colour: string): string | null => {
      const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g)!.map(Number);
      return alpha === 0 ? null : `#${[r, g, b].map((channel) => channel!.toString(16).padStart(2, '0')).join('')}`;
    };
    const ground = (on: Element | null): string => {
      for (let at = on; at; at = at.parentElement) {
        const colour = hex(getComputedStyle(at).backgroundColor);
        if (colour) return colour;
      }
      return '#ffffff';
    };
    const meet = (front: string | null, under: string | null, needs: number, element: Element) => {
      const key = `${front} ${under} ${needs}`;
      if (!front || !under || found.has(key)) return;
      found.set(key, { front, ground: under, needs, what: element.outerHTML.slice(0, 120) });
      element.toggleAttribute('data-meets', true);
    };
    const words = (element: HTMLElement) => {
      const isField = element instanceof HTMLInputElement && !['hidden', 'radio', 'checkbox'].includes(element.type);
      const hasWords = isField || Array.from(element.childNodes, (node) => node.nodeType === 3 && node.textContent!.trim()).some(Boolean);
      if (!hasWords) return;
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const large = parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
      meet(hex(color), ground(element), large ? 3 : 4.5, element);
    };
    const edge = (element: HTMLElement) => {
      const style = getComputedStyle(element);
      const around = ground(element.parentElement);
      const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
      const side = sides.find((one) => parseFloat(style[`border${one}Width`]) > 0 && style[`border${one}Style`] !== 'none');
      if (side) meet(hex(style[`border${side}Color`]), around, 3, element);
      else if (hex(style.backgroundColor)) meet(hex(style.backgroundColor), around, 3, element);
    };
    const picture = (shape: SVGElement) => {
      const { fill, stroke } = getComputedStyle(shape);
      // The portal's mark: its line is drawn on its own ground.
      const below = shape.matches('.mark-line') ? shape.ownerSVGElement!.querySelector('.mark-ground') : null;
      const under = below ? hex(getComputedStyle(below).fill) : ground(shape.ownerSVGElement!.parentElement);
      for (const paint of [fill, stroke]) if (paint !== 'none') meet(hex(paint), under, 3, shape.ownerSVGElement!);
    };
    const ringed = new Set<string>();
    const ring = (element: HTMLElement) => {
      // Of things of a kind that stand on the same ground, one is enough.
      const kind = `${element.tagName} ${element.className} ${ground(element.parentElement)}`;
      if (ringed.has(kind)) return;
      ringed.add(kind);
      (element.matches('label') ? element.querySelector('input')! : element).focus();
      const { outlineStyle, outlineColor, outlineOffset } = getComputedStyle(element);
      if (outlineStyle === 'none') return;
      meet(hex(outlineColor), ground(parseFloat(outlineOffset) < 0 ? element : element.parentElement), 3, element);
    };
    const messages = '.notice, .summary, .warning, .calm';
    for (const element of document.body.querySelectorAll<HTMLElement | SVGElement>('*')) {
      if (!element.checkVisibility() || element.closest('.unseen')) continue;
      if (element instanceof SVGElement) {
        if (element.ownerSVGElement) picture(element);
        continue;
      }
      if (withWords) words(element);
      if (element.matches(`a.button, button, input:not([type=hidden], [type=radio], [type=checkbox]), ${messages}`)) edge(element);
      if (element.matches('a[href], button, summary, input:not([type=hidden], [type=radio], [type=checkbox]), label.choice, .summary')) ring(element);
    }
    (document.activeElement as HTMLElement | null)?.blur();
    return [...found.values()];
  }, kinds === 'all');
}

/** Which words axe finds too faint, each as [`together`] names the two colours. Loud where axe could not tell. */
export async function faintWords(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const faint = await page.evaluate(async () => {
    interface Seen {
      html: string;
      any: { data: { fgColor?: string; bgColor?: string; contrastRatio?: number; messageKey?: string } }[];
    }
    const run = (window as unknown as { axe: { run(o: unknown): Promise<Record<'violations' | 'incomplete', { nodes: Seen[] }[]>> } }).axe;
    const told = await run.run({ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations', 'incomplete'] });
    const nodes = [...told.violations, ...told.incomplete].flatMap((rule) => rule.nodes);
    return nodes.map(({ html, any: [check] }) => ({ html, ...check!.data }));
  });
  return faint.map(({ html, fgColor, bgColor, messageKey }) => {
    // The same colour twice is “incomplete” for axe, as it could be hidden on purpose, and so is a field that is still empty.
    if (!fgColor || !bgColor || (messageKey && !['equalRatio', 'emptyValue'].includes(messageKey))) throw new Error(`axe cannot tell (${messageKey}): ${html}`);
    return together(fgColor, bgColor);
  });
}
