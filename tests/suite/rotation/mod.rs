//! Another pepper takes the place of the one that somebody may have seen: nobody is signed out, and no letter is worthless.
//!
//! Nodes stand beside each other as they do while they are restarted one after another: one that does not know the new pepper,
//! one that knows it, one that writes with it, and one that has dropped the old one.

mod apps;
mod dropped;
mod patients;

use patient_connect::{
    keys::{KeyFile, Keys},
    ports::{SystemRandom, bytes},
};

use crate::support::{Browser, Database, Letter, TestPortal, spawn, spawn_with_mail};

/// The nodes of an installation whose pepper is changed.
struct Nodes {
    /// As it was.
    before: TestPortal,
    /// It knows the new pepper.
    known: TestPortal,
    /// It writes with it.
    written: TestPortal,
    /// It has dropped the old one.
    dropped: TestPortal,
}

async fn nodes(database: Database) -> Nodes {
    beside(spawn(database).await).await
}

async fn nodes_that_mail(database: Database) -> Nodes {
    beside(spawn_with_mail(database).await.0).await
}

async fn beside(before: TestPortal) -> Nodes {
    let known = with_new(&before.key_file);
    let written = known.newest_first();
    let dropped = written.without_older();
    Nodes {
        known: before.with_key_file(&known).await,
        written: before.with_key_file(&written).await,
        dropped: before.with_key_file(&dropped).await,
        before,
    }
}

fn with_new(file: &KeyFile) -> KeyFile {
    file.with_new(&bytes(&SystemRandom), Keys::of(file).cookie_signature())
}

impl TestPortal {
    /// The same browser with the same page in front, before this node.
    fn before_it(&self, browser: &Browser) -> Browser {
        browser.at(&self.base)
    }
}

/// Where a letter's link leads, before whichever node.
fn way_to(letter: &Letter) -> String {
    format!("/connect?packageid={}", letter.code)
}

/// Sends the sign-in form.
async fn sign_in(browser: &mut Browser, email: &str, password: &str) {
    browser.open("/sign-in").await;
    browser.submit("/sign-in", &[("email", email), ("password", password)]).await;
}
