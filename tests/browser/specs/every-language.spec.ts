/** A new patient’s whole way in every language: without script, with the keyboard alone, on the narrowest screen. */
import type { Locator } from '@playwright/test';

import { pressed, tabTo } from '../portal/keyboard';
import { assertFits } from '../portal/looks';
import { mailedCode, mailsTo } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { NEEDS_SANDBOX } from '../portal/reporter';
import { sharedGallery } from '../portal/start';
import { expect, test } from '../portal/test';

const shown = sharedGallery();

if (!shown) {
  test('the whole way in every language', () => test.skip(true, NEEDS_SANDBOX));
} else {
  for (const language of shown.languages) {
    test.describe(`in ${language}`, () => {
      test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 }, locale: language });

      test('from the link to success, a password forgotten, and back', async ({ at, page, clinic }) => {
        const letter = await clinic.invite();
        const person = somebody();
        const type = async (field: Locator, text: string) => {
          await tabTo(page, field);
          await page.keyboard.type(text);
        };
        const press = async (control: Locator) => {
          await tabTo(page, control);
          await pressed(page, 'Enter');
        };
        const arrived = async (step: { name: string; assertLoaded(): Promise<void> }) => {
          await step.assertLoaded();
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          await assertFits(page, `${step.name} in ${language}`);
        };

        await page.goto(letter.link);
        await arrived(at.question);
        await type(at.question.answer, letter.answer);
        await pressed(page, 'Enter');
        await arrived(at.signIn);
        await press(at.signIn.createAccountLink);
        await arrived(at.createAccount);
        await type(at.createAccount.personName, person.name);
        await type(at.createAccount.email, person.email);
        await type(at.createAccount.password, person.password);
        await press(at.createAccount.continueButton);
        await arrived(at.verifyEmail);
        await type(at.verifyEmail.code, await mailedCode(page, person.email));
        await press(at.verifyEmail.continueButton);
        await arrived(at.record);
        await tabTo(page, at.record.newOption.locator('input'));
        await page.keyboard.press('Space');
        await type(at.record.newName, 'Emma');
        await press(at.record.continueButton);
        await arrived(at.authorize);
        await press(at.authorize.allowButton);
        await arrived(at.success);
        expect(await clinic.authorizations(letter)).toHaveLength(1);

        await press(at.success.signOutButton);
        await page.goto('/sign-in');
        await arrived(at.signIn);
        await press(at.signIn.recoverLink);
        await arrived(at.recover);
        await type(at.recover.email, person.email);
        await press(at.recover.continueButton);
        await arrived(at.recoverCode);
        await type(at.recoverCode.code, await mailedCode(page, person.email));
        await press(at.recoverCode.continueButton);
        await arrived(at.recoverPassword);
        await type(at.recoverPassword.password, 'marble canyon twelve otters');
        await press(at.recoverPassword.continueButton);
        await arrived(at.signIn);
        await type(at.signIn.email, person.email);
        await type(at.signIn.password, 'marble canyon twelve otters');
        await press(at.signIn.continueButton);
        await arrived(at.connections);
        await expect(at.connections.connections).toHaveCount(1);
        const languages = (await mailsTo(page, person.email)).map((mail) => mail.language);
        expect(new Set(languages), 'every mail to her is in her language').toEqual(new Set([language]));
      });
    });
  }
}
