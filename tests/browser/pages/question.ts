import { PortalPage } from './portal-page';

/** Step 2: the secret question. */
export class QuestionPage extends PortalPage {
  readonly name = 'question';

  get question() {
    return this.page.getByTestId('secret-question');
  }
  get appName() {
    return this.main.getByTestId('app-name');
  }
  get attemptsLeft() {
    return this.page.getByTestId('attempts-left');
  }
  get answer() {
    return this.page.locator('#answer');
  }
  get continueButton() {
    return this.page.getByTestId('continue');
  }

  async give(answer: string): Promise<void> {
    await this.answer.fill(answer);
    await this.press(this.continueButton);
  }
}
