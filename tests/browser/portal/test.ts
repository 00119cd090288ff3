/** What every test gets: a portal, the clinic's side of it, and page objects. */
import { test as base, expect, type BrowserContext } from '@playwright/test';

import { type Pages, pagesOf } from '../pages';
import { Clinic } from './api';
import { NEEDS_SANDBOX } from './reporter';
import { Sandbox, type SandboxOptions } from './sandbox';
import { sharedPortal } from './start';
import { watch } from './visits';

export interface Portal {
  baseURL: string;
  clinic: Clinic;
  /** Null when the suite runs against somebody's installation. */
  sandbox: { data: string; appName: string; advance(time: Time): Promise<void> } | null;
}

export interface Time {
  seconds?: number;
  minutes?: number;
  hours?: number;
  days?: number;
}

interface Options {
  /** `null`: the portal that all tests share. Otherwise a sandbox for this test alone, whose clock it may move. */
  ownSandbox: SandboxOptions | null;
}

interface Fixtures {
  portal: Portal;
  clinic: Clinic;
  /** The page objects of `page`. */
  at: Pages;
  /** Another visitor of the portal, with cookies of her own. */
  anotherVisitor(): Promise<Pages>;
}

export const test = base.extend<Options & Fixtures>({
  ownSandbox: [null, { option: true }],

  portal: async ({ ownSandbox }, use, testInfo) => {
    const shared = sharedPortal();
    if (!ownSandbox) {
      const { baseURL, apiKey, sandbox } = shared;
      await use({
        baseURL,
        clinic: new Clinic(baseURL, apiKey),
        sandbox: sandbox && { ...sandbox, advance: () => Promise.reject(new Error('The shared sandbox’s clock stands for all tests')) },
      });
      return;
    }
    if (!shared.sandbox) testInfo.skip(true, NEEDS_SANDBOX);
    const own = await Sandbox.start(ownSandbox);
    const baseURL = own.listening.base_url.replace(/\/+$/, '');
    try {
      await use({
        baseURL,
        clinic: new Clinic(baseURL, own.listening.app.api_key),
        sandbox: { data: own.listening.data, appName: own.listening.app.name, advance: (time) => advance(baseURL, time) },
      });
    } finally {
      await own.stop();
    }
  },

  baseURL: async ({ portal }, use) => use(portal.baseURL),

  clinic: async ({ portal }, use) => use(portal.clinic),

  context: async ({ context }, use) => {
    watch(context);
    const complaints = listen(context);
    await use(context);
    expect(complaints, 'what the browser’s console complained about').toEqual([]);
  },

  at: async ({ page }, use) => use(pagesOf(page)),

  anotherVisitor: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'UTC' });
      contexts.push(context);
      watch(context);
      return pagesOf(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

async function advance(baseURL: string, { seconds = 0, minutes = 0, hours = 0, days = 0 }: Time): Promise<void> {
  const response = await fetch(`${baseURL}/_demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance_seconds: seconds + 60 * (minutes + 60 * (hours + 24 * days)) }),
  });
  if (!response.ok) throw new Error(`The sandbox’s clock did not move: ${response.status} ${await response.text()}`);
}

/** Collects errors of scripts, refusals of the content security policy and files that did not load. */
function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser also reports pages that answer with a refusal (422, 410 …); those are what tests look for.
    const { url } = message.location();
    if (message.text().startsWith('Failed to load resource: the server responded') && !url.includes('/static/')) return;
    complaints.push(`${message.text()} (${url})`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return complaints;
}

/** Skips, by name and reason, what only a sandbox of our own can show. */
export function needsSandbox(portal: Portal): asserts portal is Portal & { sandbox: NonNullable<Portal['sandbox']> } {
  base.skip(portal.sandbox === null, NEEDS_SANDBOX);
}

export { expect };
