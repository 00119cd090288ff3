/** The sandbox's gallery: which pages there are, in which states and languages. Nothing here names a page. */
/** One page in one state, at its own address. */
export interface State {
  page: string;
  state: string;
  url: string;
}

export interface Gallery {
  states: State[];
  /** Their tags, as the gallery's own page offers them. */
  languages: string[];
  /** Ours, which has no name, and the examples'. */
  brands: Brand[];
}

/** As an address names it; `null` is ours. */
export type Brand = string | null;
export type Theme = 'light' | 'dark';

/** A page in a state, as a patient of a clinic reads it. */
export interface Cell extends State {
  language: string;
  brand: Brand;
}

/** What the portal at this address has to show; null where it has no gallery, as every installation but the sandbox. */
export async function findGallery(baseURL: string): Promise<Gallery | null> {
  const index = await fetch(`${baseURL}/_demo/gallery/index.json`);
  if (index.status === 404) return null;
  if (!index.ok) throw new Error(`The gallery answered ${index.status}: ${await index.text()}`);
  const { pages } = (await index.json()) as { pages: State[] };
  const choices = await (await fetch(`${baseURL}/_demo/gallery/`)).text();
  const offered = (name: string) => [...new Set(Array.from(choices.matchAll(new RegExp(`[?;&]${name}=([\\w-]+)`, 'g')), ([, value]) => value!))];
  const languages = offered('lang');
  const brands = offered('brand');
  if (pages.length === 0 || languages.length === 0 || brands.length === 0) throw new Error('The gallery shows nothing');
  return { states: pages, languages, brands: [null, ...brands] };
}

/** The pages in their order, each with its states. */
export function byPage({ states }: Gallery): [string, State[]][] {
  const pages = new Map<string, State[]>();
  for (const state of states) pages.set(state.page, [...(pages.get(state.page) ?? []), state]);
  return [...pages];
}

/** These states in every language and every brand. */
export function cellsOf({ languages, brands }: Gallery, states: State[]): Cell[] {
  return states.flatMap((state) => brands.flatMap((brand) => languages.map((language) => ({ ...state, language, brand }))));
}

/** Where a cell is. */
export function addressOf({ url, language, brand }: Cell, theme: Theme): string {
  return `${url}?lang=${language}&theme=${theme}${brand ? `&brand=${brand}` : ''}`;
}

/** How a cell is called where something is said of it. */
export function nameOf({ page, state, language, brand }: Cell): string {
  return `${page}/${state} in ${language}, ${brand ?? 'ours'}`;
}

export const isMail = ({ page }: State): boolean => page.startsWith('mail-');
