/** Palettes of clinics that do not exist, from a seed: most of them such as a clinic would choose, many a shade too faint. */
import { contrast } from './contrast';

export type Scheme = 'light' | 'dark';
export const SCHEMES: readonly Scheme[] = ['light', 'dark'];
/** Colours by the names that `brand.toml` has for them. */
export type Palette = Record<string, string>;

export interface Colours {
  light: Palette;
  dark: Palette;
  /** Without a card the page stands on the surface. */
  plain: boolean;
}

/** What `brand contract` says of two colours. */
export interface Pair {
  front: string;
  ground: string;
  needs: number;
  seen: string;
}

/** What is mixed of which colour, and how much of it there is: `src/domain/brand/palette.rs`. */
const TINTS = [
  ['tint', 'accent', 0.09],
  ['danger-tint', 'danger', 0.07],
  ['good-tint', 'good', 0.09],
  ['warning-tint', 'warning', 0.09],
] as const;

/** 0 to 1, the same again for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hex = (channels: number[]): string => `#${channels.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;
const channels = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function hsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return hex([channel(0), channel(8), channel(4)]);
}

/** The same with its tints, as the portal mixes them. */
export function mixed(palette: Palette): Palette {
  const all = { ...palette };
  for (const [tint, of, share] of TINTS) {
    const [ground, touch] = [channels(palette.surface!), channels(palette[of]!)];
    all[tint] = hex(ground.map((one, at) => one * (1 - share) + touch[at]! * share));
  }
  return all;
}

/** The pairs that fail. */
export function failing(palette: Palette, pairs: Pair[]): Pair[] {
  const all = mixed(palette);
  return pairs.filter(({ front, ground, needs }) => contrast(all[front]!, all[ground]!) < needs);
}

/** A colour of any hue that has about this contrast with all of these. */
function against(random: Random, grounds: string[], wanted: number): string {
  const [hue, saturation] = [random(), random()];
  const least = (colour: string) => Math.min(...grounds.map((ground) => contrast(colour, ground)));
  const off = (colour: string) => Math.abs(least(colour) - wanted);
  const all = Array.from({ length: 129 }, (_, step) => hsl(hue, saturation, step / 128));
  return all.reduce((best, colour) => (off(colour) < off(best) ? colour : best));
}

const FRONTS = [
  ['ink', 4.5],
  ['ink-soft', 4.5],
  ['accent-text', 4.5],
  ['danger', 4.5],
  ['control', 3],
  ['accent', 3],
  ['good', 3],
  ['warning', 3],
  ['focus', 3],
] as const;

/** `faint`: how many of its colours may be too faint, 0 to 1. */
function palette(random: Random, scheme: Scheme, faint: number): Palette {
  const usual = random() < 0.8;
  const lightness = usual ? (scheme === 'light' ? 0.9 + 0.1 * random() : 0.16 * random()) : random();
  const surface = hsl(random(), random() * 0.5, lightness);
  const page = hsl(random(), random() * 0.4, Math.min(1, Math.max(0, lightness + 0.06 * (random() - 0.5))));
  const chosen: Palette = { page, surface, line: hsl(random(), random(), random()) };
  for (const [token, needs] of FRONTS) {
    const factor = random() < faint ? 0.8 + 0.4 * random() : 1.3 + random();
    chosen[token] = against(random, [page, surface], needs * factor);
  }
  const factor = random() < faint ? 0.8 + 0.4 * random() : 1.1 + random();
  chosen['on-accent'] = against(random, [chosen.accent!], 4.5 * factor);
  return chosen;
}

/** Colours of a brand: half of them chosen with care, some without any, some only a few. */
export function randomColours(random: Random): Colours {
  const kind = random();
  const plain = random() < 0.2;
  const faint = random() < 0.55 ? 0 : 0.25;
  const full = { light: palette(random, 'light', faint), dark: palette(random, 'dark', faint), plain };
  if (kind < 0.7) return full;
  const carelessly = kind > 0.9;
  const few = (all: Palette) => {
    const names = Object.keys(all).filter(() => random() < 0.3);
    return Object.fromEntries(names.map((name) => [name, carelessly ? hsl(random(), random(), random()) : all[name]!]));
  };
  const [light, dark] = [few(full.light), few(full.dark)];
  if (Object.keys({ ...light, ...dark }).length === 0) light.accent = full.light.accent!;
  return { light, dark, plain };
}

/** Colours that pass, of which one was moved as near to what its pairs need as it goes, to one side or just over to the other. */
export function colourAtTheLimit(random: Random, pairs: Pair[]): Colours {
  const colours = { light: careful(random, 'light', pairs), dark: careful(random, 'dark', pairs), plain: random() < 0.2 };
  const scheme = random() < 0.5 ? 'light' : 'dark';
  const chosen = colours[scheme];
  const choices = pairs.filter(({ front }) => front in chosen);
  const { front } = choices[Math.floor(random() * choices.length)]!;
  const above = random() < 0.5;
  const own = channels(chosen[front]!);
  const measure = (colour: string) => {
    const all = mixed({ ...chosen, [front]: colour });
    return Math.min(...pairs.map((pair) => contrast(all[pair.front]!, all[pair.ground]!) - pair.needs));
  };
  let best = chosen[front]!;
  for (let step = 0; step <= 256; step += 1) {
    for (const towards of [0, 255]) {
      const colour = hex(own.map((one) => one + ((towards - one) * step) / 256));
      const distance = measure(colour);
      if (distance >= 0 === above && Math.abs(distance) < Math.abs(measure(best))) best = colour;
    }
  }
  chosen[front] = best;
  return colours;
}

function careful(random: Random, scheme: Scheme, pairs: Pair[]): Palette {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const chosen = palette(random, scheme, 0);
    if (failing(chosen, pairs).length === 0) return chosen;
  }
  throw new Error('No palette of two thousand passes: the generator is broken');
}

/** As a clinic writes them. */
export function toToml({ light, dark, plain }: Colours): string {
  const table = (name: string, palette: Palette) =>
    Object.keys(palette).length === 0 ? [] : [`[${name}]`, ...Object.entries(palette).map(([token, colour]) => `${token} = "${colour}"`)];
  return ['contract = 1', ...table('light', light), ...table('dark', dark), ...(plain ? ['[layout]', 'content = "plain"'] : []), ''].join('\n');
}

/** The stylesheet that the portal would write of these, with the tints as given or else mixed. */
export function toSheet({ light, dark, plain }: Colours): string {
  const [bright, dim] = [light, dark].map((one) => ('tint' in one ? one : mixed(one))) as [Palette, Palette];
  const lines = Object.keys(bright).map((token) => `--brand-${token}: var(--if-light, ${bright[token]}) var(--if-dark, ${dim[token]});`);
  return `:root { ${lines.join(' ')} ${plain ? '--brand-page: var(--surface);' : ''} }`;
}
