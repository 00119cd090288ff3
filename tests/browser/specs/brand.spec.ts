/** An app's look on its pages, from the question on, and nowhere else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Pages, pagesOf } from '../pages';
import { Clinic } from '../portal/api';
import { toAuthorize, toQuestion, toSuccess } from '../portal/journey';
import { command } from '../portal/sandbox';
import { expect, needsSandbox, test, type Portal } from '../portal/test';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#c0c"/></svg>';

/** Registers an app of its own with the portal, as a clinic does: with a file. */
async function clinicWith(portal: Portal, brand: string): Promise<Clinic> {
  needsSandbox(portal);
  const folder = await mkdtemp(join(tmpdir(), 'patient-connect-brand-'));
  try {
    const id = crypto.randomUUID();
    await writeFile(join(folder, 'logo.svg'), LOGO);
    await writeFile(
      join(folder, 'app.toml'),
      `id = "${id}"
name = "Tailspin Heart <&> Care"
organization = "Tailspin Clinic"
kind = "web"
methods = ["ConnectPackage"]
contact = "Call +1 555 0142"

[success_message]
en = "**Welcome** to Tailspin. <script>alert(1)</script>"
es = "**Bienvenida** a Tailspin."

[[rule]]
name = "heart"
why = "So that we see your blood pressure."
data_types = ["Observation"]
access = ["read"]
optional = true

${brand}
`,
    );
    await command(portal.sandbox.data, 'app', 'apply', join(folder, 'app.toml'));
    const key = (await command(portal.sandbox.data, 'app', 'key', 'new', id)).trim().split(/\s+/).pop()!;
    return new Clinic(portal.baseURL, key);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** WCAG's contrast of an element's text with what it stands on. */
function contrast(at: Pages, selector: string): Promise<number> {
  return at.page.locator(selector).first().evaluate((element) => {
    const channels = (colour: string) => colour.match(/[\d.]+/g)!.slice(0, 3).map(Number);
    const luminance = (colour: string) => {
      const [r, g, b] = channels(colour).map((value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    let ground: Element | null = element;
    const clear = (on: Element) => /rgba\(.*, 0\)|transparent/.test(getComputedStyle(on).backgroundColor);
    while (ground && clear(ground)) ground = ground.parentElement;
    const [one, two] = [luminance(getComputedStyle(element).color), luminance(ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)')];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  });
}

test('name, organization and contact stand on the app’s pages, and not on the code page', async ({ at, portal }) => {
  const clinic = await clinicWith(portal, '');
  await at.code.open();
  await expect(at.code.page.locator('body')).not.toContainText('Tailspin');
  await toQuestion(at, await clinic.invite());
  await expect(at.question.appName).toHaveText('Tailspin Heart <&> Care');
  await expect(at.question.page.locator('header')).toContainText('Tailspin Clinic');
  await expect(at.question.page.locator('footer')).toContainText('Call +1 555 0142');
  await expect(at.question.page).toHaveTitle(/Tailspin Heart <&> Care$/);
});

test('the success message is the app’s, in the patient’s language, and can carry no script', async ({ at, portal }) => {
  const clinic = await clinicWith(portal, '');
  await toSuccess(at, await clinic.invite());
  await expect(at.success.message).toContainText('Welcome to Tailspin.');
  await expect(at.success.message.locator('strong')).toHaveText('Welcome');
  await expect(at.success.main.locator('script')).toHaveCount(0);
  await at.success.switchLanguage('es');
  await at.success.assertLoaded();
  await expect(at.success.message).toContainText('Bienvenida a Tailspin.');
});

test('the logo shows on the app’s pages', async ({ at, portal }) => {
  const clinic = await clinicWith(portal, '[brand]\nlogo = "logo.svg"\n');
  await toQuestion(at, await clinic.invite());
  const logo = at.question.page.locator('header img');
  await expect(logo).toBeVisible();
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const accent of ['#ffee00', '#000000', '#ffffff', '#7a7a7a', '#00ff88', '#005eb8']) {
      test(`the accent ${accent} is made readable`, async ({ at, portal }) => {
        const clinic = await clinicWith(portal, `[brand]\naccent = "${accent}"\n`);
        await at.code.open();
        const plain = await contrast(at, '.button');
        expect(plain).toBeGreaterThanOrEqual(4.5);
        await toAuthorize(at, await clinic.invite());
        expect(await contrast(at, '.button')).toBeGreaterThanOrEqual(4.5);
        expect(await contrast(at, 'main a')).toBeGreaterThanOrEqual(4.5);
        await expect(at.authorize.page.locator('link[rel="stylesheet"]'), 'the brand is a stylesheet of its own').toHaveCount(2);
      });
    }
  });
}

test('two apps’ looks never mix in two tabs', async ({ context, at, portal, clinic }) => {
  const tailspin = await clinicWith(portal, '');
  const other = pagesOf(await context.newPage());
  await toQuestion(at, await tailspin.invite());
  await toQuestion(other, await clinic.invite());
  await at.page.reload();
  await expect(at.question.page.locator('header')).toContainText('Tailspin Clinic');
  await expect(other.question.page.locator('body')).not.toContainText('Tailspin');
});
