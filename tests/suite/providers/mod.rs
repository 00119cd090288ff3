//! Signing in with a provider, tried against one that does what it is told. The real one, `oidc-provider`, is tried in
//! the browser suite.

mod account_pages;
mod accounts;
mod availability;
mod hostile;
mod operator;
mod recovery;
mod refusals;
mod rotation;
mod sign_out;

use crate::support::{Browser, TestPortal, databases, spawn_with_providers};

use self::hostile::{Hostile, Who};

/// A portal with one provider, on each database.
async fn portals() -> Vec<(TestPortal, Hostile)> {
    let mut all = Vec::new();
    for database in databases() {
        let provider = Hostile::start();
        let portal = spawn_with_providers(database, vec![provider.about("state-id")]).await;
        all.push((portal, provider));
    }
    all
}

/// One of them, where the database does not matter.
async fn portal() -> (TestPortal, Hostile) {
    let provider = Hostile::start();
    let about = vec![provider.about("state-id")];
    (spawn_with_providers(crate::support::Database::Sqlite, about).await, provider)
}

fn browser(portal: &TestPortal) -> Browser {
    let mut browser = portal.browser();
    browser.may_leave = true;
    browser
}

/// From the sign-in page in front to the provider's.
async fn leave(patient: &mut Browser) {
    patient.elsewhere.clear();
    patient.submit("/sign-in/with/state-id", &[]).await;
    assert!(!patient.elsewhere.is_empty(), "{} {}", patient.status, patient.html);
}

/// The whole way there and back, from the sign-in page in front.
async fn sign_in(patient: &mut Browser, provider: &Hostile, who: &Who) {
    leave(patient).await;
    let back = provider.vouch(patient, who);
    patient.open(&back).await;
}
