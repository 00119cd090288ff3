//! "The code is kept sealed only for requests that the portal mails, and forgotten once picked up, locked for good,
//! expired or deleted": what is looked at here are the tables themselves.

use patient_connect::{
    actions::time::{purge::purge, record_closed::record_closed},
    store::Db,
};

use super::{PAT, by_mail, invitation, invited, pass, post::start, rearm};
use crate::support::{Database, Letter, TestPortal, databases};

const KEPT: &str = "SELECT kept FROM invitations WHERE kept IS NOT NULL";
const SEALED: &str =
    "SELECT sealed FROM mails WHERE length(sealed) > 0 AND kind IN ('invitation', 'reminder')";

/// All that is sealed in the database for the sake of mails with codes.
async fn sealed(portal: &TestPortal) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for text in [KEPT, SEALED] {
        let rows: Vec<(Vec<u8>,)> = match &portal.installation.context.db {
            Db::Sqlite { read, .. } => {
                sqlx::query_as(text).fetch_all(&mut *read.take().await.unwrap()).await.unwrap()
            }
            Db::Postgres { pool, .. } => sqlx::query_as(text).fetch_all(pool).await.unwrap(),
        };
        all.extend(rows.into_iter().map(|(bytes,)| bytes));
    }
    all
}

pub(super) async fn nothing_is_left(portal: &TestPortal) {
    assert_eq!(sealed(portal).await.len(), 0);
}

async fn lock(portal: &TestPortal, letter: &Letter, round: u32) {
    let mut patient = portal.browser();
    patient.open(&letter.link).await;
    for n in 0..3 {
        patient.answer(&format!("wrong {round} {n}")).await;
    }
    patient.is("locked", 410);
}

#[actix_web::test]
async fn the_database_alone_tells_neither_code_nor_address() {
    for database in databases() {
        let (portal, _post) = start(database).await;
        let letter = invited(&portal.clinic(), &by_mail("patient-1", true)).await;
        let all = sealed(&portal).await;
        assert_eq!(all.len(), 2, "the code that is kept, and the mail that waits");
        let letters = letter.code.replace('-', "");
        for bytes in all {
            let holds = |needle: &str| bytes.windows(needle.len()).any(|w| w == needle.as_bytes());
            assert!(!holds(&letters) && !holds(&letter.code) && !holds(PAT) && !holds("code"));
        }
    }
}

#[actix_web::test]
async fn nothing_is_kept_of_a_request_that_the_app_mails_itself() {
    let (portal, _post) = start(Database::Sqlite).await;
    portal.clinic().invite("violet harbour").await;
    nothing_is_left(&portal).await;
}

#[actix_web::test]
async fn nothing_is_kept_after_the_pickup_not_even_a_mail_that_waits() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.deliver().await;
        assert_eq!(sealed(&portal).await.len(), 1, "of a mail that was sent nothing is kept");
        portal.browser().connect(&letter, "Emma").await;
        // Handed over at the desk, and picked up before the mail went, by somebody who has an account: reading the code
        // of a new one would send what waits.
        let mut noah = portal.browser();
        noah.open("/sign-in").await;
        noah.create_account().await;
        let early = invited(&clinic, &by_mail("patient-2", true)).await;
        noah.open(&early.link).await;
        noah.answer(&early.answer).await;
        noah.choose_new("Noah").await;
        noah.allow().await;
        noah.is("success", 200);
        nothing_is_left(&portal).await;
        assert_eq!(post.arrived(PAT).await.len(), 1);
        assert_eq!(invitation(&clinic, &letter).await["state"], "sent");
        let told = invitation(&clinic, &early).await;
        assert_eq!((&told["state"], &told["failure"]), (&"failed".into(), &"picked_up".into()));
    }
}

#[actix_web::test]
async fn a_lock_keeps_the_code_until_no_rearm_is_left() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        let letter = invited(&clinic, &by_mail("patient-1", true)).await;
        post.deliver().await;
        for round in 0..3 {
            lock(&portal, &letter, round).await;
            assert_eq!(sealed(&portal).await.len(), 1, "round {round}");
            rearm(&clinic, &letter).await;
        }
        lock(&portal, &letter, 3).await;
        nothing_is_left(&portal).await;
    }
}

#[actix_web::test]
async fn nothing_is_kept_after_the_expiry_of_whatever_state() {
    for database in databases() {
        let (portal, post) = start(database).await;
        let clinic = portal.clinic();
        invited(&clinic, &by_mail("pending", false)).await;
        let locked = invited(&clinic, &by_mail("locked", true)).await;
        let frozen = invited(&clinic, &by_mail("frozen", true)).await;
        post.deliver().await;
        invited(&clinic, &by_mail("waiting", true)).await;
        lock(&portal, &locked, 0).await;
        super::reported::report(&portal, &frozen).await;
        assert_eq!(sealed(&portal).await.len(), 5);
        portal.advance_days(28);
        // As the job does it.
        record_closed(&portal.installation.context).await.unwrap();
        pass(&portal, 0).await;
        nothing_is_left(&portal).await;
        let waiting = clinic.get("/connect-requests/waiting").await["invitation"].clone();
        assert_eq!((&waiting["state"], &waiting["failure"]), (&"failed".into(), &"too_late".into()));
    }
}

#[actix_web::test]
async fn a_purge_alone_forgets_what_has_expired() {
    let (portal, post) = start(Database::Sqlite).await;
    invited(&portal.clinic(), &by_mail("patient-1", true)).await;
    post.deliver().await;
    portal.advance_days(28);
    purge(&portal.installation.context).await.unwrap();
    nothing_is_left(&portal).await;
    portal.advance_days(90);
    assert_eq!(purge(&portal.installation.context).await.unwrap().connect_requests, 1);
    let Db::Sqlite { read, .. } = &portal.installation.context.db else { panic!("this is SQLite") };
    let (left,): (i64,) =
        sqlx::query_as("SELECT (SELECT COUNT(*) FROM invitations) + (SELECT COUNT(*) FROM mails)")
            .fetch_one(&mut *read.take().await.unwrap())
            .await
            .unwrap();
    assert_eq!(left, 0);
}
