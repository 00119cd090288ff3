//! A person's own account: what she sees and changes, what she is told, and how she leaves.

mod delete;
mod email;
mod export;
mod guarded;
mod notices;
mod pages;
mod records;
mod rotation;
mod sessions;

use std::time::{Duration, Instant};

use patient_connect::{
    actions::journey::create_account::create_account,
    domain::{email::Email, password::Password},
    ports::{SystemRandom, new_pseudonym},
};
use regex::Regex;

use crate::support::{Browser, TestMailbox, TestPortal};

const NAME: &str = "Zenobia Quillfeather";
const PASSWORD: &str = "violet harbour tuesday lantern";
pub const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";
pub const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like \
                          Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

/// Somebody who is signed in.
pub struct Somebody {
    pub browser: Browser,
    pub email: String,
}

/// Somebody with an account who has just signed in.
pub async fn somebody(portal: &TestPortal) -> Somebody {
    let email = format!("zenobia-{}@example.com", new_pseudonym(&SystemRandom).simple());
    let context = &portal.installation.context;
    let password = Password::new(PASSWORD).unwrap();
    create_account(context, NAME, &Email::parse(&email).unwrap(), &password).await.unwrap().unwrap();
    let browser = signed_in(portal, &email, FIREFOX).await;
    Somebody { browser, email }
}

/// Another browser of hers, signed in.
pub async fn signed_in(portal: &TestPortal, email: &str, agent: &str) -> Browser {
    let mut browser = Browser::that_says(&portal.base, agent);
    sign_in(portal, &mut browser, email, PASSWORD).await;
    browser.is("account", 200);
    browser
}

/// Signs in; an address that is not confirmed yet is confirmed on the way, where that is asked for.
pub async fn sign_in(portal: &TestPortal, browser: &mut Browser, email: &str, password: &str) {
    browser.open("/sign-in?to=account").await;
    browser.submit("/sign-in?to=account", &[("email", email), ("password", password)]).await;
    if browser.html.contains("data-testid=\"page-verify-email\"") {
        let code = portal.mailbox.as_ref().unwrap().newest_code(email).await;
        browser.submit(&browser.path.clone(), &[("email_code", &code)]).await;
    }
}

/// Whether this browser is signed in.
pub async fn is_signed_in(browser: &mut Browser) -> bool {
    browser.open("/account").await;
    browser.html.contains("data-testid=\"page-account\"")
}

/// What stands on a page, without its tags.
pub fn text(html: &str) -> String {
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let space = Regex::new(r"\s+").unwrap();
    space.replace_all(&tag.replace_all(html, " "), " ").into_owned()
}

/// The lines of her history, newest first.
pub async fn history(browser: &mut Browser) -> Vec<String> {
    browser.open("/account/history").await;
    browser.is("account-history", 200);
    let row = Regex::new(r"(?s)</time></td><td>(.*?)</td>").unwrap();
    row.captures_iter(&browser.html).map(|found| text(&found[1]).trim().to_owned()).collect()
}

/// Waits until this is the newest line of her history: wrong passwords are written down beside the answer.
pub async fn newest_is(browser: &mut Browser, wanted: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let lines = history(browser).await;
        if lines[0] == wanted {
            return;
        }
        assert!(Instant::now() < deadline, "{lines:?} instead of {wanted}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Her subjects, the newest first.
pub async fn subjects(mailbox: &TestMailbox, to: &str) -> Vec<String> {
    mailbox.arrived(to).await.into_iter().map(|mail| mail.subject).collect()
}

/// Connects the sample app to a new record of this name.
pub async fn connect(portal: &TestPortal, browser: &mut Browser, record: &str) -> crate::support::Letter {
    let letter = portal.clinic().invite("violet harbour").await;
    connect_with(browser, &letter, record).await;
    letter
}

/// The same with a letter that is there.
pub async fn connect_with(browser: &mut Browser, letter: &crate::support::Letter, record: &str) {
    browser.open(&letter.link).await;
    browser.answer(&letter.answer).await;
    browser.is("record", 200);
    let path = browser.path.clone();
    browser.submit(&path, &[("record", "new"), ("new_record_name", record)]).await;
    browser.is("authorize", 200);
    let path = browser.path.clone();
    browser.submit(&path, &[("decision", "allow")]).await;
    browser.is("success", 200);
}

/// The path of the link in a mail that leads below this path.
pub fn link_of(links: &[String], path: &str) -> String {
    let found = links.iter().find(|link| link.contains(path));
    found.unwrap_or_else(|| panic!("a link to {path} in {links:?}")).clone()
}
