/** One object per page of the portal. */
import type { Page } from '@playwright/test';

import { AccountPage } from './account';
import { AccountProvidersPage } from './account-providers';
import { AuthorizePage } from './authorize';
import { CodePage } from './code';
import { ConnectionsPage } from './connections';
import { CreateAccountPage } from './create-account';
import { DeclinedPage } from './declined';
import { DisconnectPage } from './disconnect';
import { ExpiredPage } from './expired';
import { HelpPage } from './help';
import { LockedPage } from './locked';
import { NotFoundPage } from './not-found';
import { PortalPage } from './portal-page';
import { ProviderPage } from './provider';
import { QuestionPage } from './question';
import { RecordPage } from './record';
import { RecoverCodePage, RecoverPage, RecoverPasswordPage } from './recover';
import { SignInPage } from './sign-in';
import { StaleFormPage } from './stale-form';
import { SuccessPage } from './success';
import { TooManyRequestsPage } from './too-many-requests';
import { VerifyEmailPage } from './verify-email';
import { WithdrawnPage } from './withdrawn';

export function pagesOf(page: Page) {
  return {
    page,
    code: new CodePage(page),
    question: new QuestionPage(page),
    signIn: new SignInPage(page),
    provider: new ProviderPage(page),
    accountProviders: new AccountProvidersPage(page),
    createAccount: new CreateAccountPage(page),
    verifyEmail: new VerifyEmailPage(page),
    recover: new RecoverPage(page),
    recoverCode: new RecoverCodePage(page),
    recoverPassword: new RecoverPasswordPage(page),
    record: new RecordPage(page),
    authorize: new AuthorizePage(page),
    success: new SuccessPage(page),
    declined: new DeclinedPage(page),
    locked: new LockedPage(page),
    expired: new ExpiredPage(page),
    withdrawn: new WithdrawnPage(page),
    connections: new ConnectionsPage(page),
    disconnect: new DisconnectPage(page),
    notFound: new NotFoundPage(page),
    tooManyRequests: new TooManyRequestsPage(page),
    staleForm: new StaleFormPage(page),
    help: new HelpPage(page),
    /** One’s own account: its first page, or the one called so. */
    account: (part = '') => new AccountPage(page, part),
  };
}

export type Pages = ReturnType<typeof pagesOf>;
export { PortalPage };
