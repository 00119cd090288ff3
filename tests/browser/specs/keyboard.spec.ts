/** The whole way with the keyboard alone. */
import type { Locator } from '@playwright/test';

import { toQuestion, toRecord } from '../portal/journey';
import { pressed, tabTo } from '../portal/keyboard';
import { mailedCode } from '../portal/mailbox';
import { somebody } from '../portal/person';
import { expect, test } from '../portal/test';

test('from typing the code to disconnecting, without a mouse', async ({ at, page, clinic }) => {
  const letter = await clinic.invite();
  const person = somebody();
  await at.code.open();
  await tabTo(page, at.code.code);
  await page.keyboard.type(letter.code);
  await tabTo(page, at.code.continueButton);
  await pressed(page, 'Enter');

  await at.question.assertLoaded();
  await tabTo(page, at.question.answer);
  await page.keyboard.type(letter.answer);
  await pressed(page, 'Enter');

  await at.signIn.assertLoaded();
  await tabTo(page, at.signIn.createAccountLink);
  await pressed(page, 'Enter');

  await at.createAccount.assertLoaded();
  await tabTo(page, at.createAccount.personName);
  await page.keyboard.type(person.name);
  await tabTo(page, at.createAccount.email);
  await page.keyboard.type(person.email);
  await tabTo(page, at.createAccount.password);
  await page.keyboard.type(person.password);
  await tabTo(page, at.createAccount.continueButton);
  await pressed(page, 'Space');

  await at.verifyEmail.assertLoaded();
  await tabTo(page, at.verifyEmail.code);
  await page.keyboard.type(await mailedCode(page, person.email));
  await tabTo(page, at.verifyEmail.continueButton);
  await pressed(page, 'Space');

  await at.record.assertLoaded();
  await tabTo(page, at.record.newOption.locator('input'));
  await page.keyboard.press('Space');
  await expect(at.record.newOption.locator('input')).toBeChecked();
  await tabTo(page, at.record.newName);
  await page.keyboard.type('Emma');
  await tabTo(page, at.record.continueButton);
  await pressed(page, 'Enter');

  await at.authorize.assertLoaded();
  if ((await at.authorize.optionalRules.count()) > 0) {
    await tabTo(page, at.authorize.optionalRules.first());
    await page.keyboard.press('Space');
    await expect(at.authorize.optionalRules.first()).toBeChecked();
  }
  await tabTo(page, at.authorize.allowButton);
  await pressed(page, 'Enter');

  await at.success.assertLoaded();
  await tabTo(page, page.locator('header a[href="/connections"]').first());
  await pressed(page, 'Enter').catch(() => {});
  await at.connections.assertLoaded();
  await tabTo(page, at.connections.disconnectLinks.first());
  await pressed(page, 'Enter');
  await at.disconnect.assertLoaded();
  await tabTo(page, at.disconnect.confirmButton);
  await pressed(page, 'Enter');
  await at.connections.assertLoaded();
  await tabTo(page, at.connections.signOutButton);
  await pressed(page, 'Enter');
  expect(await clinic.authorizations(letter)).toEqual([]);
});

test('the first stop skips to the main part', async ({ at, page, clinic }) => {
  await toRecord(at, await clinic.invite());
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('href', '#main');
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true);
});

test('after an error the summary has the focus, and its link leads to the field', async ({ at, page, clinic }) => {
  await toQuestion(at, await clinic.invite());
  await tabTo(page, at.question.continueButton);
  await pressed(page, 'Enter');
  await at.question.assertProblem('answer');
  await expect(at.question.errorSummary).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(at.question.errorSummary.locator('a')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at.question.answer).toBeFocused();
  await expect(at.question.answer).toHaveAttribute('aria-invalid', 'true');
  const described = (await at.question.answer.getAttribute('aria-describedby'))!.split(' ');
  for (const id of described) await expect(page.locator(`[id="${id}"]`), id).toHaveCount(1);
});

test('declining is as near as allowing', async ({ at, page, clinic }) => {
  await toRecord(at, await clinic.invite());
  await at.record.chooseNew('Emma');
  await at.authorize.assertLoaded();
  await tabTo(page, at.authorize.allowButton);
  await page.keyboard.press('Tab');
  await expect(at.authorize.declineButton).toBeFocused();
  const [allow, decline] = await Promise.all([at.authorize.allowButton.boundingBox(), at.authorize.declineButton.boundingBox()]);
  expect(Math.abs(allow!.height - decline!.height), 'the same height').toBeLessThanOrEqual(1);
  const look = (button: Locator) =>
    button.evaluate((element) => {
      const { fontSize, fontWeight, backgroundColor, color } = getComputedStyle(element);
      return { fontSize, fontWeight, backgroundColor, color };
    });
  expect(await look(at.authorize.allowButton)).toEqual(await look(at.authorize.declineButton));
});
