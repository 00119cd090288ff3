/** The patient's way, as far as a test needs it. Every page on the way is checked. */
import type { Pages } from '../pages';
import type { Letter } from './api';
import { createAccount } from './mailbox';
import { type Person, somebody } from './person';

export async function toQuestion(at: Pages, letter: Letter): Promise<void> {
  await at.page.goto(letter.link);
  await at.question.assertLoaded();
}

export async function toSignIn(at: Pages, letter: Letter): Promise<void> {
  await toQuestion(at, letter);
  await at.question.give(letter.answer);
  await at.signIn.assertLoaded();
}

/** With a new account. */
export async function toRecord(at: Pages, letter: Letter, person: Person = somebody()): Promise<Person> {
  await toSignIn(at, letter);
  await at.signIn.createAccount();
  await at.createAccount.assertLoaded();
  await createAccount(at, person);
  await at.record.assertLoaded();
  return person;
}

/** With a new account and a new record. */
export async function toAuthorize(at: Pages, letter: Letter, recordName = 'Emma'): Promise<Person> {
  const person = await toRecord(at, letter);
  await at.record.chooseNew(recordName);
  await at.authorize.assertLoaded();
  return person;
}

/** With a new account and a new record. */
export async function toSuccess(at: Pages, letter: Letter, recordName = 'Emma'): Promise<Person> {
  const person = await toAuthorize(at, letter, recordName);
  await at.authorize.allow();
  await at.success.assertLoaded();
  return person;
}

/** Someone who is signed in already answers another letter's question. */
export async function toRecordSignedIn(at: Pages, letter: Letter): Promise<void> {
  await toQuestion(at, letter);
  await at.question.give(letter.answer);
  await at.record.assertLoaded();
}
