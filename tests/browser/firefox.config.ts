import { defineConfig } from '@playwright/test';

/** The suite in Firefox. Playwright runs these tests, but Firefox as Debian has it is driven by puppeteer, over WebDriver BiDi. */
export default defineConfig({
  testDir: 'firefox',
  outputDir: 'test-results/firefox',
  globalSetup: './portal/start.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 300_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./portal/reporter.ts']],
});
