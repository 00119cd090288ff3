/** Says at the end how many pages were looked at and, loudly, which tests did not run. With a sandbox of our own that is a failure: nothing may be skipped. */
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export const NEEDS_SANDBOX = 'needs the sandbox';
/** The type of an annotation that says at how many pages a test looked. */
export const LOOKED_AT = 'looked at';

export default class NotRun implements Reporter {
  private readonly notRun: string[] = [];
  private passed = 0;
  private failed = 0;
  private lookedAt = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations) if (type === LOOKED_AT) this.lookedAt += Number(description);
    if (result.status === 'passed') this.passed += 1;
    else if (result.status === 'skipped') {
      const why = result.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'no reason given';
      this.notRun.push(`${test.titlePath().slice(2).join(' › ')} (${why})`);
    } else this.failed += 1;
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    if (this.notRun.length > 0) {
      console.log(`\nNOT RUN: ${this.notRun.length} tests`);
      for (const test of this.notRun) console.log(`  - ${test}`);
    }
    console.log(`\nLooked at ${this.lookedAt} pages and mails: one for each state, language, brand and theme`);
    console.log(`\nBrowser tests: ${this.passed} passed, ${this.failed} failed, ${this.notRun.length} not run`);
    const incomplete = this.notRun.length > 0 && !process.env.BASE_URL;
    return { status: incomplete && result.status === 'passed' ? 'failed' : result.status };
  }

  printsToStdio(): boolean {
    return false;
  }
}
