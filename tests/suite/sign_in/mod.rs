//! Signing in: nobody is locked out by strangers, and how long one stays signed in is hers to say.

mod locked_out;
mod passwords;
mod staying;

use crate::support::{Browser, TestPortal};

/// A new account, made in this browser, which is signed out again.
async fn owner(browser: &mut Browser) -> (String, &'static str) {
    browser.open("/create-account").await;
    let (email, password) = browser.create_account().await;
    browser.is("connections", 200);
    browser.submit("/sign-out", &[]).await;
    browser.is("sign-in", 200);
    (email, password)
}

/// Sends the sign-in form, which stands in front or is opened.
async fn sign_in(browser: &mut Browser, email: &str, password: &str, ticked: &[&str]) {
    if !browser.html.contains("page-sign-in") {
        browser.open("/sign-in").await;
    }
    let mut fields = vec![("email", email), ("password", password)];
    fields.extend(ticked.iter().map(|name| (*name, "yes")));
    browser.submit(&browser.path.clone(), &fields).await;
}

/// Strangers, each in a network of its own.
fn strangers(portal: &TestPortal, number: u8) -> Vec<Browser> {
    (0..number).map(|n| portal.browser_at(&format!("198.51.100.{n}"))).collect()
}
