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
}

/** What the portal at this address has to show; null where it has no gallery, as every installation but the sandbox. */
export async function findGallery(baseURL: string): Promise<Gallery | null> {
  const index = await fetch(`${baseURL}/_demo/gallery/index.json`);
  if (index.status === 404) return null;
  if (!index.ok) throw new Error(`The gallery answered ${index.status}: ${await index.text()}`);
  const { pages } = (await index.json()) as { pages: State[] };
  const choices = await (await fetch(`${baseURL}/_demo/gallery/`)).text();
  const languages = [...new Set(Array.from(choices.matchAll(/[?;&]lang=([\w-]+)/g), ([, tag]) => tag!))];
  if (pages.length === 0 || languages.length === 0) throw new Error('The gallery shows nothing');
  return { states: pages, languages };
}

/** The pages in their order, each with its states. */
export function byPage({ states }: Gallery): [string, State[]][] {
  const pages = new Map<string, State[]>();
  for (const state of states) pages.set(state.page, [...(pages.get(state.page) ?? []), state]);
  return [...pages];
}

/** All states, so many at a time, named after the first and the last page. */
export function together({ states }: Gallery, most: number): [string, State[]][] {
  const groups: [string, State[]][] = [];
  for (let at = 0; at < states.length; at += most) {
    const group = states.slice(at, at + most);
    groups.push([`${group[0]!.page}/${group[0]!.state} to ${group.at(-1)!.page}/${group.at(-1)!.state}`, group]);
  }
  return groups;
}
