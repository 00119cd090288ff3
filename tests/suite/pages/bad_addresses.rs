//! Addresses that are none of ours, or no longer, are said to be so.

use crate::support::{Database, spawn};

#[actix_web::test]
async fn an_address_that_is_none_is_not_found_and_no_form_is_blamed() {
    let portal = spawn(Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.connect(&letter, "Emma").await;
    for address in [
        "/connect/question?journey=abc",
        "/connect/record?journey=",
        "/sign-in?journey=1e3",
        "/create-account?journey=99999999999999999999",
        "/connections/abc/disconnect",
        "/connections/11111111-1111-1111-1111-111111111111/disconnect",
    ] {
        patient.open(address).await;
        patient.is("not-found", 404);
    }
}

#[actix_web::test]
async fn a_notice_about_nothing_is_not_given() {
    let portal = spawn(Database::Sqlite).await;
    let letter = portal.clinic().invite("violet harbour").await;
    let mut patient = portal.browser();
    patient.connect(&letter, "Emma").await;
    for address in ["/connections?disconnected=zzz", "/connections?disconnected="] {
        patient.open(address).await;
        patient.is("connections", 200);
        assert!(!patient.html.contains("data-testid=\"notice\""), "{address}");
    }
}
