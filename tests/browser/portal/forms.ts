/** Forms without a browser: for what no hand can do, such as a hundred answers at once. */
import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';

import type { Pages } from '../pages';
import { lastVisit } from './visits';

/** The hidden fields of the form with this action (its path; a query may follow). */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => new RegExp(`<form[^>]*action="${action}["?]`).test(text));
  if (!form) throw new Error(`There is no form with the action ${action} in ${html.slice(0, 400)}…`);
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    fields[attribute(input, 'name')] = attribute(input, 'value');
  }
  return fields;
}

/** Where the form with this action goes, with its query. */
export function actionOf(html: string, path: string): string {
  const found = new RegExp(`<form[^>]*action="(${path}(?:\\?[^"]*)?)"`).exec(html);
  if (!found) throw new Error(`There is no form with the action ${path}`);
  return unescaped(found[1]!);
}

export function post(request: APIRequestContext, path: string, form: Record<string, string>): Promise<APIResponse> {
  return request.post(path, { form, maxRedirects: 0, failOnStatusCode: false });
}

/**
 * Sends a form with the cookies of a browser, and gives the answer's status: for many at once. Playwright looks the host
 * up anew for each connection, which takes seconds for a hundred where `localhost` has no address of version 6.
 */
export async function send(request: APIRequestContext, url: string, form: Record<string, string>): Promise<number> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return sendWith(cookie, url, new URLSearchParams(form));
}

/** The same with whatever cookies: an attacker's, or none. */
export async function sendWith(cookie: string, url: string, form: URLSearchParams): Promise<number> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie };
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers, body: form });
  await answer.arrayBuffer();
  return answer.status;
}

/** Follows a letter's link as far as the question, and gives back what is needed to answer. */
export async function questionForm(request: APIRequestContext, link: string): Promise<{ action: string; fields: Record<string, string> }> {
  const shown = await request.get(link);
  expect(shown.status()).toBe(200);
  const html = await shown.text();
  return { action: actionOf(html, '/connect/question'), fields: hiddenFields(html, '/connect/question') };
}

/**
 * Sends codes that nobody has until the portal's limit is met, and ends on the page that says so. Returns how many
 * seconds `Retry-After` named. A limit fills up again while a slow machine looks, so the browser may need another try.
 */
export async function floodOfCodes(at: Pages): Promise<number> {
  const identity_code = 'JKYZ-QNMN-VHRX-ZGNR-GZNH';
  await at.code.open();
  const form = { ...hiddenFields(await at.page.content(), '/connect'), identity_code };
  const url = new URL('/connect', at.page.url()).href;
  for (let burst = 0; burst < 20; burst += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(at.page.request, url, form)));
    for (const status of answers) expect([422, 429]).toContain(status);
    if (!answers.includes(429)) continue;
    await at.code.open();
    await at.code.enter(identity_code);
    const visit = lastVisit(at.page)!;
    if (visit.status === 429) return Number(visit.headers['retry-after']);
  }
  throw new Error('Four hundred codes in a row are not stopped');
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
