/** Remembers what the server answered to each page that the browser showed. */
import type { BrowserContext, Page, Response } from '@playwright/test';

export interface Visit {
  url: string;
  status: number;
  headers: Record<string, string>;
  /** The HTML as it was sent, before any script touched it. */
  html: Promise<string>;
}

const last = new WeakMap<Page, Visit>();

export function watch(context: BrowserContext): void {
  const note = (page: Page) => {
    page.on('response', (response: Response) => {
      if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return;
      if (response.status() >= 300 && response.status() < 400) return;
      const html = response.text().catch(() => '');
      last.set(page, { url: response.url(), status: response.status(), headers: response.headers(), html });
    });
  };
  context.pages().forEach(note);
  context.on('page', note);
}

export function lastVisit(page: Page): Visit | undefined {
  return last.get(page);
}
