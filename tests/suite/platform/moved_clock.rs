//! A sandbox whose clock was moved, and libraries whose clock was not.

use std::{sync::Arc, time::Duration};

use patient_connect::{actions::time::purge::purge, ports::MovableClock};

use super::client::{Client, Dialect, NOBODY, client, dialects};
use crate::support::{Database, TestPortal, spawn};

const LIST: &str = "GetAuthorizedConnectRequests";

/// A library with its machine's own clock, which the portal's has nothing to do with.
async fn library(portal: &TestPortal, dialect: Dialect) -> Client {
    let mut library = client(portal, dialect).await;
    library.clock = Arc::new(MovableClock::default());
    library
}

#[actix_web::test]
async fn every_library_gets_in_though_the_sandboxs_clock_was_moved() {
    let portal = spawn(Database::Sqlite).await;
    portal.advance_days(40);
    for dialect in dialects() {
        let mut clinic = library(&portal, dialect).await;
        clinic.sign_in().await;
        let reply = clinic.call(LIST, "", NOBODY).await;
        assert_eq!(reply.code, 0, "{}: {reply:?}", dialect.name);
    }
}

#[actix_web::test]
async fn a_session_survives_the_jump_and_still_ends_after_four_hours() {
    let portal = spawn(Database::Sqlite).await;
    let mut clinics = Vec::new();
    for dialect in dialects() {
        let mut clinic = library(&portal, dialect).await;
        clinic.sign_in().await;
        clinics.push(clinic);
    }
    portal.advance_days(40);
    assert_eq!(purge(&portal.installation.context).await.unwrap().platform_sessions, 0);
    for clinic in &clinics {
        clinic.call(LIST, "", NOBODY).await.ok();
    }
    portal.clock.wait(Duration::from_secs(4 * 3600 + 1));
    for clinic in &clinics {
        clinic.call(LIST, "", NOBODY).await.is(65);
    }
}
