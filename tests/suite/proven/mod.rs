//! "An account belongs to who reads its address": codes from mails, for new accounts and for forgotten passwords.

mod alike;
mod before;
mod codes;
mod guesses;
mod hundred;
mod new_patients;
mod recovery;
mod signed_out;
mod without_mail;

use patient_connect::ports::{SystemRandom, new_pseudonym};

use crate::support::{Browser, TestMailbox};

/// Everybody's password, until she forgets it.
const PASSWORD: &str = "violet harbour tuesday lantern";
/// The one that she chooses then.
const NEW_PASSWORD: &str = "copper meadow thursday whistle";

/// An address that nobody has used.
fn new_address() -> String {
    format!("{}@example.com", new_pseudonym(&SystemRandom).simple())
}

/// From a sign-in page, or from nowhere, to the page that asks for the code.
async fn sign_up(browser: &mut Browser, email: &str, password: &str) {
    let at = if browser.path.starts_with("/sign-in") { browser.path.clone() } else { "/sign-in".to_owned() };
    browser.open(&at.replace("/sign-in", "/create-account")).await;
    let fields = [("name", "Pat Example"), ("email", email), ("password", password)];
    browser.submit(&browser.path.clone(), &fields).await;
    browser.is("verify-email", 200);
}

/// Types a code on the page that asks for one to prove an address.
async fn enter(browser: &mut Browser, code: &str) {
    browser.submit(&browser.path.clone(), &[("email_code", code)]).await;
}

async fn sign_in(browser: &mut Browser, email: &str, password: &str) {
    browser.submit(&browser.path.clone(), &[("email", email), ("password", password)]).await;
}

/// An account that is there already, made in a browser of its own.
async fn account(mut browser: Browser, mailbox: &TestMailbox) -> String {
    let email = new_address();
    sign_up(&mut browser, &email, PASSWORD).await;
    enter(&mut browser, &mailbox.newest_code(&email).await).await;
    browser.is("connections", 200);
    email
}

/// From a sign-in page to the page that asks for the code for a new password.
async fn forget(browser: &mut Browser, email: &str) {
    let page = browser.path.replace("/sign-in", "/recover");
    browser.open(&page).await;
    browser.is("recover", 200);
    browser.submit(&page, &[("email", email)]).await;
    browser.is("recover-code", 200);
}

/// Types a code for a new password.
async fn enter_recovery(browser: &mut Browser, code: &str) {
    browser.submit(&browser.path.clone(), &[("recovery_code", code)]).await;
}
