/** The sandbox's mailbox: what the portal has mailed. */
import { expect, type Page } from '@playwright/test';

import type { Pages } from '../pages';
import type { Person } from './person';

interface Mail {
  to: string;
  subject: string;
  language: string;
  text: string;
  html: string;
  links: string[];
  codes: string[];
  at: string;
  message_id: string;
}

/** Everything that has arrived for an address, the newest first. */
export async function mailsTo(page: Page, email: string): Promise<Mail[]> {
  const answer = await page.request.get(`/_demo/mail.json?to=${encodeURIComponent(email)}`);
  expect(answer.status(), 'the mailbox is the sandbox’s: against another portal nobody can read the code').toBe(200);
  return ((await answer.json()) as { items: Mail[] }).items;
}

/** The code in the newest mail to an address. */
export async function mailedCode(page: Page, email: string): Promise<string> {
  const code = (await mailsTo(page, email))[0]?.codes[0];
  if (!code) throw new Error(`No code has arrived for ${email}`);
  return code;
}

/** From the page that asks for the code to the page after it. */
export async function confirmAddress(at: Pages, { email }: Pick<Person, 'email'>): Promise<void> {
  await at.verifyEmail.assertLoaded();
  await at.verifyEmail.enter(await mailedCode(at.page, email));
}

/** From the page that asks for the details to the page after the code; without a mail server there is none to type. */
export async function createAccount(at: Pages, person: Person): Promise<void> {
  const mailbox = await at.page.request.get('/_demo/mail.json');
  await at.createAccount.create(person);
  if (mailbox.status() !== 404) await confirmAddress(at, person);
}
