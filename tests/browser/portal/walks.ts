/**
 * Patients' own ways through the portal, as far as a browser can go them: what must be shown at each turn, and with
 * which status. Which pages and states there are to look at, the sandbox's gallery says (gallery.ts), not this.
 *
 * Not reached from outside: the pages for overload and for our own faults.
 */
import type { Pages, PortalPage } from '../pages';
import type { Portal } from './test';
import { toAuthorize, toQuestion, toRecord, toRecordSignedIn, toSignIn, toSuccess } from './journey';
import { createAccount, mailedCode } from './mailbox';
import { somebody } from './person';

/** Looks at the page that a walk has come to; the state's name is for the reader. */
export type See = (state: string, page: PortalPage, options?: { status?: number }) => Promise<void>;
type Walk = (at: Pages, portal: Portal, see: See) => Promise<void>;

/** Another code of as many digits. */
const otherThan = (code: string): string => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));

const WRONG = 422;
const STALE = 403;

/** On the portal that all tests share. */
export const WALKS: Record<string, Walk> = {
  async 'every code that cannot be is answered with what to do'(at, { clinic }, see) {
    const { code } = await clinic.invite();
    await at.code.open();
    await see('code', at.code);
    const wrong: [string, string][] = [
      ['empty', ''],
      ['length', 'JKYZ-QNMN'],
      ['letter', `${code.slice(0, 15)}8${code.slice(16)}`],
      ['group', `${code.slice(0, 8)}${code.slice(9)}`],
      ['slip', `${code.slice(0, 6)}${code[6] === 'K' ? 'M' : 'K'}${code.slice(7)}`],
      ['unknown', 'JKYZ-QNMN-VHRX-ZGNR-GZNH'],
      ['too-long', 'JKYZ-'.repeat(600)],
    ];
    for (const [state, typed] of wrong) {
      await at.code.enter(typed);
      await see(`code-${state}`, at.code, { status: WRONG });
    }
    await at.page.goto(`/connect?packageid=${code.slice(0, 12)}`);
    await see('code-link', at.code, { status: WRONG });
    await at.code.code.fill(code);
    await at.code.spoilToken();
    await at.code.press(at.code.continueButton);
    await see('code-stale', at.code, { status: STALE });
  },

  async 'the pages beside the way are there'(at, _, see) {
    await at.help.open();
    await see('help', at.help);
    await at.page.goto('/no-such-page');
    await see('not-found', at.notFound);
    await at.page.goto('/redirect.aspx?target=APPAUTH');
    await see('not-found-target', at.notFound);
    await at.page.goto('/sign-in');
    await see('sign-in', at.signIn);
    await at.signIn.createAccount();
    await see('create-account', at.createAccount);
    await createAccount(at, somebody());
    await at.connections.assertLoaded();
    await see('connections-none', at.connections);
    await at.connections.signOut();
    await see('signed-out', at.signIn.page.url().includes('/sign-in') ? at.signIn : at.code);
  },

  async 'three wrong answers lead past two warnings to the locked page'(at, { clinic }, see) {
    const letter = await clinic.invite();
    await toQuestion(at, letter);
    await see('question', at.question);
    await at.question.give('');
    await see('question-empty', at.question, { status: WRONG });
    await at.question.give('x'.repeat(5000));
    await see('question-too-long', at.question, { status: WRONG });
    await at.question.give('pumpkin soup');
    await see('question-wrong', at.question, { status: WRONG });
    await toQuestion(at, letter);
    await see('question-two-left', at.question);
    await at.question.spoilToken();
    await at.question.give('tomato soup');
    await see('question-stale', at.question, { status: STALE });
    await at.question.give('tomato soup');
    await see('question-last-chance', at.question, { status: WRONG });
    await at.question.give('onion soup');
    await see('locked', at.locked);

    const long = await clinic.invite({
      question: `Which ${'very long and patiently explained '.repeat(5)}word did we agree on?`,
      friendlyName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    });
    await toQuestion(at, long);
    await see('question-long', at.question);
    await at.question.give(long.answer);
    await see('sign-in-long', at.signIn);
  },

  async 'a letter that was withdrawn says so'(at, { clinic }, see) {
    const letter = await clinic.invite();
    await toQuestion(at, letter);
    await clinic.withdraw(letter);
    await at.question.give(letter.answer);
    await see('withdrawn', at.withdrawn);
  },

  async 'whatever is wrong at sign-in and with a new account is said at its field'(at, { clinic }, see) {
    const letter = await clinic.invite();
    await toSignIn(at, letter);
    await see('sign-in-journey', at.signIn);
    await at.signIn.signIn({ email: '', password: '' });
    await see('sign-in-empty', at.signIn, { status: WRONG });
    await at.signIn.signIn({ email: 'not an address', password: 'something long' });
    await see('sign-in-invalid', at.signIn, { status: WRONG });
    await at.signIn.signIn({ email: 'nobody@patients.example', password: 'not the password' });
    await see('sign-in-wrong', at.signIn, { status: WRONG });
    await at.signIn.spoilToken();
    await at.signIn.signIn({ email: 'nobody@patients.example', password: 'not the password' });
    await see('sign-in-stale', at.signIn, { status: STALE });
    await at.signIn.createAccount();
    await see('create-account-journey', at.createAccount);
    await at.createAccount.create({ name: '', email: '', password: '' });
    await see('create-account-empty', at.createAccount, { status: WRONG });
    await at.createAccount.create({ name: 'x'.repeat(500), email: 'not an address', password: 'short' });
    await see('create-account-invalid', at.createAccount, { status: WRONG });
    const person = somebody();
    await at.createAccount.create({ ...person, password: 'passwordpassword' });
    await see('create-account-weak', at.createAccount, { status: WRONG });
    await at.createAccount.spoilToken();
    await at.createAccount.create(person);
    await see('create-account-stale', at.createAccount, { status: STALE });
    await at.createAccount.create(person);
    await see('verify-email', at.verifyEmail);
    await at.verifyEmail.enter('');
    await see('verify-email-empty', at.verifyEmail, { status: WRONG });
    await at.verifyEmail.enter('12 34');
    await see('verify-email-length', at.verifyEmail, { status: WRONG });
    await at.verifyEmail.press(at.verifyEmail.resendButton);
    await see('verify-email-sent-again', at.verifyEmail);
    const code = await mailedCode(at.page, person.email);
    await at.verifyEmail.enter(otherThan(code));
    await see('verify-email-wrong', at.verifyEmail, { status: WRONG });
    await at.verifyEmail.enter(code);
    await see('record-first', at.record);
    await at.record.signOut();
    await toSignIn(at, await clinic.invite());
    await at.signIn.createAccount();
    await at.createAccount.create({ ...person, password: somebody().password });
    await see('verify-email-with-an-account', at.verifyEmail);
  },

  async 'a forgotten password leads through the mailbox back to where one was'(at, { clinic }, see) {
    const letter = await clinic.invite();
    const person = await toRecord(at, letter);
    await at.record.signOut();
    await toSignIn(at, letter);
    await at.signIn.forget();
    await see('recover', at.recover);
    await at.recover.ask('not an address');
    await see('recover-invalid', at.recover, { status: WRONG });
    await at.recover.ask(person.email);
    await see('recover-code', at.recoverCode);
    const code = await mailedCode(at.page, person.email);
    await at.recoverCode.enter(otherThan(code));
    await see('recover-code-wrong', at.recoverCode, { status: WRONG });
    await at.recoverCode.enter(code);
    await see('recover-password', at.recoverPassword);
    await at.recoverPassword.choose('passwordpassword');
    await see('recover-password-weak', at.recoverPassword, { status: WRONG });
    const { password } = somebody();
    await at.recoverPassword.choose(password);
    await see('sign-in-recovered', at.signIn);
    await at.signIn.signIn({ ...person, password });
    await see('record-again', at.record);
  },

  async 'from the record to the decision every step can be taken again'(at, { clinic }, see) {
    const letter = await clinic.invite({ friendlyName: 'Emma’s visits' });
    await toRecord(at, letter);
    await see('record', at.record);
    await at.record.press(at.record.continueButton);
    await see('record-none-chosen', at.record, { status: WRONG });
    await at.record.chooseNew('');
    await see('record-no-name', at.record, { status: WRONG });
    await at.record.chooseNew('x'.repeat(500));
    await see('record-long-name', at.record, { status: WRONG });
    await at.record.spoilToken();
    await at.record.chooseNew('Emma');
    await see('record-stale', at.record, { status: STALE });
    await at.record.chooseNew('Emma');
    await see('authorize-new-record', at.authorize);
    await at.authorize.spoilToken();
    await at.authorize.allow();
    await see('authorize-stale', at.authorize, { status: STALE });
    for (const box of await at.authorize.optionalRules.all()) await box.check({ force: true });
    await see('authorize-ticked', at.authorize, { status: STALE });
    await at.authorize.allow();
    await see('success', at.success);

    await toRecordSignedIn(at, letter);
    await see('record-connected', at.record);
    await at.record.choose('Emma');
    await see('authorize-again', at.authorize);
    await at.page.goBack();
    await at.record.chooseNew('Noah');
    await see('authorize-stays-connected', at.authorize);
    await at.authorize.decline();
    await see('declined', at.declined);
  },

  async 'what was connected can be looked at and disconnected'(at, { clinic }, see) {
    const letter = await clinic.invite();
    await toSuccess(at, letter, 'Emma');
    await toRecordSignedIn(at, letter);
    await at.record.chooseNew('Noah');
    await at.authorize.allow();
    await at.connections.open();
    await see('connections', at.connections);
    for (const details of await at.connections.main.locator('summary').all()) await details.click();
    await see('connections-opened', at.connections);
    await at.connections.disconnect('Emma');
    await see('disconnect', at.disconnect);
    await at.disconnect.spoilToken();
    await at.disconnect.confirm();
    await see('disconnect-stale', at.disconnect, { status: STALE });
    await at.disconnect.spoilToken(at.page.locator('header'));
    await at.disconnect.signOut();
    await see('stale-form', at.staleForm);
    await at.connections.open();
    await at.connections.disconnect('Emma');
    await at.disconnect.confirm();
    await see('connections-disconnected', at.connections);
    await toRecordSignedIn(at, letter);
    await see('record-used-before', at.record);
    await toQuestionAgain(at, letter.code);
    for (const answer of ['pumpkin soup', 'tomato soup', 'onion soup']) await at.question.give(answer);
    await see('locked-still-connected', at.locked);
  },

  async 'a form that names no decision decides nothing'(at, { clinic }, see) {
    await toAuthorize(at, await clinic.invite());
    // As a browser does that sends a form without naming the button.
    await at.page.evaluate(() => document.querySelector<HTMLFormElement>('main form')!.submit());
    await at.authorize.errorSummary.waitFor();
    await see('authorize-undecided', at.authorize, { status: WRONG });
  },
};

/** Only on a sandbox of one's own, because its clock is moved. */
export const LATER_WALKS: Record<string, Walk> = {
  async 'a code that expired says so'(at, portal, see) {
    const letter = await portal.clinic.invite();
    await portal.sandbox!.advance({ days: 29 });
    await at.page.goto(letter.link);
    await see('expired', at.expired);
  },

  async 'who was away for half an hour signs in again'(at, portal, see) {
    const letter = await portal.clinic.invite();
    await toRecord(at, letter);
    await portal.sandbox!.advance({ minutes: 31 });
    await at.page.reload();
    await see('sign-in-again', at.signIn);
  },
};

/** After an authorization the same code begins a journey of its own. */
async function toQuestionAgain(at: Pages, code: string): Promise<void> {
  const fresh = at.question;
  await at.page.context().clearCookies();
  await at.code.open();
  await at.code.enter(code);
  await fresh.assertLoaded();
}
